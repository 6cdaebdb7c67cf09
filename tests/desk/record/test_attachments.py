"""Attachments are opened when they are what was kept; what may be a program is not started."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from secretary_desk.desk.record.context import FormContext
from secretary_desk.kinds import study_meeting
from secretary_desk.records.record import Attachment
from secretary_desk.store import attachments


class Opened(QObject):
    """Hears what would be shown in another program."""

    def __init__(self):
        super().__init__()
        self.files = []

    @Slot(QUrl)
    def show(self, url):
        self.files.append(url.toLocalFile())


@pytest.fixture
def opened():
    heard = Opened()
    QDesktopServices.setUrlHandler("file", heard, "show")
    yield heard.files
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def context(new_desk):
    return FormContext(new_desk, study_meeting.KIND, study_meeting.KIND.record)


def kept(context, folder, name):
    (folder / name).write_bytes(b"something")
    return context.attach(folder / name)


def test_a_document_is_opened(context, opened, tmp_path):
    attachment = kept(context, tmp_path, "签到表.PDF")
    context.open_attachment(attachment)
    path = attachments.path_of(context.desk.store.path, attachment)
    assert opened == [path.as_posix()]


@pytest.mark.parametrize("name", ["照片.jpg.exe", "说明.lnk", "说明.html", "说明"])
def test_of_what_may_be_a_program_only_the_folder_is_opened(context, opened, tmp_path, name):
    attachment = kept(context, tmp_path, name)
    context.ask.answers.extend(["取消", "打开所在文件夹"])
    context.open_attachment(attachment)
    assert opened == []
    context.open_attachment(attachment)
    path = attachments.path_of(context.desk.store.path, attachment)
    assert opened == [path.parent.as_posix()]


def test_nothing_outside_the_folder_and_nothing_changed_is_opened(context, opened, tmp_path):
    (tmp_path / "secret.pdf").write_bytes(b"x")
    context.open_attachment(Attachment(name="a.pdf", sha256=str(tmp_path / "secret"), size=1))
    attachment = kept(context, tmp_path, "a.pdf")
    attachments.path_of(context.desk.store.path, attachment).write_bytes(b"other")
    context.open_attachment(attachment)
    context.open_attachment(replace(attachment, sha256="0" * 64))
    assert opened == []
    assert len(context.ask.asked) == 3
