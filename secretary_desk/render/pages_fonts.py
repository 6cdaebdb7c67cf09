"""The fonts of the Qt pages: what the style names, else what stands in for it on this machine."""

import os
import sys
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QTextCharFormat,
)

from ..errors import DeskError
from ..report.style import Face, StyleSheet

DPI = 1440  # of the layout: every type size and pitch of the style is whole dots, all being twips
DOTS = DPI / 25.4  # dots in a millimetre

# The names under which Windows lists the same fonts where its language is not Chinese.
_ENGLISH = {
    "方正小标宋简体": "FZXiaoBiaoSong-B05S",
    "仿宋_GB2312": "FangSong_GB2312",
    "楷体_GB2312": "KaiTi_GB2312",
    "仿宋": "FangSong",
    "楷体": "KaiTi",
    "宋体": "SimSun",
    "黑体": "SimHei",
}
# Free fonts to be expected where none of these is: upright ones for 黑体, else with serifs.
_SANS = ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "WenQuanYi Zen Hei")
_SERIF = ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "AR PL UMing CN")
_LATIN = ("Liberation Serif", "Nimbus Roman")  # as wide as Times New Roman
_CHINESE = QFontDatabase.WritingSystem.SimplifiedChinese


@dataclass(frozen=True, eq=False, slots=True)
class Type:
    """One role's type, in dots: its Chinese font, and the format of letters and digits in it."""

    font: QFont
    latin: QTextCharFormat
    size: float


def dots(points: float) -> float:
    """Return points as dots."""
    return points * DPI / 72


@cache
def device() -> QImage:
    """Return the paint device for which text is laid out, whatever it is painted on."""
    image = QImage(1, 1, QImage.Format.Format_Mono)
    image.setDotsPerMeterX(round(DPI / 0.0254))
    image.setDotsPerMeterY(round(DPI / 0.0254))
    return image


def application() -> QCoreApplication:
    """Return the running application, or one made for a process without windows.

    Raises DeskError where the program has lost Qt's plugin for that.
    """
    return QCoreApplication.instance() or _screenless()


@cache
def _screenless() -> QGuiApplication:
    # On Linux a screen that is named but out of reach would end the process.
    platform = {"linux": "offscreen", "win32": "windows"}.get(sys.platform, "")
    if not platform or "QT_QPA_PLATFORM" in os.environ:
        return QGuiApplication(["secretary-desk"])
    _need_plugin(f"q{platform}")
    return QGuiApplication(["secretary-desk", "-platform", platform])


def _need_plugin(name: str) -> None:
    """Raise DeskError where a plugin is missing: Qt would end the process, or wait for a click."""
    places = [Path(path, "platforms") for path in QCoreApplication.libraryPaths()]
    if not any(next(place.glob(f"*{name}.*"), None) for place in places):
        raise DeskError(
            f"程序文件不完整，缺少 {name}，所以没有写出 PDF；档案没有变动。"
            "请重新安装书记案头，或先导出 Word 文件"
        )


def need_chinese() -> None:
    """Raise DeskError where no font has Chinese characters: a page would be empty boxes."""
    application()
    if not QFontDatabase.families(_CHINESE):
        raise DeskError(
            "这台电脑上没有中文字体，PDF 和打印页里的汉字会变成空框，所以没有写出；"
            "档案没有变动。请安装一种中文字体（如仿宋或思源宋体）后再试，或先导出 Word 文件"
        )


@lru_cache(maxsize=64)
def type_of(face: Face, style: StyleSheet, spacing: float) -> Type:
    """Return a face's type with so many points added after every character."""
    bold = face.bold or _stand_in_is_bold(face.font, style)
    chinese = _font(families(face.font, style), face.size, spacing, bold=bold)
    own = families(face.font, style) if face.latin == face.font else (face.latin, *_LATIN)
    latin = QTextCharFormat()
    latin.setFont(_font(own, face.size, spacing, bold=bold))
    return Type(chinese, latin, dots(face.size))


def stand_ins(style: StyleSheet) -> list[tuple[str, str]]:
    """Return each font that this machine lacks and the family shown in its stead."""
    wanted = {getattr(style.faces, role.name).font: None for role in fields(style.faces)}
    shown = {name: families(name, style)[0] for name in wanted}
    return [(name, used) for name, used in shown.items() if used not in _names(name)]


@lru_cache(maxsize=64)
def families(font: str, style: StyleSheet) -> tuple[str, ...]:
    """Return the installed families for a font, the best first; where none is, the font."""
    instead = [each.instead for each in style.stand_ins if each.font == font]
    free = (*_SANS, *_SERIF) if font == "黑体" else (*_SERIF, *_SANS)
    found = [_installed(each) for each in (font, *instead, *free)]
    named = dict.fromkeys(family for family in found if family)
    return tuple(named) or tuple(QFontDatabase.families(_CHINESE)[:1]) or (font,)


def _names(font: str) -> tuple[str, ...]:
    return (font, _ENGLISH[font]) if font in _ENGLISH else (font,)


def _installed(font: str) -> str:
    """Return the family that the system has under a font's name or alias, "" for none.

    Among several families Qt passes over one that is known by an alias alone.
    """
    known = next(filter(QFontDatabase.hasFamily, _names(font)), "")
    return QFontInfo(QFont(known)).family() if known else ""


def _stand_in_is_bold(font: str, style: StyleSheet) -> bool:
    shown = families(font, style)[0]
    if shown == _installed(font):
        return False
    instead = (each for each in style.stand_ins if each.font == font)
    return any(each.bold and _installed(each.instead) == shown for each in instead)


def _font(names: tuple[str, ...], size: float, spacing: float, *, bold: bool) -> QFont:
    font = QFont(list(names))
    font.setPointSizeF(size)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # The forms that a font has for the machine's language: another dash in Chinese, which no
    # table of the font ties to a character. The pages are to be the same wherever they are made.
    font.setFeature(QFont.Tag("locl"), 0)
    if spacing:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, dots(spacing) / unit())
    return QFont(font, device())


@cache
def unit() -> float:
    """Return how many dots one unit of letter spacing, or of tab stops, is: the screen decides."""
    font = QFont()
    plain = QFontMetricsF(font, device()).horizontalAdvance("x")
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 64.0)
    return (QFontMetricsF(font, device()).horizontalAdvance("x") - plain) / 64.0
