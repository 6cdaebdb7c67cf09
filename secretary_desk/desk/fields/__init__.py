"""The fields of the forms: each shows and takes in the value of one spec."""

from .context import Context
from .field import Field
from .make import WIDGETS, make_field

__all__ = ["WIDGETS", "Context", "Field", "make_field"]
