"""A program in a home of its own, for the tests of its backups."""

from desk.test_program import home, program

__all__ = ["home", "program"]
