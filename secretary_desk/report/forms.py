"""The forms in which a user may have a figure: derived from two, or said in another way."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_FLOOR, Decimal
from types import MappingProxyType

from ..records.fact import Fact, Number, percent
from ..records.numerals import chinese
from ..records.text import rounded, trimmed

_TYPED = re.compile(r"\d{1,9}(\.\d{1,2})?")
OTHER, LAST_YEAR = "key", "last year"  # what a derivation needs beside the figure


@dataclass(frozen=True, slots=True)
class Form:
    """A form by its name in templates, with a sentence for people.

    ``derive`` makes another fact of this one and what it ``needs``, which is ``called`` after both
    of them; ``say`` says the number. ``menu`` is its name where people choose it.
    """

    name: str
    hint: str
    needs: str = ""
    derive: Callable[[Fact, Fact], Fact | None] | None = None
    say: Callable[[Fact], str] | None = None
    called: str = ""
    menu: str = ""

    @property
    def title(self) -> str:
        """Its name where people choose it."""
        return self.menu or self.name


def derived(one: Fact, other: Fact, value: Number | None, unit: str, label: str) -> Fact | None:
    """Return a fact from two, behind which the entries of both stand; None without a value."""
    if value is None:
        return None
    entries = tuple(dict.fromkeys((*one.entries, *other.entries)))
    return Fact(f"{one.key} | {label}({other.key})", label, value, unit, one.nature, entries)


def share(part: Fact, whole: Fact) -> Fact | None:
    """Return part of whole in percent."""
    return derived(part, whole, percent(part.value, whole.value), "%", "占比")


def more(now: Fact, then: Fact) -> Fact | None:
    """Return by how much more than then; None when it is not more."""
    gained = now.rounded() - then.rounded()
    return derived(now, then, gained, _step(now), "多") if gained > 0 else None


def less(now: Fact, then: Fact) -> Fact | None:
    """Return by how much less than then; None when it is not less."""
    lost = then.rounded() - now.rounded()
    return derived(now, then, lost, _step(now), "少") if lost > 0 else None


def rest(whole: Fact, part: Fact) -> Fact | None:
    """Return what remains of a whole without its part; None when nothing does."""
    left = whole.rounded() - part.rounded()
    return derived(whole, part, left, whole.unit, "余下") if left > 0 else None


def against(now: Fact, then: Fact) -> Fact | None:
    """Return the change against another year, more or less; ``said_change`` says which."""
    return derived(now, then, now.rounded() - then.rounded(), _step(now), "较上年")


def typed_number(text: str) -> Number | None:
    """Return a number that the user typed in place of another figure; None where it is none."""
    if not _TYPED.fullmatch(text):
        return None
    return Decimal(text) if "." in text else int(text)


def said(fact: Fact, forms: Iterable[str]) -> str:
    """Say a figure in the last form that says it; a change says first which way it went."""
    says = [say for name in forms if (say := FORMS[name].say)]
    if said_change in says:
        return said_change(fact, *[say for say in says if say is not said_change][-1:])
    return says[-1](fact) if says else fact.show()


def said_change(change: Fact, say: Callable[[Fact], str] = Fact.show) -> str:
    """Say a change: 增加3次, 减少2次, 持平; of percents 提高, 降低."""
    if not change.value:
        return "持平"
    verbs = ("提高", "降低") if change.unit == "个百分点" else ("增加", "减少")
    return verbs[change.value < 0] + say(replace(change, value=max(change.value, -change.value)))


def in_words(fact: Fact) -> str:
    """Say a whole number below ten thousand in Chinese: 十二次, 两个, 百分之八十."""
    number = int(fact.rounded())
    if number != fact.rounded() or not 0 < number < 10000:
        return fact.show()
    if fact.unit == "%":
        return f"百分之{'百' if number == 100 else chinese(number)}"
    return f"{'两' if number == 2 and fact.unit else chinese(number)}{fact.unit}"


def over(fact: Fact) -> str:
    """Say a large number as a round one below it: 1500余人; a round one as it is."""
    number = fact.rounded()
    if number < 11 or fact.unit == "%":
        return fact.show()
    step = 10 ** max(len(str(int(number))) - 2, 1)
    lower = int(number) // step * step
    return fact.show() if lower == number else f"{lower}余{fact.unit}"


def in_tenths(fact: Fact) -> str:
    """Say a percent in tenths: 近六成, 六成, 六成多."""
    value = Decimal(fact.value)
    if fact.unit != "%" or not 5 <= value < 99:
        return fact.show()
    whole = int((value / 10).to_integral_value(ROUND_FLOOR))
    beyond = value - whole * 10
    if beyond >= Decimal("9.5"):
        return f"{_tenths(whole + 1)}"
    if beyond >= 7:
        return f"近{_tenths(whole + 1)}"
    return _tenths(whole) + ("多" if beyond > Decimal("0.5") else "") if whole else fact.show()


def about(fact: Fact) -> str:
    """Say a number to two digits: 约94%, 约1500人; what is not quite all is not said to be."""
    number = Decimal(fact.value)
    near = int(rounded(number, min(2 - len(str(abs(int(number)))), 0)))
    if near == number or not near or (fact.unit == "%" and near == 100):
        return fact.show()
    return f"约{near}{fact.unit}"


def bare(fact: Fact) -> str:
    """Say the number without its measure word."""
    number = fact.rounded()
    return trimmed(number) if isinstance(number, Decimal) else str(number)


def _tenths(number: int) -> str:
    return f"{'十' if number == 10 else chinese(number)}成"


def _step(fact: Fact) -> str:
    return "个百分点" if fact.unit == "%" else fact.unit


FORMS = MappingProxyType({
    form.name: form
    for form in (
        Form("占比", "占另一个数的百分之几，如 60.3%", OTHER, share, called="{}占{}的比例"),
        Form("较上年", "比上年增加或减少多少", LAST_YEAR, against, said_change, "{}比{}"),
        Form("多", "比另一个数多多少", OTHER, more, called="{}比{}多"),
        Form("少", "比另一个数少多少", OTHER, less, called="{}比{}少"),
        Form("余下", "减去另一个数还剩多少", OTHER, rest, called="{}减去{}"),
        Form("大写", "写成汉字，如 十二次", say=in_words, menu="汉字"),
        Form("余", "取整，如 1500余人", say=over),
        Form("成", "百分数说成几成，如 近六成", say=in_tenths),
        Form("约", "取约数，如 约94%", say=about),
        Form("不带单位", "只写数字", say=bare),
    )
})  # fmt: skip
