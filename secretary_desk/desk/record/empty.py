"""What an empty page says: what belongs there, and how to begin."""

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ...records.kind import Kind
from ..look import LINE, icon, set_role

PICTURES = {
    "study_meeting": "messages-square", "theme_day": "flag", "development": "user-plus",
    "highlight": "sparkles", "honour": "award", "problem": "list-checks",
    "review_comment": "message-square-quote", "plan": "target", "branch": "building-2",
    "person": "users", "first_agenda": "book-open", "org_life": "search-check",
    "appraisal": "clipboard-check", "talk": "message-circle", "training": "graduation-cap",
    "dues": "wallet", "election": "vote", "vanguard": "shield-check", "integration": "puzzle",
    "campaign": "zap", "service": "hand-heart", "visit": "footprints",
    "partnership": "handshake", "inspection": "scan-eye", "integrity": "scale",
    "publicity": "newspaper",
}  # fmt: skip
TEACHING = {
    "study_meeting": "每开一次支部党员大会、支部委员会、党小组会，或上一次党课，就在这里记一条。",
    "theme_day": "每月的主题党日，活动后在这里记一条。",
    "development": "一名同志一条：从递交入党申请书到转正，走到哪一步就填哪一步的日期。",
    "highlight": "支部做得有特色、有成效的工作，写明做法和看得见的成效。",
    "honour": "支部集体和党员个人获得的表彰。",
    "problem": "述职点评指出的、自己查出的问题，以及整改措施和完成日期。",
    "review_comment": "上级在述职评议会上的点评：肯定了什么，指出了什么问题。",
    "plan": "下一步打算：写在述职报告最后一部分，来年对照检查。",
    "branch": "支部的名称、班子和换届日期，每年一份。",
    "person": "支部的党员，以及申请人、积极分子、发展对象；转出的同志也留在这里。",
    "first_agenda": "每学一次“第一议题”，就在这里记一条：学了什么，怎样贯彻落实。",
    "org_life": "每开一次组织生活会记一条：会前征求的意见、会上查摆的问题、会后的整改。",
    "appraisal": "每年一次民主评议党员：应评、参评多少人，各等次多少人。",
    "talk": "每谈一次心记一条：谁和谁谈、属于哪一类；谈话内容只留在本机档案里，不写进报告。",
    "training": "党员参加的集中轮训、专题班、网络学习等，一期一条，记下学时和参加的人。",
    "dues": "一名党员一年一条：每月应交多少，各月实交多少、哪天交的。",
    "election": "每次换届选举记一条：应到实到、候选人、得票，以及上级批复的日期。",
    "vanguard": "党员突击队、示范岗、责任区、攻关小组等，一个载体一条，记下成员、任务和成果。",
    "integration": "党建与业务融合的项目，一项一条：做了什么，前后有什么看得见的变化。",
    "campaign": "上级部署或支部自己开展的专项行动，一项一条：举措、场次和成效。",
    "service": "为群众办的实事、志愿服务和帮扶，一件一条：谁参加、多少人受益、办成没有。",
    "visit": "每次走访调研记一条：到了哪里、了解到什么、当场解决了什么问题。",
    "partnership": "与外单位的联建共建，一家一条：协议日期，开展过的活动。",
    "inspection": "上级的抽查、督察、巡察和考核，一次一条：指出的问题和整改销号的日期。",
    "integrity": "责任书、承诺书、廉政党课、警示教育和廉政谈话等，一次一条。",
    "publicity": "支部被报道的稿件，一篇一条：标题、媒体和级别。",
}


class Empty(QWidget):
    """Stands where the form will be, until an entry is chosen or begun."""

    begun = Signal()

    def __init__(self, kind: Kind[Any]) -> None:
        super().__init__()
        self._kind = kind
        picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        picture.setPixmap(icon(PICTURES[kind.name], LINE).pixmap(QSize(64, 64)))
        self._says = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        set_role(self._says, "muted")
        begin = QPushButton("新增一条", autoDefault=False)
        set_role(begin, "plain")
        begin.clicked.connect(lambda _: self.begun.emit())
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addWidget(picture)
        layout.addWidget(self._says)
        layout.addSpacing(8)
        layout.addWidget(begin, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(3)

    def say(self, has_entries: bool) -> None:
        """Say what belongs on the page; where entries are, also how to see one."""
        teaching = TEACHING[self._kind.name]
        self._says.setText(f"{teaching}\n\n在左边选一条查看和修改。" if has_entries else teaching)
