"""Take out of a bundle what the program does not use: ``python prune.py BUNDLE``."""

import shutil
import struct
import sys
from pathlib import Path

_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtNetwork", "QtSvg")
_QT = {
    *(f"Qt6{module[2:]}.dll" for module in _MODULES),
    *(f"{module}.pyd" for module in _MODULES),
    "pyside6.abi3.dll",
    "__init__.py",
    "_config.py",
    "_git_pyside_version.py",
    "plugins/platforms/qwindows.dll",
    "plugins/imageformats/qico.dll",
    "plugins/imageformats/qgif.dll",
    "plugins/imageformats/qjpeg.dll",
    "plugins/imageformats/qsvg.dll",
    "plugins/iconengines/qsvgicon.dll",
    "translations/qtbase_zh_CN.qm",
}
# Microsoft's runtime, which Python and each wheel bring along; what else is named so is unused.
_RUNTIME = {f"{name}.dll" for name in ("vcruntime140", "vcruntime140_1", "msvcp140", "msvcp140_1")}
_RUNTIME |= {"msvcp140_2.dll"}
_NEEDLESS = (
    *("python.cat", "winsound.pyd", "_ssl.pyd", "libssl-3.dll"),  # the network is never used
    *(f"Lib/site-packages/{name}" for name in ("bin", "Scripts", "**/tests", "**/test")),
    *(f"Lib/site-packages/**/*.{end}" for end in ("pyi", "lib", "h", "pxd", "pxi", "c", "rng")),
    *(f"Lib/site-packages/lxml/{name}" for name in ("includes", "isoschematron", "objectify.*")),
    *(f"Lib/site-packages/PIL/{name}.*.pyd" for name in ("_avif", "_imagingtk")),
)


def main(bundle: Path) -> None:
    """Prune a bundle, and leave no empty folder in it."""
    packages = bundle / "Lib" / "site-packages"
    _share_runtime(bundle, packages)
    _prune_qt(packages / "PySide6")
    for pattern in _NEEDLESS:
        for path in list(bundle.glob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    folders = [path for path in bundle.rglob("*") if path.is_dir()]
    for folder in sorted(folders, key=lambda path: -len(path.parts)):
        if not any(folder.iterdir()):
            folder.rmdir()


def _share_runtime(bundle: Path, packages: Path) -> None:
    """Keep one copy of Microsoft's runtime, the newest, beside the program."""
    for found in list(packages.rglob("*140*.dll")):
        kept = bundle / found.name.lower()
        if kept.name in _RUNTIME and (not kept.exists() or version(kept) < version(found)):
            shutil.copy2(found, kept)
        found.unlink()


def version(library: Path) -> tuple[int, ...]:
    """Read a file's version from its VS_FIXEDFILEINFO, which begins with 0xFEEF04BD."""
    data = library.read_bytes()
    at = data.index(b"\xbd\x04\xef\xfe")
    high, low = struct.unpack("<II", data[at + 8 : at + 16])
    return high >> 16, high & 0xFFFF, low >> 16, low & 0xFFFF


def _prune_qt(qt: Path) -> None:
    support = set((qt / "support").rglob("*.py"))
    for path in [path for path in qt.rglob("*") if path.is_file()]:
        if path not in support and path.relative_to(qt).as_posix() not in _QT:
            path.unlink()
    if missing := sorted(name for name in _QT if not (qt / name).is_file()):
        raise SystemExit(f"PySide6 lacks {', '.join(missing)}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
