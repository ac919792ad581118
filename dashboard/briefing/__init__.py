"""A state and what a manager chose -> a briefing: plain records that every format turns into its file."""
