"""Item -> Findings, one file a field."""
