"""Sections fed by kind and tag: the entries that reach one, told one after the other."""

from collections.abc import Iterator

from ..kinds import KINDS
from ..records.fields import specs_of
from ..records.record import Record
from ..records.specs import Tags
from .passage import Passage, Teller
from .sections import Section

ENTRY = "条目"  # how the keys of wordings end that tell one entry: 三会一课条目


def is_fed(section: Section) -> bool:
    """Whether entries reach a section by their kind or tag."""
    return bool(section.heading and (section.kind or section.tag))


def tagged(section: Section, teller: Teller) -> Iterator[Passage]:
    """Yield a passage for every entry that reaches a section, kind by kind, by date."""
    for kind in KINDS if is_fed(section) else ():
        key = f"{kind.label}{ENTRY}"
        if key in teller.wording and section.kind in ("", kind.label, kind.name):
            for entry in teller.year.counted(kind.record):
                if not entry.left_out and section.tag in ("", *tags_of(entry)):
                    yield from teller.tell(key, entry)


def tags_of(entry: Record) -> tuple[str, ...]:
    """Return every tag that an entry carries: its own, and those of its kind, such as 方面."""
    found = (getattr(entry, name) for name, spec in specs_of(type(entry)).items()
             if isinstance(spec, Tags))  # fmt: skip
    return tuple(tag for tags in found for tag in tags)
