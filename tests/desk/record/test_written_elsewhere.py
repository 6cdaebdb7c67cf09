"""An entry that another program writes while it stands in its form: neither's words are lost."""

from dataclasses import replace

from desk.record.test_record_page import box, meetings, shown
from typing_chinese import compose

from secretary_desk.records.record import ref
from secretary_desk.store.store import Store


def test_what_another_program_wrote_stays_beside_what_is_typed(sample_desk, qtbot):
    page = shown(qtbot, sample_desk)
    entry = page._editor.base if page._editor.base.created else meetings(page)[0]
    page._editor.show_record(entry)
    with Store.open(sample_desk.store.path) as other:
        other.save(replace(other.get(ref(entry)), place="另一处", topic="另一处写的"))
    compose(box(page, "topic"), "这里写的")
    assert page._editor.save()
    saved = sample_desk.store.get(ref(entry))
    assert saved.place == "另一处"
    assert "这里写的" in saved.topic
