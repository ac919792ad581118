"""Document -> Items, one file a shape."""
