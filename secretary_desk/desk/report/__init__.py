"""The report page: outline, passages, and the pages as they will print."""
