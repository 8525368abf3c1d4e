"""`python -m procure_desktop`: start the window, or say plainly why there can be none."""

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path

ENVIRONMENT = 3
"""Exit status when the environment does not allow a window."""


def main(arguments: list[str] | None = None) -> int:
    """Read `--office DIR` and show the window; return the exit status."""
    parser = argparse.ArgumentParser(prog="procure-desktop", description=__doc__)
    parser.add_argument("--office", type=Path, metavar="DIR", help="the office to sign in to")
    chosen = parser.parse_args(arguments)
    if not has_display(os.environ, sys.platform):
        sys.stderr.write(
            "There is no display for a window here. Start it on a desktop, "
            "or use the command line: `procure --help`; `make demo` does the main job there.\n"
        )
        return ENVIRONMENT
    from procure_desktop.app import run_window

    return run_window(chosen.office)


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Tell whether Qt can show a window: on Linux it needs X, Wayland, or a platform named by hand."""
    if not platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(environment.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
