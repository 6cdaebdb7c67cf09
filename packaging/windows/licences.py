"""Lay the licences of everything in a bundle in a folder of it: ``python licences.py BUNDLE``."""

import shutil
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

from prune import version

_OWN = "secretary-desk"
_TEXTS = ("licen", "copying", "notice")  # how the names of licences begin
_COMMON = Path("/usr/share/common-licenses")  # Debian's: Qt's wheels name the LGPL without it
_NOTICES = {
    "Microsoft": """Microsoft Visual C++ runtime (msvcp140*.dll, vcruntime140*.dll)

(c) Microsoft Corporation. Distributable Code of Visual Studio, passed on unmodified as it comes
with Python and the PySide6 wheels, and only together with this program.
""",
    "SQLite": """SQLite (sqlite3.dll), as it comes with Python

Its authors have given it to the public domain.
""",
    "Qt": """Qt (Qt6*.dll and the plugins), as it comes with the PySide6 wheels, unmodified

Licensed under the GNU LGPL 3, whose text stands beside this notice with that of the GPL 3 that it
refers to. Whoever builds these libraries from other sources may put them in the place of ours:
they are files of their own. The Qt Project publishes the sources of each version, as qtbase, qtsvg
and pyside-setup.

Parts of Qt come from others, under their licences, whose texts are in those sources: among them
double-conversion, easing and libjpeg (BSD and IJG), MD4C, HarfBuzz, TinyCBOR and forkfd (MIT),
PCRE2 (BSD), zlib and libpng (their own), FreeType (FTL: portions of this software are copyright
The FreeType Project, all rights reserved), the Unicode data files (Unicode), the list of public
suffixes (MPL 2.0).
""",
}


def main(bundle: Path) -> None:
    """Write ``licences``: a folder for each part, and index.txt, which the window shows."""
    folder, packages = bundle / "licences", bundle / "Lib" / "site-packages"
    parts = {each.name: each for each in distributions(path=[str(packages)]) if each.name != _OWN}
    for name, part in parts.items():
        _copy_texts(part, folder / name)
    _add(folder / "Python", bundle / "LICENSE.txt")
    _add(folder / "OpenSSL", _COMMON / "Apache-2.0")
    _add(folder / "Qt", _COMMON / "LGPL-3", _COMMON / "GPL-3")
    _add(folder / "libsodium", folder / "PyNaCl" / "LICENSE.libsodium.txt")
    _add(folder / "Lucide", packages / "secretary_desk" / "resources" / "icons" / "LICENSE")
    for name, text in _NOTICES.items():
        _add(folder / name)
        (folder / name / "NOTICE.txt").write_text(text, "utf-8")
    lines = [
        f"Python {_python(bundle)}：PSF-2.0",
        f"Qt {parts['PySide6_Essentials'].version}：LGPL-3.0-only，可换上自行编译的 Qt6*.dll",
        "Microsoft Visual C++ 运行库：Microsoft，可再分发",
        f"OpenSSL {_version(bundle / 'libcrypto-3.dll')}：Apache-2.0",
        f"SQLite {_version(bundle / 'sqlite3.dll')}：公有领域",
        "libsodium：ISC",
        "Lucide 图标：ISC",
        *(f"{name} {parts[name].version}：{_licence(parts[name])}" for name in sorted(parts)),
    ]
    text = "".join(f"{line}\r\n" for line in lines)
    (folder / "index.txt").write_text(text, "utf-8-sig", newline="")


def _copy_texts(part: Distribution, folder: Path) -> None:
    folder.mkdir(parents=True)
    for file in part.files or ():
        if ".dist-info" in file.parts[0] and file.name.lower().startswith(_TEXTS):
            shutil.copyfile(str(file.locate()), folder / file.name)
    if not any(folder.iterdir()):
        (folder / "LICENSE.txt").write_text(f"{part.name}: {_licence(part)}\n", "utf-8")


def _licence(part: Distribution) -> str:
    """Return the licence's name: an expression, else a short field, else its classifier."""
    meta = part.metadata
    named = meta.get("License-Expression") or meta.get("License") or ""
    classifiers = [each for each in meta.get_all("Classifier", []) if each.startswith("License")]
    named = named if "\n" not in named else ""
    return named or " / ".join(each.rsplit(" :: ", 1)[1] for each in classifiers)


def _python(bundle: Path) -> str:
    """Return Python's version; its library counts 3.13.2 as 3.13.2150."""
    major, minor, micro, _ = version(next(bundle.glob("python3??.dll")))
    return f"{major}.{minor}.{micro // 1000}"


def _version(library: Path) -> str:
    return ".".join(map(str, version(library)[:3]))


def _add(folder: Path, *texts: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for text in texts:
        shutil.copyfile(text, folder / f"{text.name.removesuffix('.txt')}.txt")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
