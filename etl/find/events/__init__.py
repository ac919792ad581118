"""Which sentences of an item tell of an activity, and of how many."""
