"""Ways into the Party for the tests: steps by their days."""

from rules.cases import link, people, person

from secretary_desk.kinds.development import Development, NamedPerson, Step, StepRow
from secretary_desk.kinds.person import Category
from secretary_desk.records.day import Day
from secretary_desk.records.specs import Link

NEW = person("新", category=Category.ACTIVIST, born_on=Day("1998-03-02"))
TWO = people("甲乙")


def way(days=None, who=NEW, notes=None, papers=True, **more):
    """Return a way with these steps' days; a step's note where one is given."""
    notes = notes or {}
    rows = tuple(
        StepRow(step=step, on=Day(on), papers=papers, note=notes.get(step, ""))
        for step, on in (days or {}).items()
    )
    return Development(**{"who": Link(who.id, who.name), "steps": rows} | more)


def named(who=TWO):
    """Return people with a part in it."""
    return tuple(NamedPerson(who=link(each)) for each in who)


def until(last, **changed):
    """Return the days of a way without fault up to a step, some of them changed or left out."""
    found = {}
    for step, on in FAULTLESS.items():
        on = changed.get(step.name, on)
        if on:
            found[step] = on
        if step is last:
            return found
    return found


FAULTLESS = {
    Step.APPLICATION: "2023-01-10", Step.TALK: "2023-02-01", Step.ACTIVIST: "2023-09-12",
    Step.ACTIVIST_FILED: "2023-09-26", Step.SPONSORS: "2023-09-28", Step.TRAINING: "2023-09-28",
    Step.CANDIDATE: "2024-10-15", Step.CANDIDATE_FILED: "2024-10-25",
    Step.INTRODUCERS: "2024-10-28", Step.POLITICAL_REVIEW: "2024-11-05",
    Step.COURSE: "2024-11-12", Step.COMMITTEE_REVIEW: "2024-11-20",
    Step.PRELIMINARY: "2024-12-02", Step.FORM: "2024-12-05", Step.ADMISSION: "2024-12-10",
    Step.INTERVIEW: "2025-01-08", Step.APPROVAL: "2025-02-14", Step.FILED_ABOVE: "2025-02-20",
    Step.ASSIGNED: "2025-02-24", Step.OATH: "2025-03-07", Step.PROBATION: "2025-03-07",
    Step.CONFIRMATION_REQUEST: "2025-12-01", Step.CONFIRMATION: "2025-12-11",
    Step.CONFIRMATION_APPROVAL: "2026-02-05", Step.ARCHIVED: "2026-02-26",
}  # fmt: skip
