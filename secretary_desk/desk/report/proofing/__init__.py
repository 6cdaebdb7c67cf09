"""The proof reading: what does not agree, and what the user answers."""
