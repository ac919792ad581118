"""What a text says of days: as written, as meant, and which of them are the activity's."""
