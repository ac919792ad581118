"""Mentions -> groups that tell of one activity."""
