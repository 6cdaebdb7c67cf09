"""What can go wrong that a user can mend, each said in one sentence."""


class DeskError(Exception):
    """A sentence for the user: what happened, and what to do about it."""


class Unreadable(DeskError):
    """A value that does not say what its field asks for."""
