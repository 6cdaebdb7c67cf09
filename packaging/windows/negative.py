"""Steps turned round: what a step looks at is taken away, and the step must fail."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial, update_wrapper
from pathlib import Path
from zipfile import ZipFile

import installing
import safe
import use
from ground import CLASSES, Smoke, Step

_PACKAGES = Path("Lib", "site-packages")
_QT = _PACKAGES / "PySide6"
_RESOURCES = _PACKAGES / "secretary_desk" / "resources"
_MARKER = "SecretaryDesk/portable.txt"

_Taken = Callable[[Smoke], AbstractContextManager[None]]


@contextmanager
def _file(part: Path, smoke: Smoke) -> Iterator[None]:
    """Take a file or folder out of the installed program for a while."""
    whole = smoke.program / part
    aside = smoke.program.parent / whole.name
    whole.rename(aside)
    try:
        yield
    finally:
        aside.rename(whole)


@contextmanager
def _marker(smoke: Smoke) -> Iterator[None]:
    """Take the marker out of the portable zip for a while."""
    whole, smoke.portable = smoke.portable, smoke.place / "unmarked.zip"
    try:
        with ZipFile(whole) as found, ZipFile(smoke.portable, "w") as made:
            for each in found.infolist():
                if each.filename != _MARKER:
                    made.writestr(each, found.read(each))
        yield
    finally:
        smoke.portable.unlink()
        smoke.portable = whole


@contextmanager
def _association(smoke: Smoke) -> Iterator[None]:
    """Take from the registry, for good, what a double click on an archive starts."""
    smoke.box.run("reg", "delete", f"HKCU\\{CLASSES}\\SecretaryDesk.Archive", "/f")
    yield


def _fails_without(taken: _Taken, step: Step, smoke: Smoke) -> None:
    with taken(smoke):
        try:
            step(smoke)
        except AssertionError as error:
            print("     as it should:", " ".join(str(error).split())[:150])
            return
    raise AssertionError("nothing was noticed")


def _without(what: Path | _Taken, step: Step) -> Step:
    taken = partial(_file, what) if isinstance(what, Path) else what
    turned = update_wrapper(partial(_fails_without, taken, step), step)
    name = what.name if isinstance(what, Path) else what.__name__.lstrip("_")
    turned.__doc__ = f"Without {name} this fails: {step.__doc__}"
    return turned


NEGATIVE = (
    _without(_QT / "plugins" / "platforms" / "qwindows.dll", use.opens_its_window),
    _without(_QT / "plugins" / "platforms" / "qwindows.dll", use.writes_pdf),
    _without(_QT / "translations" / "qtbase_zh_CN.qm", use.speaks_no_complaint),
    _without(_QT / "Qt6PrintSupport.dll", installing.is_complete),
    _without(Path("msvcp140.dll"), installing.is_complete),
    _without(Path("python313.dll"), use.tells_the_same),
    _without(_RESOURCES / "report" / "template", use.writes_word),
    _without(_RESOURCES / "rules" / "meetings.toml", use.tells_the_same),
    _without(Path("sqlite3.dll"), safe.restores),
    _without(_PACKAGES / "nacl" / "_sodium.pyd", safe.packs),
    _without(Path("licences", "Qt"), installing.licences_are_there),
    _without(_marker, installing.is_portable),
    _without(_association, use.opens_its_window),
    _without(Path("installed.txt"), installing.uninstalls),
)
