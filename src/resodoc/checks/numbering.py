"""The printed numbers of a document's items, list by list, as a reader would count them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from resodoc.model import Block, Resolution, Span
from resodoc.segment.labels import Label, label_of

_NEW_LIST = frozenset({"heading", "lead", "question", "resolved", "agenda", "heard", "annex"})
_LABEL_LENGTH = 40
_COUNTED = "dlRL("
"""First characters of the styles that are counted besides the dotted numbers, whose first character is a digit."""


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered item: `printed` is its label as it stands, `before` the item that it follows in its list, `None` when
    it opens one; `above` the numbered item that it follows in the text, whatever the list, `None` behind a heading;
    `decision` the id of the decision that it labels."""

    printed: str
    span: Span
    label: Label
    list: tuple[str, ...]
    before: Item | None
    above: Item | None
    decision: str | None

    @property
    def ordinal(self) -> int:
        return self.label.ordinal or 0

    def expected(self, ordinal: int) -> str:
        """The label with another last number, as this list prints it."""
        last = self.label.path[-1]
        head, _, tail = self.printed.rpartition(last)
        return f"{head}{_as(last, ordinal)}{tail}"


def items(resolution: Resolution) -> Iterator[Item]:
    """The numbered items of the operative part, a publisher's «3. Утратил силу» in place of one among them."""
    lists: dict[tuple[str, ...], Item] = {}
    above: Item | None = None
    decisions = {d.span.start: d.id for d in resolution.decisions}
    for block in resolution.blocks:
        if block.kind in _NEW_LIST:
            lists, above = {} if block.kind != "heading" or not block.number else lists, None
        label = _label(resolution, block)
        if block.kind not in ("item", "heading", "note") or label is None or not _is_counted(label):
            continue
        span = block.label or Span(block.span.start, block.span.start + label.stop)
        key = (*block.number[: -len(label.path)], *label.path[:-1]) if block.number else label.path[:-1]
        item = Item(
            resolution.source.slice(span).strip(),
            span,
            label,
            key,
            lists.get(key),
            above,
            decisions.get(block.span.start),
        )
        yield item
        lists[key] = above = item


def _is_counted(label: Label) -> bool:
    return label.style[0] in _COUNTED or label.style[0].isdigit()


def _label(resolution: Resolution, block: Block) -> Label | None:
    start = block.label.start if block.label else block.span.start
    label = label_of(resolution.source.text[start : start + _LABEL_LENGTH])
    return label if label and label.ordinal else None


def _as(pattern: str, ordinal: int) -> str:
    """`ordinal` written as `pattern` is: 4, г, IV."""
    if pattern.isdigit():
        return str(ordinal)
    if pattern.isascii():
        return _roman(ordinal)
    letters = "абвгдежзиклмнопрстуфхцчшщэюя"
    letter = letters[(ordinal - 1) % len(letters)]
    return letter.upper() if pattern.isupper() else letter


def _roman(number: int) -> str:
    digits = (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    out = ""
    for value, digit in digits:
        out, number = out + digit * (number // value), number % value
    return out
