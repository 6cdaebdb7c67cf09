"""The sample's window on the smallest screen."""

import pytest
from desk.windows import SMALL, standing


@pytest.fixture
def window(qtbot, sample_desk):
    window = standing(qtbot, sample_desk, SMALL)
    yield window
    assert window.close()
