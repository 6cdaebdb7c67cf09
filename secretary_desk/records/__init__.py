"""The values everyone speaks in: specs, records, periods, facts. No Qt, no SQL."""
