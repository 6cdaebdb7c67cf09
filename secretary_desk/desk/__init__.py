"""The window: everything that speaks with Qt widgets."""
