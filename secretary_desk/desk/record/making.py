"""Which form a kind gets: most the general one."""

from collections.abc import Callable
from datetime import date
from typing import Any

from ...records.kind import Kind
from .form import RecordForm


def make_form(kind: Kind[Any], today: Callable[[], date]) -> RecordForm:
    """Return the form of a kind, not built yet."""
    match kind.name:
        case "development":
            from ..development.form import DevelopmentForm  # loads the rules

            return DevelopmentForm(kind, today)
    return RecordForm(kind, today)
