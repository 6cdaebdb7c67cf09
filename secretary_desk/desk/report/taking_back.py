"""An edit that was undone letter by letter in its box is taken back, not deleted."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import takewhile

from ...kinds.passage_edit import PassageEdit
from ...records.record import Record, ref
from ..desk import Desk

_REVERSALS = ("撤销", "重做")  # with which the words of such steps begin
_STEPS = 50  # steps that are looked through
_AT_ONCE = timedelta(seconds=2)  # the journal's times are whole seconds


def are_taken_back(desk: Desk, unsaved: Sequence[Record]) -> bool:
    """Take back the last steps where they made the one entry that is unsaved; else False.

    To delete it would be a step, which the next undo took back: the words would come again.
    """
    match unsaved:
        case [PassageEdit() as edit] if edit.deleted:
            return _was_taken_back(desk, edit)
    return False


def _was_taken_back(desk: Desk, edit: PassageEdit) -> bool:
    own, history = (ref(edit),), desk.store.history(_STEPS)
    made = list(takewhile(lambda step: step.refs == own and not step.undone, history))
    is_reversal = any(step.words.startswith(_REVERSALS) for step in made)
    if is_reversal or not made or not _began(edit, made[-1].at):
        return False
    for _ in made[1:]:
        desk.store.undo()
    desk.undo()  # the last one tells
    return True


def _began(edit: PassageEdit, at: str) -> bool:
    return datetime.fromisoformat(at) - datetime.fromisoformat(edit.created) < _AT_ONCE
