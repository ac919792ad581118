"""Cells under headings -> records that state their fields."""
