"""手填数字: what the user typed over a figure, or under it as a whole, held against the ledger."""

from collections.abc import Iterator, Sequence

from ...records.finding import Finding
from ..document import Figure, Own
from ..forms import typed_number
from ..template import Reference, reference
from .numbers import agree, amount
from .placed import Told
from .reading import Reading

CHECK = "手填数字"


def check(reading: Reading) -> Iterator[Finding]:
    """Yield what was typed over figures and says another number, or none."""
    for line in reading.paragraphs:
        at = 0
        for run in line.runs:
            if isinstance(run, Own) and (named := _named(run)):
                figure = reading.resolver.figure(named)
                if text := _disagreement(run.text, figure, reading.resolver.label(named)):
                    typed = Told(str(named.bare()), run.text, True, line, at)
                    yield line.finding(
                        CHECK,
                        f"{text}{_elsewhere(reading.placed, typed)}",
                        at,
                        at + len(run.text),
                        entries=figure.entries if figure else (),
                        weight="应改" if amount(run.text) else "提示",
                    )
            elif isinstance(run, Figure) and (whole := _typed_whole(run)):
                said = f"“{run.text}”里的{whole}是手填的，不是记录里的数"
                entries = run.entries
                end = at + len(run.text)
                yield line.finding(CHECK, said, at, end, entries=entries, weight="提示")
            at += len(run.text)


def _elsewhere(told: Sequence[Told], typed: Told) -> str:
    """Return where the report itself tells the figure otherwise; empty where it does nowhere."""
    others = (each for each in told if each.key == typed.key and each.differs(typed))
    if (other := next(others, None)) is None:
        return ""
    is_before = (other.line.block, other.start) < (typed.line.block, typed.start)
    heading = f"“{other.line.above[-1]}”" if other.line.above else ""
    return f"；{'前' if is_before else '后'}文{heading}{other.says()}"


def _typed_whole(run: Figure) -> str:
    """Return the number that the user typed to hold a figure against; empty without one."""
    try:
        steps = reference(run.fact).steps
    except ValueError:
        return ""
    return next((s.argument for s in steps if typed_number(s.argument) is not None), "")


def _named(run: Own) -> Reference | None:
    try:
        return reference(run.fact) if run.fact else None
    except ValueError:
        return None


def _disagreement(typed: str, figure: Figure | None, label: str) -> str:
    """Return how what was typed differs from the figure, empty where it does not."""
    if figure is None:
        return f"手填{typed}，记录里没有“{label}”这个数"
    one, other = amount(typed), amount(figure.text)
    if typed.strip() == figure.text or (one and other and agree(one, other.value)):
        return ""
    return f"手填{typed}，记录里是{figure.text}（{label}）"
