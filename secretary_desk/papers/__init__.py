"""Papers beside the report: each a document that the report's writers print."""
