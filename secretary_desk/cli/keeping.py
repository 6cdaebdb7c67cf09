"""Backups and packages on the command line."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from ..errors import DeskError
from ..store.backup import Backup, Reason, back_up, backups_of, restore
from ..store.holding import refuse_while_open
from ..store.offers import difference, offers
from ..store.pack import SUFFIX, pack
from ..store.reasons import why_unread
from ..store.second import back_up_to
from ..store.unpack import needs_passphrase, unpack
from .shapes import print_json


def backup(given: Namespace) -> None:
    """Back an archive up, beside it or into a folder that is there."""
    archive = Path(given.file)
    if given.to:
        made = back_up_to(archive, Path(given.to))
    else:
        path = back_up(archive, reason=Reason.BY_HAND)
        made = next(one for one in backups_of(archive) if one.path == path)
    if given.json:
        print_json(_backup(made))
    else:
        print(f"已备份并核对：{made.path}（{made.entries}条）")


def backups(given: Namespace) -> None:
    """List the good backups of an archive, the last made first."""
    folders = [Path(given.within)] if given.within else []
    found = offers(Path(given.file), *folders)
    if given.json:
        print_json([_backup(one) for one in found])
        return
    for one in found:
        print(f"{one.at:%Y-%m-%d %H:%M:%S}", f"{one.entries}条", one.reason, one.path, sep="\t")


def restore_backup(given: Namespace) -> None:
    """Make an archive out of a backup, or say what that would change."""
    source, target = Path(given.backup), Path(given.file)
    changes = difference(target, source)
    if not given.show:
        refuse_while_open(target, "恢复")
        restore(source, target, replace=given.force, without_bad_files=given.without_bad_files)
    if given.json:
        print_json({"archive": str(target), "done": not given.show, "changes": [
            {"kind": c.kind, "label": c.label, "back": c.back, "changed": c.changed, "gone": c.gone}
            for c in changes]})  # fmt: skip
        return
    print(*(change.words for change in changes), sep="\n", end="\n" if changes else "")
    print("没有恢复，只看会改动什么" if given.show else f"已恢复：{target}")


def pack_archive(given: Namespace) -> None:
    """Write an archive with its attachments into one file, encrypted if a passphrase is given."""
    target = Path(given.out)
    if target.suffix.lower() != SUFFIX:
        raise DeskError(f"打包成的文件名要以 {SUFFIX} 结尾，不能写成“{target.name}”")
    if target.exists() and not given.force:
        raise DeskError(f"“{target}”已经存在；要覆盖请加 --force")
    packed = pack(Path(given.file), target, _passphrase(given))
    if given.json:
        print_json({
            "path": str(packed.path), "entries": packed.entries, "files": packed.files,
            "missing": packed.missing, "encrypted": bool(given.passphrase_file)})  # fmt: skip
        return
    lost = f"，缺少{packed.missing}个附件" if packed.missing else ""
    print(f"已打包并核对：{packed.path}（{packed.entries}条，{packed.files}个附件{lost}）")


def unpack_archive(given: Namespace) -> None:
    """Take an archive with its attachments out of a package."""
    package = Path(given.package)
    if needs_passphrase(package) and not given.passphrase_file:
        raise DeskError(f"“{package.name}”有口令，请用 --passphrase-file 给出")
    out = unpack(package, Path(given.to), _passphrase(given))
    if given.json:
        print_json({"archive": str(out.archive), "settings": out.settings})
    else:
        print(f"已取出档案：{out.archive}")


def _backup(made: Backup) -> dict[str, Any]:
    return {
        "path": str(made.path),
        "at": made.at.isoformat(timespec="seconds"),
        "entries": made.entries,
        "reason": made.reason,
    }


def _passphrase(given: Namespace) -> str | None:
    """Return the first line of the file that holds the passphrase: never an argument, which
    every program on the machine may read."""
    name = given.passphrase_file
    if not name:
        return None
    try:
        data = sys.stdin.buffer.readline() if name == "-" else Path(name).read_bytes()
        words = data.decode("utf-8-sig").splitlines()[:1]
    except OSError as error:
        raise DeskError(f"打不开“{name}”：{why_unread(error)}") from None
    except UnicodeDecodeError:
        raise DeskError(f"“{name}”不是 UTF-8 文本") from None
    return "".join(words)
