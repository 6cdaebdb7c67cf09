"""Chinese words found and put in order by how they are spoken."""

import os
import re
from functools import cache, lru_cache

from .text import halfwidth

# Surnames that are not read as the character alone is (《现代汉语词典》, 姓氏).
_SURNAMES = {
    "万俟": ("mo4", "qi2"), "尉迟": ("yu4", "chi2"), "长孙": ("zhang3", "sun1"),
    "单": ("shan4",), "曾": ("zeng1",), "解": ("xie4",), "仇": ("qiu2",), "区": ("ou1",),
    "查": ("zha1",), "盖": ("ge3",), "朴": ("piao2",), "任": ("ren2",), "华": ("hua4",),
    "翟": ("zhai2",), "乐": ("yue4",), "员": ("yun4",), "缪": ("miao4",), "召": ("shao4",),
    "祭": ("zhai4",), "秘": ("bi4",), "覃": ("qin2",), "折": ("she2",), "黑": ("he4",),
    "繁": ("po2",), "种": ("chong2",), "燕": ("yan1",), "那": ("na1",), "葛": ("ge3",),
    "洗": ("xian3",), "隗": ("wei3",), "句": ("gou1",), "过": ("guo1",),
}  # fmt: skip
_WORD = re.compile(r"[a-z0-9]+|[^\x00-\x7f]")
_LETTERS = re.compile(r"[a-z0-9]+")
_UNSPOKEN = "~"  # sorts after every letter


def pinyin_keys(text: str) -> tuple[str, ...]:
    """Return the readings of each character, parted by blanks; letters and digits as words.

    ``支委会 A1`` gives ``("zhi", "wei", "hui kuai", "a1")``. Marks, and characters whose reading
    nobody has recorded, are left out.
    """
    words = _WORD.findall(halfwidth(text).lower())
    keys = (word if word.isascii() else " ".join(_readings(word)) for word in words)
    return tuple(key for key in keys if key)


def matches(typed: str, text: str) -> bool:
    """Whether what was typed stands in a text: as it is, in pinyin, by initials, or mixed.

    Any reading of a character will do; ``zhwh``, ``zwh`` and ``zhiwh`` all find 支委会.
    """
    wanted = halfwidth(typed).lower()
    if wanted in halfwidth(text).lower():
        return True
    letters = re.sub(r"[\s']", "", wanted)
    return bool(_LETTERS.fullmatch(letters)) and _spelt(letters, _spellings(text), anywhere=True)


def begins(typed: str, text: str) -> bool:
    """Whether a text begins with what was typed, in any of these ways."""
    wanted = halfwidth(typed).lower()
    return halfwidth(text).lower().startswith(wanted) or _spelt(
        wanted, _spellings(text), anywhere=False
    )


def sort_key(name: str) -> str:
    """Return the key that puts names in the order of their sounds, then of their tones.

    Every character stands behind its sound in it: ``支1`` gives ``zhi1 支1 1``, but with the
    least of all characters for the blanks.
    """
    surname = name[:2] if name[:2] in _SURNAMES else name[:1]
    if surname not in _SURNAMES:
        return name.translate(_KEYS)
    sounds = map(_key, _SURNAMES[surname], surname)
    return "".join(sounds) + name[len(surname) :].translate(_KEYS)


# How a character may be typed: each whole reading, and what may stand for it.
_Spelling = tuple[tuple[str, tuple[str, ...]], ...]


@lru_cache(maxsize=5000)
def _spellings(text: str) -> tuple[_Spelling, ...]:
    return tuple(map(_spelling, pinyin_keys(text)))


@lru_cache(maxsize=20_000)
def _spelling(key: str) -> _Spelling:
    return tuple((reading, (reading, *_initials(reading))) for reading in key.split())


def _initials(reading: str) -> tuple[str, ...]:
    """Return z and zh for zhi."""
    return (reading[0], reading[:2]) if reading[1:2] == "h" else (reading[0],)


def _spelt(letters: str, spellings: tuple[_Spelling, ...], *, anywhere: bool) -> bool:
    """Whether letters spell characters that follow each other; the last may be begun only."""
    reached = {0}  # how many letters the characters up to here may have used up
    for readings in spellings:
        onward = {0} if anywhere else set()
        for reading, parts in readings:
            for at in reached:
                if reading.startswith(letters[at:]):
                    return True
                onward.update(at + len(part) for part in parts if letters.startswith(part, at))
        reached = onward
    return False


class _Keys(dict[int, str]):
    """The part of a sort key that each character gives, for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        spoken = _spoken(char)
        plain = char.lower() if char.isascii() else _UNSPOKEN
        self[code] = key = _key(spoken[0] if spoken else plain, char)
        return key


_KEYS = _Keys()


def _key(sound: str, char: str) -> str:
    return f"{sound}\0{char}"


@cache
def _readings(char: str) -> tuple[str, ...]:
    """Return how a character may be typed; ü is v on keyboards, and u with some."""
    plain = [sound.rstrip("12345") for sound in _spoken(char)]
    return tuple(dict.fromkeys(form for s in plain for form in (s, s.replace("v", "u"))))


@cache
def _spoken(char: str) -> tuple[str, ...]:
    """Return the readings of a character with their tones, the usual one first."""
    # Its dictionary of phrases takes two thirds of the time to import, and is not asked here.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin import Style, pinyin

    sounds = pinyin(char, style=Style.TONE3, heteronym=True, errors="ignore", v_to_u=False)
    return tuple(sounds[0]) if sounds else ()
