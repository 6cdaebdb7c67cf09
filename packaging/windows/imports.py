"""Tell which libraries a bundle's programs ask for and do not find: ``python imports.py BUNDLE``.

Wine brings a C++ runtime of its own, so that only this notices one that was forgotten.
"""

import re
import subprocess
import sys
from pathlib import Path

# What every Windows 10 1809 has; further sets of functions are named api-ms-win-….
_WINDOWS = """
advapi32 authz bcrypt bcryptprimitives comctl32 comdlg32 crypt32 d3d11 d3d12 d3d9 dnsapi
dwmapi dwrite dxgi gdi32 icuuc imm32 iphlpapi kernel32 mpr mscms msvcrt ncrypt netapi32 ntdll
ole32 oleaut32 pathcch propsys rpcrt4 secur32 setupapi shcore shell32 shlwapi uiautomationcore
user32 userenv uxtheme version winhttp winmm winspool wintrust ws2_32 wtsapi32
""".split()  # noqa: SIM905 - as a table it is read at a glance
_SETS = ("api-ms-win-", "ext-ms-")
_IMPORT = re.compile(r"DLL Name: (\S+)")


def main(bundle: Path) -> int:
    """Print what is missing and return how much it is."""
    files = [path for path in bundle.rglob("*") if path.suffix.lower() in {".exe", ".dll", ".pyd"}]
    here = {path.name.lower() for path in files}
    missing = [(path, name) for path in files for name in _imported(path) if _lacks(name, here)]
    for path, name in missing:
        print(f"{path.relative_to(bundle)} asks for {name}, which is not there")
    print(f"{len(files)} programs and libraries, {len(missing)} imports missing")
    return len(missing)


def _imported(path: Path) -> list[str]:
    told = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=True)
    return [name.lower() for name in _IMPORT.findall(told.stdout)]


def _lacks(name: str, here: set[str]) -> bool:
    known = name in here or name.rsplit(".", 1)[0] in _WINDOWS
    return not known and not name.startswith(_SETS)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])) > 0)
