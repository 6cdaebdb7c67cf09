"""From facts to a Document: wording, outline, style."""
