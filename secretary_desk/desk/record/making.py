"""Which form and list a kind gets: most the general ones."""

from collections.abc import Callable
from datetime import date
from typing import Any

from ...records.kind import Kind
from ..desk import Desk
from .form import RecordForm
from .table import RecordList


def make_form(kind: Kind[Any], today: Callable[[], date]) -> RecordForm:
    """Return the form of a kind, not built yet."""
    match kind.name:
        case "development":
            from ..development.form import DevelopmentForm  # loads the rules

            return DevelopmentForm(kind, today)
    return RecordForm(kind, today)


def make_list(desk: Desk, kind: Kind[Any]) -> RecordList:
    """Return the list of a kind's entries."""
    match kind.name:
        case "development":
            from ..development.list import DevelopmentList

            return DevelopmentList(desk, kind)
    return RecordList(desk, kind)
