"""An archive with a photo in it, for the tests of its copies."""

import hashlib
from datetime import datetime
from pathlib import Path

from store.makers import meeting

from secretary_desk.kinds import study_meeting
from secretary_desk.store import attachments
from secretary_desk.store.store import Store

NOON = datetime(2026, 11, 21, 12, 0, 0)
NAME = "第一党支部"


def archive_with_photo(folder: Path) -> Path:
    """Make an archive of three entries, one of them with a photo."""
    path = folder / f"{NAME}.sdesk"
    with Store.create(path) as store:
        store.save(meeting("一"), meeting("二"), with_photo(path, "有照片", bytes(5000)))
    return path


def with_photo(archive: Path, topic: str, data: bytes) -> study_meeting.StudyMeeting:
    """Return an entry whose photo lies beside the archive."""
    kept = attachments.keep_bytes(archive, "照片.jpg", b"\xff\xd8" + data)
    given = {"文件名": kept.name, "校验值": kept.sha256, "大小": kept.size}
    return meeting(topic, 附件=[given])


def save(archive: Path, *topics: str) -> None:
    """Add entries."""
    with Store.open(archive) as store:
        store.save(*map(meeting, topics))


def topics(archive: Path) -> list[str]:
    """Return the topics of its entries, in their order."""
    with Store.open(archive) as store:
        return [entry.topic for entry in store.entries(study_meeting.KIND)]


def photos_are_sound(archive: Path) -> bool:
    """Whether there are photos and all are as they were."""
    with Store.open(archive) as store:
        entries = store.entries(study_meeting.KIND)
    files = [file for entry in entries for file in entry.files]
    return bool(files) and all(attachments.is_sound(archive, file) for file in files)


def names(folder: Path) -> list[str]:
    """Return the files in a folder, wherever in it."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def tree(folder: Path) -> dict[str, str]:
    """Return the files in a folder with their digests."""
    return {
        name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names(folder)
    }


def with_byte_changed(path: Path, place: int, by: int = 1) -> None:
    """Change one byte of a file."""
    data = bytearray(path.read_bytes())
    data[place] ^= by
    path.write_bytes(data)
