"""Packages written by hand: their parts changed, and the list that goes with them."""

import json
import zipfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

Parts = dict[str, bytes]
LIST = "manifest.json"


def written(file: Path, parts: Parts) -> Path:
    """Write a package of these parts."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return file


def listed(parts: Parts, change: Callable[[dict[str, Any]], object] = lambda told: None) -> Parts:
    """Return the parts with a list that fits them, and then was changed."""
    told = json.loads(parts[LIST])
    others = {name: data for name, data in parts.items() if name != LIST}
    told["files"] = {n: {"size": len(d), "sha256": digest(d)} for n, d in others.items()}
    change(told)
    return {**others, LIST: json.dumps(told).encode()}


def digest(data: bytes) -> str:
    """Return the hash by which a list knows a part."""
    return sha256(data).hexdigest()
