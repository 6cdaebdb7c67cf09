"""发展党员: one person's way as a timeline, and everyone's beside one another."""
