"""The archive: one SQLite file per branch, with a journal of every change."""
