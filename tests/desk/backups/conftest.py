"""An archive with a backup of yesterday, and the dialog that offers it."""

import pytest
from desk.backups.showing import LATER, YESTERDAY, said
from sample import sample_archive
from store.makers import meeting

from secretary_desk.store.backup import back_up
from secretary_desk.store.store import Store


@pytest.fixture
def archive(home):
    """The sample's archive with a backup of yesterday, after which an entry was added."""
    archive = sample_archive(home)
    back_up(archive, now=lambda: YESTERDAY)
    with Store.open(archive) as store:
        store.save(meeting(LATER))
    return archive


@pytest.fixture
def offered(program, qtbot):
    """Wait until the dialog has found its backups and said what the first would change."""

    def wait():
        dialog = program._offering.dialog
        qtbot.waitUntil(lambda: "正在" not in said(dialog), timeout=20_000)
        return dialog

    return wait
