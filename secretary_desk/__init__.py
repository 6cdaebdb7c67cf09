"""书记案头: a party-branch secretary's year of work becomes a formatted annual report."""

__version__ = "0.1.0"
