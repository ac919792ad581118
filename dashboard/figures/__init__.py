"""Frames -> figures, pure, one figure a file."""
