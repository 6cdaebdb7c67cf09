"""Every kind of record. Adding one: a file here, and a line in ``KINDS``."""

from typing import Any

from ..errors import DeskError
from ..records.kind import Kind
from ..records.record import Record, kind_name
from . import (
    appraisal,
    branch,
    campaign,
    check_answer,
    development,
    dismissal,
    dues,
    election,
    first_agenda,
    fixed_phrase,
    highlight,
    honour,
    inspection,
    integration,
    integrity,
    not_duplicate,
    org_life,
    own_outline,
    own_wording,
    partnership,
    passage_edit,
    person,
    plan,
    problem,
    publicity,
    rehearsal,
    report_settings,
    review_comment,
    rule_value,
    service,
    study_meeting,
    supplement,
    talk,
    theme_day,
    training,
    vanguard,
    visit,
)

KINDS: tuple[Kind[Any], ...] = (
    branch.KIND,
    person.KIND,
    study_meeting.KIND,
    first_agenda.KIND,
    theme_day.KIND,
    org_life.KIND,
    appraisal.KIND,
    talk.KIND,
    training.KIND,
    dues.KIND,
    election.KIND,
    development.KIND,
    vanguard.KIND,
    integration.KIND,
    campaign.KIND,
    service.KIND,
    visit.KIND,
    partnership.KIND,
    inspection.KIND,
    integrity.KIND,
    highlight.KIND,
    honour.KIND,
    publicity.KIND,
    problem.KIND,
    review_comment.KIND,
    plan.KIND,
)
SETTINGS = report_settings.KIND
SUPPLEMENT = supplement.KIND
EDIT = passage_edit.KIND
OUTLINE = own_outline.KIND
# What the user decides about a report: no work of the branch, so never a figure of it.
REPORTING: tuple[Kind[Any], ...] = (
    SUPPLEMENT,
    EDIT,
    own_wording.KIND,
    OUTLINE,
    fixed_phrase.KIND,
    dismissal.KIND,
    rehearsal.KIND,
)
# What the user decides about the self-check and about entries that look alike.
CHECKING: tuple[Kind[Any], ...] = (rule_value.KIND, check_answer.KIND, not_duplicate.KIND)
STORED: tuple[Kind[Any], ...] = (*KINDS, SETTINGS, *REPORTING, *CHECKING)

_BY_NAME = {name: kind for kind in STORED for name in (kind.name, kind.label)}


def find_kind(name: str) -> Kind[Any]:
    """Return the kind with this name or Chinese label; raises DeskError."""
    if name not in _BY_NAME:
        raise DeskError(f"没有“{name}”这种记录；有：{'、'.join(kind.label for kind in STORED)}")
    return _BY_NAME[name]


def kind_of(record: Record) -> Kind[Any]:
    """Return the kind of a record."""
    return _BY_NAME[kind_name(type(record))]
