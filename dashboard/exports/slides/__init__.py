"""A briefing -> slides that can be edited: native charts and tables, a map of one shape a territory."""
