"""A passage -> the places and bodies that it names, each with the role it plays in the activity."""
