"""Steps turned round: what a step looks at is taken away, and the step must fail."""

from functools import partial, update_wrapper
from pathlib import Path

import installing
import use
from ground import Smoke, Step

_PACKAGES = Path("Lib", "site-packages")
_QT = _PACKAGES / "PySide6"
_RESOURCES = _PACKAGES / "secretary_desk" / "resources"


def _fails_without(part: Path, step: Step, smoke: Smoke) -> None:
    whole = smoke.program / part
    aside = smoke.program.parent / whole.name
    whole.rename(aside)
    try:
        step(smoke)
    except AssertionError as error:
        print("     as it should:", " ".join(str(error).split())[:150])
        return
    finally:
        aside.rename(whole)
    raise AssertionError(f"nothing was noticed without {part}")


def _without(part: Path, step: Step) -> Step:
    turned = update_wrapper(partial(_fails_without, part, step), step)
    turned.__doc__ = f"Without {part.name} this fails: {step.__doc__}"
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
    _without(Path("licences", "Qt"), installing.licences_are_there),
    _without(Path("installed.txt"), installing.uninstalls),
)
