"""Text that comes from elsewhere, cleaned before it becomes part of a passage."""

import re

# Half of a pair, the marks that Qt and the wording use for themselves, an object without text.
_GONE = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")

_TONED = "āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹḿ"
_PINYIN = re.compile(rf"(?<=\w)[（(](?=[^()（）]*[{_TONED}])[a-zü'’ {_TONED}]+[）)]")
_DOUBLED = re.compile(r"([，。、；：！？])\1+")


def held(text: str) -> str:
    """Return text without what a document of Qt cannot hold; line ends become ``\\n``."""
    return _GONE.sub("", _CONTROL.sub("", _LINE_END.sub("\n", text)))


def cleaned(text: str) -> tuple[str, str]:
    """Return pasted text as it should have been written, and a sentence on what was mended."""
    text = held(_CONTROL.sub(" ", text).replace("\t", " "))
    text, sounds = _PINYIN.subn("", text)
    text, marks = _DOUBLED.subn(r"\1", text)
    said = [
        f"{count}处{what}" for count, what in ((sounds, "注音"), (marks, "重复的标点")) if count
    ]
    return text, f"粘贴的文字里去掉了{'、'.join(said)}" if said else ""
