"""From a year of entries to its figures."""
