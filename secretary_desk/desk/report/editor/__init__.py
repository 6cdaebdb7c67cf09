"""A passage to write in, its figures as chips."""
