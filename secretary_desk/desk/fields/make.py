"""Which widget a spec gets."""

from collections.abc import Mapping

from ...records.fields import People, Rows
from ...records.record import Attachment
from ...records.specs import Spec
from .context import Context
from .field import Field
from .files import FilesField
from .leaves import LEAVES
from .people import PeopleField
from .private import PrivateField
from .rows import RowsField

WIDGETS: Mapping[type[Spec], type[Field]] = {**LEAVES, Rows: RowsField, People: PeopleField}


def make_field(spec: Spec, context: Context, name: str = "") -> Field:
    """Return the field for a spec, masked if it is private; ``name`` is what suggestions are
    asked by."""
    field = _field(spec, context, name)
    return PrivateField(field) if spec.private else field


def _field(spec: Spec, context: Context, name: str) -> Field:
    if isinstance(spec, Rows) and spec.row is Attachment:
        return FilesField(spec, context, name)
    return WIDGETS[type(spec)](spec, context, name)
