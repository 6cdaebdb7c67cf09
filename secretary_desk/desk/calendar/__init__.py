"""年历: the year, a quarter, a month, and what is due."""
