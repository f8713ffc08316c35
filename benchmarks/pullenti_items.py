"""The numbered items of texts as PullEnti's parser of acts sees them. Run by a Python that has PullEnti (`accuracy.py
--pullenti`): standard input is a JSON list of texts, standard output a list for each of {"id": …, "text": …}.

An item is a numbered clause, part, item or subitem outside annexes; its text runs to the first numbered one under it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from pullenti.ner.instrument.InstrumentBlockReferent import InstrumentBlockReferent as Block
from pullenti.ner.instrument.InstrumentKind import InstrumentKind as Kind
from pullenti.ner.instrument.InstrumentReferent import InstrumentReferent
from pullenti.ner.Processor import Processor
from pullenti.ner.ProcessorService import ProcessorService
from pullenti.ner.SourceOfAnalysis import SourceOfAnalysis
from pullenti.Sdk import Sdk

ITEMS = (Kind.CLAUSE, Kind.CLAUSEPART, Kind.ITEM, Kind.SUBITEM)


def items(block: Block, text: str, above: str = "") -> Iterator[dict[str, str]]:
    """The items in `block`, each before those under it; `above` is the id of the item around it."""
    if block.kind == Kind.APPENDIX:
        return
    if block.kind in ITEMS and block.number > 0:
        above = f"{above}.{block.number}" if above else str(block.number)
        start, stop = own_text(block)
        yield {"id": above, "text": " ".join(text[start:stop].split())}
    for child in block.children:
        yield from items(child, text, above)


def own_text(block: Block) -> tuple[int, int]:
    """Offsets of the item's words without its number and the items under it."""
    start, stop = block.occurrence[0].begin_char, block.occurrence[0].end_char + 1
    for child in block.children:
        begin, end = child.occurrence[0].begin_char, child.occurrence[0].end_char + 1
        if child.kind == Kind.NUMBER:
            start = max(start, end)
        elif child.kind in ITEMS:
            stop = min(stop, begin)
    return start, stop


def items_of(processor: Processor, text: str) -> list[dict[str, str]]:
    if not text:
        return []
    try:
        found = processor.process(SourceOfAnalysis(text), None, None).entities
    except Exception as error:  # a text that the parser breaks on: it finds nothing there
        print(f"PullEnti: {type(error).__name__} on «{text[:60]}»", file=sys.stderr)
        return []
    return [item for one in found if isinstance(one, InstrumentReferent) for item in items(one, text)]


def main() -> None:
    Sdk.initialize_all()
    with ProcessorService.create_specific_processor("INSTRUMENT") as processor:
        json.dump([items_of(processor, text) for text in json.load(sys.stdin)], sys.stdout)


if __name__ == "__main__":
    main()
