"""Labels of the user's words, which may be long ones without a blank."""

from PySide6.QtWidgets import QLabel, QSizePolicy


def yielding(label: QLabel) -> QLabel:
    """Let a label wrap in the room that there is: Qt would widen all around it for a long word."""
    label.setWordWrap(True)
    policy = label.sizePolicy()  # the label's own, which tells that its height goes by its width
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(policy)
    return label
