"""A figure picked from a list, in one of its forms."""
