"""The self-check's page: what the rules find, where it leads, and what the user answers."""
