"""`python -m procure_desktop.cli`: the command line where its entry point is not on the path."""

import sys

from procure_desktop.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
