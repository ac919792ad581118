"""Not yet."""

import argparse


def run(asked: argparse.Namespace) -> int:
    """Not yet."""
    return 0
