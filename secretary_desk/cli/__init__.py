"""The command line: the whole chain without a window."""
