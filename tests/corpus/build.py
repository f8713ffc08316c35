"""Build the documents that are DOCX or PDF from their markup (see office.py): `python tests/corpus/build.py`.

`<half>/markup/<name>.docx.txt` becomes `<half>/docs/<name>.docx`, `….pdf.txt` a PDF.
"""

from __future__ import annotations

from pathlib import Path

import office

HERE = Path(__file__).resolve().parent
BUILDERS = {".docx": office.docx, ".pdf": office.pdf}


def main() -> None:
    for markup in sorted(HERE.glob("*/markup/*.txt")):
        name = Path(markup.stem)
        BUILDERS[name.suffix](markup.read_text("utf-8"), markup.parent.parent / "docs" / name)


if __name__ == "__main__":
    main()
