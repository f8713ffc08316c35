"""JSON (RFC 8259): an object for one document, a list of them for several."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from resodoc.writers.style import Style


def write(documents: Iterable[dict[str, Any]], style: Style) -> Iterator[str]:
    texts = (json.dumps(document, ensure_ascii=False, indent=2) for document in documents)
    if not style.many:
        yield from (f"{text}\n" for text in texts)
        return
    before = "[\n"
    for text in texts:
        yield before + "  " + text.replace("\n", "\n  ")
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
