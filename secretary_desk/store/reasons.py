"""Why reading or writing failed, in words that say what to do about it."""

import errno
import sqlite3

_FULL = "磁盘已满，请清理后再试"
_REFUSED = "文件夹是只读的，或没有权限，请换一个位置"
_GONE = "磁盘读写出错，或优盘已拔出，接好后再试"
_CUT = "网络断开了，连上后再试"
_IN_USE = "别的程序正在使用它，请关闭后再试"
# Three tables: the numbers of SQLite, of POSIX and of Windows mean different things.
_OF_SYSTEM = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: "磁盘放不下这么大的文件，请换一个磁盘",
    errno.EACCES: _REFUSED,
    errno.EPERM: _REFUSED,
    errno.EROFS: _REFUSED,
    errno.ENOENT: "找不到文件或文件夹，或优盘已拔出，请接好或换一个位置",
    errno.EIO: _GONE,
    errno.ENXIO: _GONE,
    errno.ENODEV: _GONE,
    errno.ENAMETOOLONG: "文件名太长，请改短一些",
    errno.ENOTDIR: "路径中间有一个不是文件夹，请换一个位置",
    errno.EISDIR: "那里已有同名的文件夹，请换一个名称",
    errno.EEXIST: "同名的文件已经存在，请换一个名称",
    errno.EBUSY: _IN_USE,
    errno.EINVAL: "文件名里有不能用的字符，请改一个名称",
    errno.EMFILE: "打开的文件太多，请关闭一些程序后再试",
    errno.ESTALE: _CUT,
    errno.ENOTCONN: _CUT,
    errno.ETIMEDOUT: _CUT,
    errno.ENETDOWN: _CUT,
    errno.ENETUNREACH: _CUT,
    errno.EHOSTUNREACH: _CUT,
    errno.ECONNRESET: _CUT,
    errno.ECONNABORTED: _CUT,
}
# Python gives these an errno that tells less: a file in use and a write-protected stick are both
# EACCES. Numbers as in “System Error Codes” of Microsoft's documentation.
_OF_WINDOWS = {
    19: "优盘或磁盘有写保护，请打开写保护开关后再试",
    21: "磁盘没有准备好，优盘可能已拔出，接好后再试",
    32: _IN_USE,
    33: _IN_USE,
    39: _FULL,
    112: _FULL,
    53: _CUT,
    59: _CUT,
    64: _CUT,
    67: _CUT,
    121: _CUT,
    1231: _CUT,
    206: "文件名太长，请改短一些",
    123: "文件名里有不能用的字符，请改一个名称",
    433: _GONE,
    1110: _GONE,
    1117: _GONE,
    1167: _GONE,
}
_OF_SQLITE = {
    sqlite3.SQLITE_BUSY: "别的程序正在使用档案，请稍后再试",
    sqlite3.SQLITE_LOCKED: "别的程序正在使用档案，请稍后再试",
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_READONLY: _REFUSED,
    sqlite3.SQLITE_PERM: _REFUSED,
    sqlite3.SQLITE_IOERR: _GONE,
    sqlite3.SQLITE_CANTOPEN: "文件夹不存在，没有权限，或优盘已拔出，请接好或换一个位置",
    # SQLite calls a disk corrupt too that answers each reading with an error.
    sqlite3.SQLITE_CORRUPT: _GONE,
    sqlite3.SQLITE_NOTADB: "它已不是一份档案",
}


def reason_of(error: OSError | sqlite3.Error) -> str:
    """Return why reading or writing failed, in words."""
    if isinstance(error, OSError):
        of_windows = _OF_WINDOWS.get(getattr(error, "winerror", None) or 0)
        return of_windows or _OF_SYSTEM.get(
            error.errno or 0, error.strerror or "磁盘读写出错，请换一个磁盘再试"
        )
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return _OF_SQLITE.get(code, "读写档案时出错，请重新打开档案再试")


def why_unread(error: OSError) -> str:
    """Return why a file cannot be opened for reading, in words."""
    reason = reason_of(error)
    return "没有权限读它，请管理员给您权限后再试" if reason == _REFUSED else reason
