"""The user's version of a passage beside the generated one."""
