"""The main job on sample data: a fictional branch's year, entered and reported."""

from argparse import Namespace
from pathlib import Path

from ..errors import DeskError
from ..export.files import write_whole
from ..facts.gather import gather
from ..facts.load import load_year
from ..report.style import load_style
from ..report.written import counted, written_report
from ..store.holding import refuse_while_open
from ..store.sample import YEAR, enter_sample
from ..store.store import Store
from .reporting import REPORTS

ARCHIVE, REPORT = "示例支部.sdesk", f"{YEAR}年度示例述职报告.docx"


def demo(given: Namespace) -> None:
    """Build the sample archive, write its report, and say what came of it."""
    folder = Path(given.out)
    archive, out = folder / ARCHIVE, folder / REPORT
    for path in (archive, out):
        if path.exists() and not given.force:
            raise DeskError(f"“{path}”已经存在；要覆盖请加 --force")
    if archive.is_dir():
        raise DeskError(f"“{archive}”是文件夹，不能写成档案")
    refuse_while_open(archive, "重建")
    archive.unlink(missing_ok=True)
    with Store.create(archive) as store:
        entries = enter_sample(store)
        figures = gather(load_year(store, YEAR)).figures()
        document = written_report(store, YEAR)
    write_whole(out, REPORTS[".docx"](document, load_style()), force=True)
    characters, gaps = counted(document)
    print("这是一个虚构的示例支部：单位、人员和事例都不是真实的。")
    print(f"记录：{entries}条\n数据：{len(figures)}项\n字数：{characters}字\n待补充：{gaps}处")
    print(f"档案：{archive}\n报告：{out}")
