"""Writers: functions that set a Document on a page."""
