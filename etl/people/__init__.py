"""What a text says of people: how many it counts, of whom, and whether they took part."""
