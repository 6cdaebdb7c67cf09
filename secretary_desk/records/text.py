"""Text and numbers: cleaned when they come in, counted, measured, shown."""

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from math import ceil

# What XML 1.0 forbids, lone surrogates, and the noncharacters that wording uses as marks.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
# Word's soft line end arrives as \x0b.
_NEWLINE = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# What Windows forbids in names and takes for devices; file systems allow 255 bytes of UTF-8, and
# backups and copies add to a name.
_NOT_IN_FILES = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.ASCII | re.IGNORECASE)
_LONGEST = 150

# Marks that mean something in a key, and those that stand for them in one.
_KEY_MARKS = str.maketrans("|{}()\\@", "｜｛｝（）＼＠")


def clean(text: str) -> str:
    """Return text without characters that no document can hold; line ends become ``\\n``."""
    return _FORBIDDEN.sub("", _NEWLINE.sub("\n", text)).strip()


def one_line(text: str) -> str:
    """Return cleaned text on one line, runs of blanks made one."""
    return " ".join(clean(text).split())


def file_name(text: str, otherwise: str) -> str:
    """Return a name for a file, without ending, that any file system takes; never empty."""
    name = _NOT_IN_FILES.sub("_", one_line(text)).strip(" .") or otherwise
    if _DEVICES.fullmatch(name):
        name = f"_{name}"
    return name.encode()[:_LONGEST].decode(errors="ignore").rstrip(" .")


def told_size(size: int) -> str:
    """Return a size in bytes as people read it: 3.3MB, 12KB."""
    return f"{size / 2**20:.1f}MB" if size >= 2**20 else f"{ceil(size / 1024)}KB"


def key_part(name: str) -> str:
    """Return a name that the user made as a part of a key: a reference can say it."""
    return one_line(name).translate(_KEY_MARKS)


def halfwidth(text: str) -> str:
    """Return text with full-width digits, letters and punctuation made half-width (NFKC)."""
    return unicodedata.normalize("NFKC", text).strip()


def characters(text: str) -> int:
    """Count as Word's 字数 does: each Chinese character or mark, each run of ASCII, is one."""
    return len(re.findall(r"[\x21-\x7e]+|[^\s\x00-\x7f]", text))


def rounded(number: Decimal, places: int) -> Decimal:
    """Return a decimal rounded half up."""
    return number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def trimmed(number: Decimal, places: int = 2) -> str:
    """Return a decimal rounded half up to at most ``places``, without trailing zeros."""
    text = f"{rounded(number, places) + 0:f}"  # + 0: no negative nought
    return text.rstrip("0").rstrip(".") if "." in text else text


def width(text: str) -> float:
    """Return how wide a text is in Chinese characters; letters and digits are about half of one."""
    return sum(map(_char_width, text))


def _char_width(char: str) -> float:
    if unicodedata.category(char) == "Mn":  # variation selectors of rare characters
        return 0.0
    if unicodedata.east_asian_width(char) in "WFA":
        return 1.0
    return 0.25 if char in ".,:;'" else 0.5


@cache
def snake(name: str) -> str:
    """Return a class name as snake_case: StudyMeeting → study_meeting."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
