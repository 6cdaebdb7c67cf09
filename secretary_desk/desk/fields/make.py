"""Which widget a spec gets."""

from collections.abc import Mapping

from ...records.specs import Spec
from .context import Context
from .field import Field
from .leaves import LEAVES

WIDGETS: Mapping[type[Spec], type[Field]] = {**LEAVES}


def make_field(spec: Spec, context: Context, name: str = "") -> Field:
    """Return the field for a spec; ``name`` is what suggestions are asked by."""
    return WIDGETS[type(spec)](spec, context, name)
