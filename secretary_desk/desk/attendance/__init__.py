"""到会情况: who came over the year, and why not."""
