"""The statutes and notices that rules are taken from."""

from dataclasses import dataclass

from ..records.numerals import chinese


@dataclass(frozen=True, slots=True)
class Source:
    """A text; ``note`` says where it is not a statute read in full."""

    title: str
    note: str = ""

    def article(self, *numbers: int) -> str:
        """Return the text with its articles named: ``《…》第十一条、第十二条``."""
        named = "、".join(f"第{chinese(number)}条" for number in numbers)
        return f"{self.title}{named}{self.note}"

    def whole(self) -> str:
        """Return the text's name alone."""
        return f"{self.title}{self.note}"


BRANCH_WORK = Source("《中国共产党支部工作条例（试行）》")
EDUCATION = Source("《中国共产党党员教育管理工作条例》")
DEVELOPMENT_2014 = Source("《中国共产党发展党员工作细则》（2014年）")
DEVELOPMENT_2026 = Source(
    "《中国共产党发展党员工作细则》（2026年修订）", "（二手摘要，待核对原文）"
)
ELECTION = Source("《中国共产党基层组织选举工作条例》")
ELECTION_UNREAD = Source("《中国共产党基层组织选举工作条例》", "（条文待核对原文）")
DUES = Source("《关于中国共产党党费收缴、使用和管理的规定》（中组发〔2008〕3号）")
PLAN = Source("全国党员教育培训工作规划", "（非法规条文，待核对原文）")
NOTICE = Source("上级通知的通行要求", "（非法规条文）")
CUSTOM = Source("通行做法", "（非法规条文）")
