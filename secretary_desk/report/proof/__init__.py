"""The proof reading: what does not agree in a report, found by small checks of one subject each."""
