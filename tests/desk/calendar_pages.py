"""The page of the year's calendar, standing on a screen."""

from secretary_desk.desk.calendar.page import CalendarPage
from secretary_desk.desk.desk import Desk


def shown(qtbot, desk: Desk) -> CalendarPage:
    """Return the page; ``places`` takes down where it led."""
    page = CalendarPage(desk)
    qtbot.addWidget(page)
    desk.changed.connect(page.refresh)
    page.places = []
    page.wanted.connect(page.places.append)
    page.resize(1176, 660)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page
