"""支部设置: how many members and committee members a branch has, and its officers."""

from collections.abc import Iterator

from ..kinds.branch import Branch, Post
from ..records.day import Day
from ..records.record import ref
from .case import Case
from .dates import months_later
from .flags import (
    any_of,
    temporary,
    without_committee,
    without_profile,
    without_roster,
    without_seats,
    without_secretary,
)
from .rule import Area, Found, State, Weight, rule
from .sources import BRANCH_WORK
from .telling import refs

_POSTS = (Post.ORGANISATION, Post.PUBLICITY, Post.DISCIPLINE)
_OFFICERS = 2  # 书记 and 副书记
_SIZE = "支部设置.设支委会的正式党员数"


def _few(case: Case) -> str:
    least = case.values.number(_SIZE)
    return "" if len(case.full_members) >= least else f"正式党员不足{least}名"


def _many(case: Case) -> str:
    least = case.values.number(_SIZE)
    return "" if len(case.full_members) < least else f"正式党员有{least}名以上"


@rule(
    Area.BRANCH, "有正式党员3人以上的，成立党支部；不足3人的与邻近单位联合成立",
    source=BRANCH_WORK.article(4, 5), weight=Weight.MUST, unless=any_of(temporary, without_roster),
)  # fmt: skip
def least_full_members(case: Case) -> Iterator[Found]:
    """By the roster on the day."""
    full, least = case.full_members, case.values.number("支部设置.正式党员最少")
    if len(full) < least:
        text = f"党员名册里正式党员{len(full)}名，不足{least}名，请核对名册的人员类别"
        yield Found(State.UNCLEAR, text, "roster", refs(case.members))


@rule(
    Area.BRANCH, "党支部党员人数一般不超过50人",
    source=BRANCH_WORK.article(4), weight=Weight.USUAL, unless=any_of(temporary, without_roster),
)  # fmt: skip
def most_members(case: Case) -> Iterator[Found]:
    """By the roster on the day."""
    most, members = case.values.number("支部设置.党员最多"), case.members
    if len(members) > most:
        text = f"党员名册里党员{len(members)}名，超过{most}名"
        yield Found(State.HINT, text, "roster", refs([case.branch] if case.branch else members))


@rule(
    Area.BRANCH, "正式党员7人以上的党支部，设立支部委员会",
    source=BRANCH_WORK.article(20), weight=Weight.MUST,
    unless=any_of(temporary, without_profile, without_roster, _few),
)  # fmt: skip
def committee_from_seven(case: Case) -> Iterator[Found]:
    """Its seats are in the profile."""
    words = f"党员名册里正式党员{len(case.full_members)}名"
    if case.profile.no_committee:
        text = f"{words}，支部概况勾选了“不设支委会”"
        yield Found(State.UNCLEAR, text, "branch", refs((case.profile,)))
    elif not case.committee():
        text = f"{words}，支部概况里没有登记支委"
        yield Found(State.UNREGISTERED, text, "branch", refs((case.profile,)))


@rule(
    Area.BRANCH, "正式党员不足7人的党支部，设1名书记，必要时可以设1名副书记",
    source=BRANCH_WORK.article(20), weight=Weight.MUST,
    unless=any_of(temporary, without_profile, without_roster, _many),
)  # fmt: skip
def secretary_alone(case: Case) -> Iterator[Found]:
    """No other posts are filled, nor seats whose post is not written by more than two people."""
    seats = [seat for seat in case.profile.committee if seat.who and seat.holds(case.on)]
    officers = (Post.SECRETARY, Post.DEPUTY, None)
    others, count = any(seat.post not in officers for seat in seats), len(case.committee())
    if others or count > _OFFICERS:
        said = "登记了书记、副书记以外的支委" if others else f"登记了支委{count}名"
        text = f"党员名册里正式党员{len(case.full_members)}名，支部概况里{said}"
        yield Found(State.UNCLEAR, text, "branch", refs((case.profile,)))


