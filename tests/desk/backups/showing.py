"""What the dialog of backups shows, and archives to show there."""

from datetime import timedelta

from desk.conftest import NOW
from PySide6.QtWidgets import QLabel
from store.makers import meeting

from secretary_desk.kinds import study_meeting
from secretary_desk.store.store import Store

YESTERDAY = NOW - timedelta(days=1)
LATER = "后来记的"


def topics(archive):
    with Store.open(archive) as store:
        return [entry.topic for entry in store.entries(study_meeting.KIND)]


def said(widget):
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if not each.isHidden())


def title():
    return study_meeting.KIND.title(meeting(LATER))


def rows(dialog):
    model = dialog._model
    cells = [[model.index(r, c).data() for c in range(4)] for r in range(model.rowCount())]
    return [" ".join(filter(None, row)) for row in cells]
