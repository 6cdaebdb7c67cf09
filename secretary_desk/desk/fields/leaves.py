"""The fields that hold no others, by what they are for."""

from collections.abc import Mapping

from ...records import specs
from .choice import ChoiceField, YesField
from .context import Context
from .day import DayField
from .field import Field
from .linked import LinkedField
from .number import AmountField, CountField
from .prose import ProseField
from .text import LineField, TagsField

LEAVES: Mapping[type[specs.Spec], type[Field]] = {
    specs.Line: LineField,
    specs.Prose: ProseField,
    specs.Day: DayField,
    specs.Count: CountField,
    specs.Amount: AmountField,
    specs.Choice: ChoiceField,
    specs.Yes: YesField,
    specs.Linked: LinkedField,
    specs.Tags: TagsField,
}


def make_leaf(spec: specs.Spec, context: Context, name: str) -> Field:
    """Return the field for a spec that holds no others."""
    return LEAVES[type(spec)](spec, context, name)
