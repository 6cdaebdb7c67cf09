"""What holds for every test: no screen is needed, and in CI nothing is skipped."""

import gc
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import Phase, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

FULL = bool(os.environ.get("SECRETARY_DESK_FULL"))
# What not every machine lets even root do: a test that needs it may be skipped in CI too.
NOT_PERMITTED = ("no disk can be mounted", "no network namespace can be made", "may be traced here")
CI = bool(os.environ.get("SECRETARY_DESK_CI"))

# Without the phase that explains a failure: it traces every line, and PySide6 has many.
COMMON = {"deadline": None, "derandomize": True, "phases": set(Phase) - {Phase.explain}}
settings.register_profile("a tenth", max_examples=20, **COMMON)
settings.register_profile("full", max_examples=200, **COMMON)
settings.load_profile("full" if FULL else "a tenth")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Let Python collect garbage by itself again once the tests of the window are over."""
    if not gc.isenabled() and not item.nodeid.startswith("tests/desk/"):
        gc.collect()
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    report = yield
    return _failed_if_skipped(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    report = yield
    return _failed_if_skipped(report)


def pytest_sessionfinish() -> None:
    """Empty the clipboard: what Python put there would outlive Python, and end in a crash."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui and gui.QGuiApplication.instance():
        gui.QGuiApplication.clipboard().clear()


def _failed_if_skipped(report):
    told = str(report.longrepr)
    may_skip = hasattr(report, "wasxfail") or any(reason in told for reason in NOT_PERMITTED)
    if CI and report.skipped and not may_skip:
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {report.longrepr}"
    return report
