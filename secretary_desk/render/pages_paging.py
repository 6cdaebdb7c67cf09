"""Strips put on pages: no strip is cut, what belongs together stays together."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .pages_strip import Strip


class Placed(NamedTuple):
    """A strip and where its upper edge is, in dots from the text block's."""

    top: float
    strip: Strip


def paged(strips: Iterable[Strip], height: float) -> list[list[Placed]]:
    """Return the pages of a text block of this height; there is always one."""
    pages: list[list[Placed]] = [[]]
    free = height
    for group in _groups(strips):
        wanted = sum(strip.height for strip in group)
        together = wanted <= height
        if pages[-1] and (group[0].fresh or (together and wanted > free)):
            pages.append([])
            free = height
        for strip in group:
            if pages[-1] and strip.height > free:
                pages.append([])
                free = height
            for each in (strip.head, strip) if strip.head and not pages[-1] else (strip,):
                pages[-1].append(Placed(height - free, each))
                free -= each.height
    return pages


def _groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Yield strips that must stand on one page, in their order."""
    group: list[Strip] = []
    for strip in strips:
        if group and strip.fresh:
            yield group
            group = []
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group
