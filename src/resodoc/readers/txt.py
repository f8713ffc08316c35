"""Plain text → Source."""

from __future__ import annotations

from resodoc.model import Source
from resodoc.readers.compose import Composer
from resodoc.readers.options import ReadOptions


def read(data: bytes, name: str, options: ReadOptions) -> Source:
    composer = Composer()
    for number, line in enumerate(data.decode("utf-8-sig").splitlines(), 1):
        if line.strip():
            composer.add(line.strip(), line=number)
            composer.end()
    return composer.source(name=name, format="txt", encoding="utf-8")
