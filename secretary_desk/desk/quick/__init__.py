"""记一笔: a small window that takes lines, says what it makes of them, and keeps them."""
