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
    "person": "users",
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
