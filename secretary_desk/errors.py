"""What can go wrong that a user can mend, each said in one sentence."""


class DeskError(Exception):
    """A sentence for the user: what happened, and what to do about it."""


class Damaged(DeskError):
    """A file that is no sound archive as it stands: a backup is what helps."""


class Away(DeskError):
    """A file that cannot be had just now: it is not where it was, or its disk does not answer."""


class Unreadable(DeskError):
    """A value that does not say what its field asks for."""
