"""Plain dicts (`wire.to_dict`) → text, a module a format.

Each has `write(documents, style) -> Iterator[str]`: pieces of the output in order, made as the documents come,
so that many never have to be held at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from resodoc.writers import csv, json, jsonl, yaml
from resodoc.writers.style import Style

Writer = Callable[[Iterable[dict[str, Any]], Style], Iterator[str]]

WRITERS: dict[str, Writer] = {"yaml": yaml.write, "json": json.write, "jsonl": jsonl.write, "csv": csv.write}
"""Format → what writes it. A file of the format ends in the format's name."""


def dumps(documents: Iterable[dict[str, Any]], format: str = "yaml", style: Style | None = None) -> str:
    """`documents` in `format`, as one text; without a `style`, one is an object and several are a list."""
    documents = list(documents)
    return "".join(WRITERS[format](documents, style or Style(many=len(documents) != 1)))
