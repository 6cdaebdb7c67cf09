"""What leaves the desk: files written whole or not at all."""
