"""What nobody should hand in and somebody will: files, texts, names, JSON; from a seed, so that a
failure comes again."""

import json
import random
from typing import Any

CHARACTERS = (
    "党支部会议张三李四0123456789年月日-:：，。；、（）“”\"'\\/*?<>|&%{}[]#`~"
    " \t\n\r\x00\x01\x1b\x7f\x85\u200b\u200e\u202e\u2028\u2029\u3000\ufeff"
    "\ufdd0\uffff\ud800\udc80\U00020bb7\U0001f600"
    "e\u0301ＡＢ１２ﬁ㎏①"
)
PIECES = (
    "2026-02-30", "2026年13月", "9999999999999999", "-1", "1e400", "NaN", "0x10", "１２：６０",
    "三会一课", "支委会", "{{ 三会一课.次数 }}", "{% for %}", "{# #}", "<b>", "&amp;",
    "'; drop table", "%s%n", "../../", "C:\\", "\\\\server\\share", "CON", "NUL.txt", "file:///", "http://",
    "=1+1", "@SUM(A1)", "~", ".", "..", "-", "--help", "$(id)", "`id`", "\r\n", "\n\n", " ", "",
)  # fmt: skip


def text(chance: random.Random, most: int = 60) -> str:
    """Return a text."""
    parts = [
        chance.choice(PIECES) if chance.random() < 0.4 else chance.choice(CHARACTERS)
        for _ in range(chance.randrange(most))
    ]
    if chance.random() < 0.02:
        parts *= 50
    return "".join(parts)


def name(chance: random.Random) -> str:
    """Return a file's name, such as no dialog would let pass."""
    return text(chance, 12) + chance.choice(["", ".sdesk", ".sdeskpack", ".jpg", ".JPG ", "."])


def value(chance: random.Random, depth: int = 0) -> Any:
    """Return what JSON can say, and Python's JSON a little more."""
    plain: list[Any] = [
        None, True, False, 0, -1, 10**30, 1.5, -0.0, 1e308, float("inf"), float("nan"), "", [], {},
        text(chance, 8), chance.choice(PIECES),
    ]  # fmt: skip
    if depth > 3 or chance.random() < 0.7:
        return chance.choice(plain)
    inner = [value(chance, depth + 1) for _ in range(chance.randrange(5))]
    return inner if chance.random() < 0.5 else {text(chance, 4): one for one in inner}


def broken_json(whole: Any, chance: random.Random) -> bytes:
    """Return JSON, in some cases no more than nearly."""
    data = bytearray(
        json.dumps(whole, ensure_ascii=chance.random() < 0.5).encode("utf-8", "replace")
    )
    if chance.random() < 0.3 and data:
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
    if chance.random() < 0.1:
        del data[chance.randrange(len(data) + 1) :]
    return bytes(data)


def file(whole: bytes, chance: random.Random) -> bytes:
    """Return what was once a sound file, or never one."""
    data, page = bytearray(whole), 4096
    match chance.randrange(9):
        case 0:
            return chance.randbytes(chance.randrange(3000))
        case 1:
            return bytes(data[:100]) + chance.randbytes(chance.randrange(9000))
        case 2:
            return bytes(data[: chance.randrange(len(data))])
        case 3:
            return bytes(data) + chance.randbytes(chance.randrange(1, 9000))
        case 4:  # the header
            for _ in range(chance.randint(1, 5)):
                data[chance.randrange(100)] = chance.randrange(256)
        case 5:  # two pages in each other's place
            pages = [page * chance.randrange(len(data) // page) for _ in range(2)]
            first, second = (bytes(data[at : at + page]) for at in pages)
            data[pages[0] : pages[0] + page] = second
            data[pages[1] : pages[1] + page] = first
        case 6:  # the schema's page
            for _ in range(chance.randint(1, 9)):
                data[chance.randrange(100, page)] = chance.randrange(256)
        case 7:
            at = chance.randrange(len(data))
            data[at : at + chance.randrange(5000)] = b""
        case _:
            for _ in range(chance.randint(1, 40)):
                data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)
