"""A briefing -> a report that prints: PDF, and its pages as pictures."""
