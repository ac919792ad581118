"""The command line: `python -m etl run|check|explain|register|template`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from etl import terminal
from etl.commands import check, explain, register, run, template
from etl.corrections_file import WrongCorrections
from etl.sources import NoSource, letters
from etl.store import CannotStore
from etl.workers import NoCluster

DONE, FAILED, WRONG_USAGE = 0, 1, 2
ROOT = Path(__file__).parent.parent
CORRECTIONS = ROOT / "data" / "corrections.toml"


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; return 0, 1 (something failed) or 2 (wrong usage)."""
    asked = _parser().parse_args(arguments)
    errors = terminal.errors()
    try:
        return int(asked.command(asked))
    except (NoSource, WrongCorrections) as error:
        errors.print(f"etl: {error}")
        return WRONG_USAGE
    except (CannotStore, NoCluster) as error:
        errors.print(f"etl: {error}")
        return FAILED
    except KeyboardInterrupt:
        errors.print("etl: stopped; the last good tables are as they were.")
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m etl", description="Documents in, tables of activities out.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _reading(commands.add_parser("run", help="read documents and write the tables"), run.run)
    _reading(commands.add_parser("register", help="read documents and remake the register (facts only)"), register.run)
    checked = commands.add_parser("check", help="check the tables of a folder")
    checked.add_argument("data", type=Path, metavar="DIR", help="an output folder, or one in the form of the register")
    checked.set_defaults(command=check.run)
    explained = commands.add_parser("explain", help="say where each value of an activity comes from")
    explained.add_argument("activity", metavar="ACTIVITY_ID")
    explained.add_argument("--data", type=Path, required=True, metavar="DIR", help="the folder that holds its tables")
    explained.set_defaults(command=explain.run)
    made = commands.add_parser("template", help="make an empty workbook that field offices fill in")
    made.add_argument("file", type=Path, nargs="?", default=Path("activities.xlsx"), metavar="FILE")
    made.set_defaults(command=template.run)
    return parser


def _writable(name: str) -> Path:
    """Return the path of a folder for tables; what writes them takes no name with bytes that are no letters."""
    if letters(name) != name:
        raise argparse.ArgumentTypeError(f"{letters(name)}: its name is no text. Choose another folder.")
    return Path(name)


def _reading(parser: argparse.ArgumentParser, command: object) -> None:
    parser.add_argument("sources", nargs="+", type=Path, metavar="SOURCE", help="files or folders")
    parser.add_argument("--out", type=_writable, required=True, metavar="DIR", help="the folder to write into")
    parser.add_argument("--organisation", type=letters, metavar="NAME", help="whose activities they are")
    parser.add_argument("--scheduler", default="", metavar="ADDRESS", help="read on a Dask cluster: tcp://HOST:PORT")
    parser.add_argument("--state", type=Path, metavar="DIR", help="the dashboard's: runs of saved briefings are kept")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--corrections", type=Path, default=CORRECTIONS, metavar="FILE", help="hand corrections (TOML)")
    which.add_argument("--no-corrections", dest="corrections", action="store_const", const=None, help="apply none")
    parser.set_defaults(command=command)


if __name__ == "__main__":
    sys.exit(main())
