"""The fields of the forms: each shows and takes in the value of one spec."""
