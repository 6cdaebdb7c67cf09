"""Skip what a machine cannot judge; where all judges must be present, let it fail instead."""

import os

import pytest


def needs(missing: str) -> pytest.MarkDecorator:
    """Return a mark that skips for the reason in ``missing``, if there is one."""
    strict = os.environ.get("SECRETARY_DESK_CI") == "1"
    return pytest.mark.skipif(bool(missing) and not strict, reason=missing or "nothing is missing")


def found(program: str | None, missing: str) -> str:
    """Return a program's path, or fail with the sentence that says why it is not there."""
    if program is None:
        pytest.fail(missing)
    return program