@rule(
    Area.BRANCH, "支部委员会由3至5人组成",
    source=BRANCH_WORK.article(20), weight=Weight.MUST,
    unless=any_of(temporary, without_committee, without_seats),
)  # fmt: skip
def committee_least(case: Case) -> Iterator[Found]:
    """At least so many."""
    count, least = len(case.committee()), case.values.number("支部设置.支委最少")
    if count < least:
        text = f"支部概况里登记支委{count}名，不足{least}名"
        yield Found(State.UNCLEAR, text, "branch", refs((case.profile,)))


@rule(
    Area.BRANCH, "支部委员会一般不超过7人",
    source=BRANCH_WORK.article(20), weight=Weight.USUAL,
    unless=any_of(temporary, without_committee, without_seats),
)  # fmt: skip
def committee_most(case: Case) -> Iterator[Found]:
    """At most so many."""
    count, most = len(case.committee()), case.values.number("支部设置.支委最多")
    if count > most:
        text = f"支部概况里登记支委{count}名，超过{most}名，请核对离任日期"
        yield Found(State.UNCLEAR, text, "branch", refs((case.profile,)))


@rule(
    Area.BRANCH, "支部委员会设书记和组织委员、宣传委员、纪检委员等",
    source=BRANCH_WORK.article(20), weight=Weight.MUST,
    unless=any_of(temporary, without_committee, without_seats),
)  # fmt: skip
def committee_posts(case: Case) -> Iterator[Found]:
    """Every post is filled; one may hold two."""
    held = [seat for seat in case.profile.committee if seat.who and seat.holds(case.on)]
    missing = [post for post in _POSTS if not any(seat.post is post for seat in held)]
    open_seats = [seat for seat in held if seat.post is None]
    state = State.UNCLEAR if open_seats else State.UNREGISTERED
    for post in missing:
        note = "，有支委没有填职务" if open_seats else ""
        text = f"支部概况里没有登记{post}{note}"
        yield Found(state, text, post.value, refs((case.profile,)))


@rule(
    Area.BRANCH, "党支部设书记",
    source=BRANCH_WORK.article(20), weight=Weight.MUST, unless=temporary,
)  # fmt: skip
def has_secretary(case: Case) -> Iterator[Found]:
    """The profile names one for the day."""
    if case.branch is None:
        draft = Branch(filed_under=case.year.period.year)
        yield Found(State.UNREGISTERED, "支部概况未登记，书记、支委待核", "branch", draft=draft)
    elif case.secretary is None:
        text = "支部概况里没有登记现任书记"
        yield Found(State.UNREGISTERED, text, "branch", refs((case.profile,)))


@rule(
    Area.BRANCH, "党支部书记一般应当具有1年以上党龄",
    source=BRANCH_WORK.article(23), weight=Weight.USUAL,
    unless=any_of(temporary, without_secretary),
)  # fmt: skip
def secretary_standing(case: Case) -> Iterator[Found]:
    """From 转正 to the day of taking office; 待核 where either is not known well enough."""
    person = case.roster.person(case.secretary)
    if person is None:
        text = "党员名册里没有找到书记，或者有重名，党龄待核"
        yield Found(State.UNCLEAR, text, "roster", refs((case.profile,)))
        return
    confirmed, years = person.confirmed_on, case.values.number("支部设置.书记党龄")
    if confirmed is None:
        text = f"党员名册里没有登记{person.name}的转正日期，党龄待核"
        yield Found(State.UNCLEAR, text, person.id, (ref(person),))
    elif months_later(confirmed.last(), 12 * years) > (since := _in_office(case)).first():
        text = f"{person.name}{confirmed.show()}转正，{since.show()}任书记，党龄满{years}年待核"
        yield Found(State.UNCLEAR, text, person.id, (ref(person), ref(case.profile)))


def _in_office(case: Case) -> Day:
    """Return since when the secretary has been so; the day looked at where that is not known."""
    holders = [
        *((row.who, row.since) for row in case.profile.secretaries),
        *((row.who, row.since) for row in case.profile.committee if row.post is Post.SECRETARY),
    ]
    days = [since for who, since in holders if since and who and who.same(case.secretary)]
    return min(days, default=Day(case.on.isoformat()))


RULES = (
    has_secretary, least_full_members, most_members, committee_from_seven, secretary_alone,
    committee_least, committee_most, committee_posts, secretary_standing,
)  # fmt: skip
