r"""The language of the user's own text: plain words with references to figures and quotations.

``全年开会{{ 三会一课.次数.合计 }}``, ``{{ 发展党员.接收 | 占比(党员.总数) | 成 }}``. A literal
``{{`` is written ``\{{``. Whatever cannot be read as a reference is literal: nothing the user
types is an error, and nothing of it is lost. It never meets Jinja.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

TYPED, QUOTED = "手填", "原文"  # steps that carry a text: typed over a figure, quoted from an entry


class Step(NamedTuple):
    """A form by name; its argument is a key, a number, or a text where ``is_text``."""

    name: str
    argument: str = ""
    is_text: bool = False


class Reference(NamedTuple):
    """What stands behind a word: a fact's key, or ``种类.字段@id`` for an entry's field."""

    key: str
    steps: tuple[Step, ...] = ()

    def __str__(self) -> str:
        return " | ".join((self.key, *map(_step_text, self.steps)))

    @property
    def text(self) -> str | None:
        """The text that it carries: typed over a figure, or quoted."""
        last = self.steps[-1] if self.steps else None
        return last.argument if last and last.is_text else None

    def bare(self) -> "Reference":
        """Return the reference without the text that it carries."""
        return self._replace(steps=tuple(step for step in self.steps if not step.is_text))


Piece = str | Reference

_STRING = r'"(?:[^"\\\n]|\\.)*"'
_STEP = rf"\w+(?:\((?:{_STRING}|[^()\"|{{}}\n]+)\))?"
_KEY = r"[^\s|{}()\\](?:[^|{}()\\\n]*[^\s|{}()\\])?"
_REFERENCE = re.compile(
    rf"(?<!\\)(?P<slashes>\\*)\{{\{{(?:\s*(?P<key>{_KEY})(?P<steps>(?:\s*\|\s*{_STEP})*)\s*\}}\}})?"
)
_ONE_STEP = re.compile(rf"(\w+)(?:\((?:({_STRING})|([^()\"|{{}}\n]+))\))?")
_ESCAPES = {"n": "\n"}


def read(text: str) -> tuple[Piece, ...]:
    """Return a template's pieces, literal texts joined."""
    return tuple(_joined(_pieces(text)))


def write(pieces: Iterable[Piece]) -> str:
    """Return the template of pieces; ``read(write(pieces))`` gives them back, texts joined."""
    whole = ""
    for piece in _joined(pieces):
        if isinstance(piece, Reference):
            slashes = len(whole) - len(whole.rstrip("\\"))  # doubled, as before a literal brace
            whole += "\\" * slashes + f"{{{{ {piece} }}}}"
        else:
            whole += _escaped(piece)
    return whole


def reference(text: str) -> Reference:
    """Return a reference from what stands between the braces; raises ValueError."""
    match read(f"{{{{ {text} }}}}"):
        case (Reference() as found,):
            return found
    raise ValueError(text)


def reference_to(key: str) -> Reference:
    """Return the reference that a key is, or one to a key that no text can name."""
    try:
        return reference(key)
    except ValueError:
        return Reference(key)


def _pieces(text: str) -> Iterator[Piece]:
    at = 0
    for found in _REFERENCE.finditer(text):
        slashes = len(found["slashes"])
        yield text[at : found.start()] + "\\" * (slashes // 2)
        if slashes % 2:
            # Escaped: only the braces themselves are literal, what follows is read on its own.
            yield "{{"
            yield from _pieces(text[found.end("slashes") + 2 : found.end()])
        elif found["key"] is None:
            yield "{{"
        else:
            yield Reference(found["key"], tuple(map(_step, _ONE_STEP.finditer(found["steps"]))))
        at = found.end()
    yield text[at:]


def _step(found: re.Match[str]) -> Step:
    name, quoted, bare = found.groups()
    if quoted is None:
        return Step(name, (bare or "").strip())
    text = re.sub(r"\\(.)", lambda m: _ESCAPES.get(m[1], m[1]), quoted[1:-1])
    return Step(name, text, is_text=True)


def _step_text(step: Step) -> str:
    if step.is_text:
        text = step.argument.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        return f'{step.name}("{text}")'
    return f"{step.name}({step.argument})" if step.argument else step.name


def _escaped(text: str) -> str:
    r"""Return a literal text with its {{ escaped, and what slashes stand before one doubled."""
    return re.sub(r"(?<!\\)(\\*)\{\{", lambda found: found[1] * 2 + "\\{{", text)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    literal = ""
    for piece in pieces:
        if isinstance(piece, str):
            literal += piece
            continue
        if literal:
            yield literal
        yield piece
        literal = ""
    if literal:
        yield literal
