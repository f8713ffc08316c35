"""JSON Lines (jsonlines.org): a document a line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from resodoc.writers.style import Style

# JSON leaves these characters as they are, and many readers take them for the end of a line.
_LINE_ENDS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "\u0085": "\\u0085"})


def write(documents: Iterable[dict[str, Any]], style: Style) -> Iterator[str]:
    for document in documents:
        yield json.dumps(document, ensure_ascii=False).translate(_LINE_ENDS) + "\n"
