"""Why no way leads from a step to the entry that it names."""

from ...store.journal import Step
from ..desk import Desk
from ..pages import ELSEWHERE, PAGES


def no_way(desk: Desk, step: Step) -> str:
    """Return why the entry that a step names cannot be opened, in a sentence; empty when it can.

    No other entry of the step is opened in its place: the user would take it for this one.
    """
    if not step.refs:
        return ""
    entry = step.refs[0]
    if entry in step.gone:
        return "这条记录已经彻底删除，没有可以打开的"
    if entry.kind not in PAGES and entry.kind not in ELSEWHERE:
        return "这一步改的不在哪一页上，没有可以打开的"
    if desk.store.get(entry) is None:
        return "这条记录现在不在档案里，不能打开；删除的在回收站里，恢复以后可以打开"
    return ""
