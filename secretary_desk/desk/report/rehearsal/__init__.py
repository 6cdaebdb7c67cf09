"""The speech in large letters beside a clock."""
