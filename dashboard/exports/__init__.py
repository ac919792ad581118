"""The same frames and filters -> files."""
