"""The wording of passages: templates from resources/wording, compiled when they are first told,
rendered safely."""

import tomllib
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateError, Undefined
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ..paths import resources
from . import aloud
from .filters import FILTERS
from .telling import View, WordingError


@dataclass(frozen=True, slots=True)
class PassageWording:
    """One passage's wording.

    ``needs`` are the keys without which it is only ``gap``; ``a | b`` needs either. ``each``
    names a listing: then the passage is told once for each of its entries. ``ending`` is said
    even when the rest is missing. ``unless`` is a yes of the profile that silences the passage.
    ``spoken`` are the short forms for speaking.
    """

    key: str
    templates: tuple[str, ...]
    gap: str = ""
    needs: tuple[str, ...] = ()
    each: str = ""
    ending: str = ""
    unless: str = ""
    spoken: tuple[str, ...] = ()

    def forms(self, *, spoken: bool = False) -> tuple[str, ...]:
        """Return the wordings to choose from; a passage without a short form is told whole."""
        return self.spoken if spoken and self.spoken else self.templates

    def turn(self, year: int, place: int = 0, *, spoken: bool = False) -> int:
        """Return which wording is a year's: another than the year before, or its neighbour's."""
        return (year + place + zlib.crc32(self.key.encode())) % len(self.forms(spoken=spoken))


class _Environment(ImmutableSandboxedEnvironment):
    """Templates that can walk views and use our filters, and nothing else."""

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=False, finalize=_printed)
        self.filters = {**FILTERS, **aloud.FILTERS}
        self.tests = {}
        self.globals = {}

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, LoopContext) and attribute in ("first", "last"):
            return getattr(obj, attribute)
        if isinstance(obj, Undefined):
            return super().getattr(obj, attribute)
        if isinstance(obj, View):
            return obj.pick(attribute)
        raise WordingError(f"“{attribute}”不能从这里取")

    def getitem(self, obj: Any, argument: Any) -> Any:
        return self.getattr(obj, str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        return False


def _printed(value: Any) -> Any:
    if isinstance(value, (str, View, Undefined)):
        return value
    raise WordingError("这里写不出文字")


def render(wording: PassageWording, template: str, names: Mapping[str, Any]) -> str:
    """Return a passage's text with marks; raises WordingError for a wording at fault."""
    try:
        return compiled(template).render(names)
    except (TemplateError, TypeError, ArithmeticError) as error:
        raise WordingError(f"“{wording.key}”的写法有误：{error}") from error


@cache
def load_wording() -> Mapping[str, PassageWording]:
    """Return the built-in wording of every passage by key."""
    passages: dict[str, PassageWording] = {}
    for path in sorted((resources() / "wording").glob("*.toml")):
        for key, given in tomllib.loads(path.read_text("utf-8")).items():
            passages[key] = declared(key, given)
    return passages


def declared(key: str, given: Mapping[str, Any]) -> PassageWording:
    """Return a passage's wording from its declaration; raises WordingError for one at fault."""
    lists = ("wordings", "spoken", "needs")
    rest = {name: value for name, value in given.items() if name not in lists}
    try:
        written, spoken = _templates(given["wordings"]), _templates(given.get("spoken", ()))
        needs = tuple(given.get("needs", ()))
        return PassageWording(key, written, needs=needs, spoken=spoken, **rest)
    except (TypeError, KeyError) as error:
        raise WordingError(f"“{key}”的写法有误：{error}") from error


def _templates(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(_joined, texts))


@cache
def compiled(template: str) -> Template:
    """Return a template ready to be told; raises TemplateError for one at fault."""
    return _environment().from_string(template)


@cache
def _environment() -> _Environment:
    return _Environment()


def _joined(text: str) -> str:
    """Return a template without its line ends; an empty line stays as a paragraph's end."""
    paragraphs = text.strip().split("\n\n")
    return "\n".join("".join(line.strip() for line in p.split("\n")) for p in paragraphs)
