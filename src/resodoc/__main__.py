"""`python -m resodoc`."""

import sys

from resodoc.cli import main

if __name__ == "__main__":
    sys.exit(main())
