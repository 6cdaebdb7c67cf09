"""A kind's page: its entries in a table beside the form of one of them."""
