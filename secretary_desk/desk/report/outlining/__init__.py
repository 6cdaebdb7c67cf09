"""The dialog in which the outline is put in order."""
