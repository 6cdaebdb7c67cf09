"""A number that can be nobody's is remarked on, and never told."""

import pytest

from secretary_desk.kinds.person import Person
from secretary_desk.records.identity_number import slip
from secretary_desk.records.record import problems

SOUND = "11010519491231002X"  # the standard's own example


@pytest.mark.parametrize(
    "written",
    [
        "",
        SOUND,
        SOUND.lower(),
        "110105 19491231 002X",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105491231002",
    ],
)
def test_a_sound_number_however_written_is_not_remarked_on(written):
    assert slip(written) == ""


def test_of_a_wrong_length_it_is_told_how_many_characters_there_are():
    assert slip(SOUND[:-1]) == "身份证号应为18位（旧证15位），现在是17位，请核对"
    assert "现在是19位" in slip(SOUND + "1")


def test_two_digits_that_changed_places_and_a_wrong_last_one_are_found():
    for wrong in ("11010519491213002X", "110105194912310021"):
        assert slip(wrong) == "身份证号的最后一位与前面对不上，可能有一位填错，请核对"


def test_what_is_no_digit_is_found():
    assert slip("11010519491231O02X") == "身份证号里有不是数字的字，请核对"


@pytest.mark.parametrize("written", [SOUND[:-1], "110105194912310021", "11010519491231O02X"])
def test_the_remark_stands_at_the_field_and_does_not_tell_the_number(written):
    (said,) = (p for p in problems(Person(name="甲", id_number=written)) if p.field == "id_number")
    assert written not in said.text
    assert not any(written[n : n + 4] in said.text for n in range(len(written) - 3))
