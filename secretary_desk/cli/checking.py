"""The self-check on the command line."""

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from ..errors import DeskError
from ..facts.load import load_year
from ..records.day import Day
from ..rules.checking import Finding, Outcome, self_check
from ..rules.standing import stand, summary
from ..store.store import Store
from .shapes import print_json


def check(given: Namespace) -> None:
    """Print every rule of the self-check with what it finds in a year, up to a day."""
    with Store.open(Path(given.file)) as store:
        year = load_year(store, given.year)
    on = min(_day(given.as_of, given.year), year.period.end)
    outcomes = self_check(year, on)
    if given.json:
        rules = [_rule(outcome) for outcome in outcomes]
        print_json({"year": given.year, "as_of": on.isoformat(), "rules": rules})
        return
    for outcome in outcomes:
        rule = outcome.rule
        print(rule.area, rule.weight, rule.text, rule.source, stand(outcome), sep="\t")
        for finding in outcome.findings:
            reason = f"说明：{finding.answer.reason}" if finding.answer else ""
            said = filter(None, ("", finding.found.state, finding.found.text, reason))
            print("", *(" ".join(text.split()) for text in said), sep="\t")
    print(f"截至{Day(on.isoformat()).show()}：{summary(outcomes)}")


def _day(text: str, year: int) -> date:
    try:
        return Day.read(text, year).last() if text else date.today()
    except DeskError as error:
        raise DeskError(f"--as-of 要填日期：{error}") from None


def _rule(outcome: Outcome) -> dict[str, Any]:
    rule = outcome.rule
    return {
        "name": rule.name,
        "area": rule.area.value,
        "text": rule.text,
        "source": rule.source,
        "weight": rule.weight.value,
        "not_applicable": outcome.not_applicable,
        "findings": [_finding(finding) for finding in outcome.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    found = finding.found
    return {
        "state": found.state.value,
        "text": found.text,
        "about": found.about,
        "entries": [{"kind": entry.kind, "id": entry.id} for entry in found.entries],
        "answer": finding.answer.reason if finding.answer else None,
    }
