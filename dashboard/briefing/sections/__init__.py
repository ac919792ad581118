"""One section of a briefing a file: a state -> its proposed messages and its blocks."""
