"""The printed numbers of a document's items, list by list, as a reader would count them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from resodoc.model import Block, Resolution, Span
from resodoc.segment.labels import Label, label_of

_NEW_LIST = frozenset({"heading", "lead", "question", "resolved", "agenda", "heard", "annex"})
_COUNTED_KINDS = frozenset({"item", "heading", "note"})
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
    led: Item | None = None
    decisions = {d.span.start: d.id for d in resolution.decisions}
    for block in resolution.blocks:
        opens = block.kind in _NEW_LIST
        if opens:
            lists = {} if block.kind != "heading" or not block.number else lists
            above = led = None
        label = _label(resolution, block)
        if label is None:
            continue
        span = block.label or Span(block.span.start, block.span.start + label.stop)
        key = (*block.number[: -len(label.path)], *label.path[:-1]) if block.number else label.path[:-1]
        printed, decision = resolution.source.slice(span).strip(), decisions.get(block.span.start)
        before = lists.get(key) or _goes_on(led, label)
        item = Item(printed, span, label, key, before, above, decision)
        if block.kind in _COUNTED_KINDS:
            yield item
            lists[key] = above = item
        elif opens:
            led = item


def _goes_on(led: Item | None, label: Label) -> Item | None:
    """«1. … комиссия РЕШИЛА:» leads to its own items and may yet be the first of a list that «2.» goes on with."""
    return led if led and led.label.style == label.style and led.ordinal + 1 == label.ordinal else None


def is_repeat(item: Item) -> bool:
    """Whether it has the number of one before it. A list that begins anew is another list, unless its only item so far
    is repeated; and behind a slip («4, 6, 6») it is the slip that is wrong."""
    before = item.before
    if before is None or item.label.style != before.label.style or item.ordinal > before.ordinal:
        return False
    slipped = before.before is not None and before.ordinal == before.before.ordinal + 2
    return (item.ordinal > 1 or before.ordinal == 1) and not (slipped and item.ordinal == before.ordinal)


def _label(resolution: Resolution, block: Block) -> Label | None:
    start = block.label.start if block.label else block.span.start
    label = label_of(resolution.source.text[start : start + _LABEL_LENGTH])
    counted = label and label.ordinal and (label.style[0] in _COUNTED or label.style[0].isdigit())
    return label if counted else None


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
