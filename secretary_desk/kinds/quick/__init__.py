"""记一笔: entries read from lines as people jot them down."""
