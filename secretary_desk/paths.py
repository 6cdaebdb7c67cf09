"""Where the program's resources and the user's data lie."""

from functools import cache
from pathlib import Path

from platformdirs import user_data_path


@cache
def resources() -> Path:
    """Return the folder of resources: inside an installed package, beside it in a source tree."""
    package = Path(__file__).resolve().parent
    for folder in (package / "resources", package.parent / "resources"):
        if (folder / "wording").is_dir():
            return folder
    raise FileNotFoundError("the resources folder is missing from this installation")


def archives() -> Path:
    """Return the local folder in which new archives are placed."""
    return Path(user_data_path("书记案头", appauthor=False, roaming=False))
