"""Records -> the formats that the aid world exchanges, one file a format."""
