"""Build the DOCX and PDF of the held-out half from their markup: `python tests/corpus/build_heldout.py`.

`heldout/sources/NAME.docx.txt` gives `heldout/docs/NAME.docx`, likewise for PDF; the markup is that of
office.py, and «¬» is a place where a word may be divided.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import office

HALF = Path(__file__).resolve().parent / "heldout"
WRITERS = {".docx": office.docx, ".pdf": office.pdf}


def main() -> None:
    for source in sorted((HALF / "sources").glob("*.txt")):
        document = HALF / "docs" / source.stem
        WRITERS[document.suffix](source.read_text("utf-8").replace("¬", "\u00ad"), document)


if __name__ == "__main__":
    main()
