"""A page is a list of cards and its few callbacks."""
