"""Arguments in, one exit code out; every error is one sentence on stderr."""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from .. import __version__
from ..errors import DeskError
from ..paths import resources
from ..store.reasons import reason_of
from . import checking, commands, keeping, writing
from .demo import demo

_USAGE = (
    (r"the following arguments are required: (.+)", r"缺少 \1"),
    (r"unrecognized arguments: (.+)", r"不认识 \1"),
    (r"argument (\S+): expected one argument", r"\1 后面要跟一个值"),
    (r"argument (\S+): ignored explicit argument (.+)", r"\1 后面不跟值，多了 \2"),
    (r"argument (\S+): invalid choice: ('[^']*').*", r"\1 没有 \2 这一项"),
)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        for english, chinese in _USAGE:
            message = re.sub(english, chinese, message)
        raise DeskError(f"命令写得不对：{message}；用 secretary-desk --help 查看写法")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code: 0, or 2 after an error's sentence."""
    _speak_utf8()
    try:
        given = parser().parse_args(arguments)
        given.run(given)
    except DeskError as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
    # A name too long, a folder that may not be entered; a file that was taken out of the program.
    except (OSError, UnicodeError, ImportError) as error:
        print(_sentence(error), file=sys.stderr)
        return 2
    return 0


def _sentence(error: OSError | UnicodeError | ImportError) -> str:
    if lost := _lost(error):
        return f"程序文件不完整：{lost}；已保存的内容没有变动，请重新安装书记案头"
    reason = reason_of(error) if isinstance(error, OSError) else "文字里有无法保存的字符"
    return f"没有做成：{reason}；已保存的内容没有变动"


def _lost(error: OSError | UnicodeError | ImportError) -> str:
    """Return the part of the program that cannot be read, "" where the fault lies elsewhere."""
    match error:
        case ImportError():
            return " ".join(str(error).split())
        case OSError(filename=str(name)) if Path(name).is_relative_to(resources()):
            return name
    return ""


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")  # type: ignore[union-attr]


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = _Parser(prog="secretary-desk", description="书记案头：一年的支部工作写成述职报告")
    top.add_argument("--version", action="version", version=__version__)
    subs = top.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)
    for name, run, text, arguments in _COMMANDS:
        command = subs.add_parser(name, help=text, description=text)
        command.set_defaults(run=run)
        for argument in arguments:
            command.add_argument(*argument.names, **argument.options)
    return top


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1900 <= int(text) <= 2200):
        raise DeskError(f"--year 要填年度，如 2026；读不懂“{text}”")
    return int(text)


class _Argument:
    def __init__(self, *names: str, **options: Any) -> None:
        self.names, self.options = names, options


_FILE = _Argument("file", metavar="FILE", help="档案文件")
_KIND = _Argument("kind", metavar="KIND", help="记录种类，如 三会一课")
_INPUT = _Argument("input", metavar="INPUT", nargs="?", default="-", help="JSON 文件，- 为标准输入")
_JSON = _Argument("--json", action="store_true", help="输出 JSON")
_FORCE = _Argument("--force", action="store_true", help="覆盖已有文件")
_PASSPHRASE = _Argument(
    "--passphrase-file", default="", metavar="F", help="第一行是口令的文件，- 为标准输入"
)
_YEAR = _Argument("--year", type=_year, required=True, metavar="Y", help="年度")
_ANY_YEAR = _Argument("--year", type=_year, metavar="Y", help="年度")
_COMMANDS: tuple[tuple[str, Callable[[argparse.Namespace], None], str, tuple[_Argument, ...]], ...]
_COMMANDS = (
    ("demo", demo, "用虚构的示例支部走一遍：建档案、写报告", (
        _Argument("--out", default="demo", metavar="DIR", help="文件夹，默认 ./demo"), _FORCE)),
    ("new", commands.new, "新建档案", (
        _FILE,
        _Argument("--branch", required=True, help="支部名称"),
        _Argument("--secretary", required=True, help="书记姓名"),
        _Argument("--unit-type", default="", help="单位类型，如 国企"))),
    ("add", commands.add, "登记：一条或一列 JSON", (_FILE, _KIND, _INPUT, _JSON)),
    ("list", commands.show_list, "列出记录", (_FILE, _KIND, _ANY_YEAR, _JSON)),
    ("facts", commands.facts, "列出一年的数据和背后的记录", (_FILE, _YEAR, _JSON)),
    ("report", commands.report, "写出述职报告", (
        _FILE, _YEAR, _FORCE,
        _Argument("-o", "--out", required=True, metavar="X", help="X.docx、X.pdf、X.txt 或 X.json"),
        _Argument("--outline", default="", metavar="NAME", help="提纲名称"),
        _Argument("--speech", action="store_true", help="写现场稿"),
        _Argument("--proof", action="store_true", help="写核对稿：每个数据的批注里有它的记录"))),
    ("passages", writing.passages, "列出报告和现场稿的各段", (_FILE, _YEAR, _JSON)),
    ("edit", writing.edit, "改写一段", (
        _FILE, _YEAR,
        _Argument("--passage", required=True, metavar="KEY", help="段落，如 三会一课"),
        _Argument("input", metavar="INPUT", help="写好的文字（文本文件，- 为标准输入）"))),
    ("outline", writing.outline, "列出提纲", (
        _FILE, _YEAR, _JSON,
        _Argument("--preset", default="", metavar="NAME", help="预设提纲，如 国企、三段"))),
    ("proofread", writing.proofread, "校核一年的报告", (_FILE, _YEAR, _JSON)),
    ("check", checking.check, "自查一年的登记情况", (
        _FILE, _YEAR, _JSON,
        _Argument("--as-of", default="", metavar="DATE", help="检查日期，默认今天"))),
    ("undo", commands.undo, "撤销上一步", (_FILE,)),
    ("redo", commands.redo, "重做撤销的一步", (_FILE,)),
    ("history", commands.history, "最近的改动", (_FILE, _JSON)),
    ("backup", keeping.backup, "备份档案，读回来核对", (
        _FILE, _JSON,
        _Argument("--to", default="", metavar="FOLDER", help="备份到这个文件夹，如优盘上的"))),
    ("backups", keeping.backups, "列出完好的备份", (
        _FILE, _JSON,
        _Argument("--in", dest="within", default="", metavar="FOLDER", help="也看这个文件夹"))),
    ("restore", keeping.restore_backup, "从备份恢复", (
        _Argument("backup", metavar="BACKUP", help="备份文件"), _FILE, _JSON,
        _Argument("--force", action="store_true", help="替换现有档案（先备份它）"),
        _Argument("--show", action="store_true", help="只看会改动什么"),
        _Argument("--without-bad-files", action="store_true", help="不带已损坏的附件"))),
    ("pack", keeping.pack_archive, "把档案、附件打包成一个文件", (
        _FILE, _JSON, _FORCE, _PASSPHRASE,
        _Argument("-o", "--out", required=True, metavar="X", help="X.sdeskpack"))),
    ("unpack", keeping.unpack_archive, "从打包文件里取出档案", (
        _Argument("package", metavar="X", help="X.sdeskpack"), _JSON, _PASSPHRASE,
        _Argument("--to", default=".", metavar="FOLDER", help="文件夹，默认当前文件夹"))),
    ("kinds", commands.kinds, "列出各种记录和它们的项目", (_JSON,)),
)  # fmt: skip
