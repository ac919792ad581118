"""Documents in, tables of activities out."""
