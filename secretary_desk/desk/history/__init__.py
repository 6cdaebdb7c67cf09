"""最近改动: every step by day and by entry, and the recycle bin."""
