"""How many rounds a long test makes: all under ``.ci/run --full``, else a tenth."""

import os


def rounds(full: int) -> int:
    """Return the number of rounds for this run."""
    return full if os.environ.get("SECRETARY_DESK_FULL") == "1" else max(full // 10, 1)
