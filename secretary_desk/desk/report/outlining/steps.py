"""An outline as it is worked on: where each step led, and what it is beside its preset."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ....kinds.own_outline import OwnOutline
from ....report.outline import GENERAL, Outline, parts_of_outline
from ....report.own_outline import settled


class Step(NamedTuple):
    """An outline, and the row that the user was in."""

    own: OwnOutline
    at: int


class Steps:
    """The outline with all that it was before and, once undone, after."""

    def __init__(self, own: OwnOutline) -> None:
        self._steps, self._here = [Step(own, 0)], 0

    @property
    def now(self) -> OwnOutline:
        """The outline as it stands."""
        return self._steps[self._here].own

    @property
    def has_changed(self) -> bool:
        """Whether it is another than at first."""
        return self.now != self._steps[0].own

    def take(self, own: OwnOutline, *, left: int, at: int) -> None:
        """Go on with another outline: from the row that was left to the one that is shown."""
        self._steps[self._here] = Step(self.now, left)
        self._steps[self._here + 1 :] = [Step(own, at)]
        self._here += 1

    def can_go(self, by: int) -> bool:
        """Whether there is a step back (-1) or forth (1)."""
        return 0 <= self._here + by < len(self._steps)

    def go(self, by: int) -> Step:
        """Return to the step before or after."""
        self._here += by
        return self._steps[self._here]


def preset_of(own: OwnOutline, presets: Sequence[Outline]) -> Outline:
    """Return the preset that an outline was made from, else the general one."""
    by_name = {preset.name: preset for preset in presets}
    return by_name.get(own.preset) or by_name[GENERAL]


def whole(own: OwnOutline, presets: Sequence[Outline]) -> OwnOutline:
    """Return an outline with all that it leaves to its preset written out."""
    preset = preset_of(own, presets)
    return replace(
        own,
        preset=preset.name,
        numbering=own.numbering or preset.numbering,
        parts=settled(own.parts or parts_of_outline(preset)),
    )


def is_own(own: OwnOutline, presets: Sequence[Outline]) -> bool:
    """Whether an outline has other sections than its preset."""
    return own.parts != parts_of_outline(preset_of(own, presets))


def lean(own: OwnOutline, presets: Sequence[Outline]) -> OwnOutline:
    """Return an outline that leaves to its preset what is as there."""
    preset = preset_of(own, presets)
    return replace(
        own,
        numbering=None if own.numbering is preset.numbering else own.numbering,
        parts=own.parts if is_own(own, presets) else (),
    )


def based_on(own: OwnOutline, preset: Outline) -> OwnOutline:
    """Return the outline with the sections and numbers of a preset."""
    parts = settled(parts_of_outline(preset))
    return replace(own, preset=preset.name, numbering=preset.numbering, parts=parts)
