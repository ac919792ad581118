"""The names in an output folder by which it is known for one: `runs` holds the runs, `current` leads to the last."""

RUNS, CURRENT = "runs", "current"
