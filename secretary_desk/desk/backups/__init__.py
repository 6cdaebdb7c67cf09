"""Backups in the window: made on the way, in two places, and taken back."""
