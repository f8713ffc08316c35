"""Blocks → the tree of decisions, still without meaning: what is one decision, what it stands under, what hangs on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from resodoc.language import clauses, morph
from resodoc.model import Block, Source, Span
from resodoc.segment.lines import OPENERS

_ENDS = (".", ";", ":", "!", "?", "»", '"', ")")
_CELLS = ("cell-",)


@dataclass(slots=True)
class Node:
    """A decision to be. `parts` are its stretches of text, `governors` the spans of the words above it that it inherits
    from (headings, leads), innermost last; `slots` and `votes` the blocks that belong to it."""

    path: tuple[str, ...]
    block: Block
    parts: list[Block]
    governors: tuple[Block, ...] = ()
    section: tuple[str, ...] = ()
    slots: list[Block] = field(default_factory=list)
    votes: list[Block] = field(default_factory=list)
    labelled: bool = True
    question: int = 0
    children: int = 0
    parent: Node | None = None
    id: str = ""

    @property
    def span(self) -> Span:
        return Span(self.parts[0].span.start, self.parts[-1].span.stop)

    def is_open(self, source: Source) -> bool:
        """Whether it ends in a colon or a dash: it governs what follows."""
        return source.slice(self.parts[-1].span).rstrip().endswith(OPENERS)


class Outline:
    """Walks the blocks once and collects the nodes, in order of the text."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.nodes: list[Node] = []
        self._headings: list[Block] = []
        self._resolved: Block | None = None
        self._lead: Block | None = None
        self._open: Node | None = None
        self._pending: list[Block] = []
        self._question = 0
        self._voted_from = 0
        self._bullets: list[Block] = []
        self._explicit = False

    def run(self, blocks: Sequence[Block]) -> list[Node]:
        self._explicit = any(b.kind == "resolved" and b.rule for b in blocks)
        for block in blocks:
            if block.kind != "bullet":
                self._flush_bullets()
            handler = _HANDLERS.get(block.kind) or (_slot if block.kind.startswith(_CELLS) else None)
            if handler:
                handler(self, block)
        self._flush_bullets()
        self._drop_empty()
        _name(self.nodes)
        return self.nodes

    def add(self, block: Block, path: tuple[str, ...], parent: Node | None = None, labelled: bool = True) -> Node:
        node = Node(path, block, [block], self._governors(path), self._section(path), labelled=labelled, question=self._question, parent=parent)
        node.votes += self._pending
        self.nodes.append(node)
        return node

    def quote(self, block: Block) -> None:
        """Wording quoted for another act stays in the text of the item that changes it."""
        self._flush_bullets()
        if self.nodes:
            self.nodes[-1].parts.append(block)

    def decides(self, span: Span) -> bool:
        """Whether an unlabelled paragraph states a decision: a task, or, where the text says that decisions follow, a verb
        that tells what was decided («Отчёт утверждён»)."""
        return _is_task(self.source, span) or (self._explicit and _decides(self.source, span))

    def _governors(self, path: tuple[str, ...]) -> tuple[Block, ...]:
        above = [h for h in self._headings if not h.number or h.number == path[: len(h.number)]]
        return tuple(b for b in (self._resolved, *above, self._lead) if b)

    def _section(self, path: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(
            " ".join((self.source.slice(h.label) + " " if h.label else "").split() + self.source.slice(h.span).split())
            for h in self._governors(path)
            if h.kind == "heading"
        )

    def _flush_bullets(self) -> None:
        """A run of bullets under an item: tasks of their own are its children, mere objects stay in its text."""
        run, self._bullets = self._bullets, []
        if not run:
            return
        tasks = sum(_is_task(self.source, b.span) or _is_noun_task(self.source, b.span) for b in run)
        parent = self._open
        if parent is None or not parent.is_open(self.source):
            if parent is None:
                for block in run:
                    if self.decides(block.span):
                        self.add(block, (*block.number, "-"), labelled=False)
            else:
                parent.parts += run
            return
        if tasks * 3 < len(run) * 2 or not _governs_tasks(self.source, parent, run):
            parent.parts += run
            return
        for block in run:
            self._child(parent, block)

    def _child(self, parent: Node, block: Block) -> Node:
        parent.children += 1
        node = self.add(block, parent.path, parent, labelled=False)
        return node

    def _drop_empty(self) -> None:
        self.nodes = [n for n in self.nodes if any(c.isalpha() for c in self.source.slice(n.span))]


def _is_task(source: Source, span: Span) -> bool:
    return clauses.is_task(source.text, morph.words(source.text, span.start, span.stop))


def _is_noun_task(source: Source, span: Span) -> bool:
    return clauses.is_noun_task(morph.words(source.text, span.start, span.stop))


def _decides(source: Source, span: Span) -> bool:
    """Whether an unlabelled paragraph states a decision: a task, or a perfective that says it is done («Отчёт утверждён»)."""
    words = morph.words(source.text, span.start, span.stop)
    first = clauses.opening_verb(source.text, words)
    if first is None:
        return False
    if first.form == "infinitive":
        return clauses.is_task(source.text, words)
    return first.form == "participle" or first.tense != "past" or first.perfective


def _governs_tasks(source: Source, parent: Node, run: Sequence[Block]) -> bool:
    """Infinitives are tasks under any lead-in; verbal nouns only where the lead-in has no verb whose objects they would be."""
    if sum(_is_task(source, b.span) for b in run) * 3 >= len(run) * 2:
        return True
    words = morph.words(source.text, parent.span.start, parent.span.stop)
    return next(clauses.main_verbs(source.text, words), None) is None


def _heading(outline: Outline, block: Block) -> None:
    if block.number and block.label:
        outline._headings = [h for h in outline._headings if h.label and len(h.number) < len(block.number)]
    else:
        outline._headings = [h for h in outline._headings if h.label]
    outline._headings.append(block)
    outline._lead = outline._open = None


def _lead(outline: Outline, block: Block) -> None:
    outline._lead, outline._open = block, None


def _resolved(outline: Outline, block: Block) -> None:
    outline._resolved, outline._lead, outline._open = block, None, None


def _question(outline: Outline, block: Block) -> None:
    outline._headings, outline._pending = [], []
    outline._resolved = outline._lead = outline._open = None
    outline._question += 1
    outline._voted_from = len(outline.nodes)


def _item(outline: Outline, block: Block) -> None:
    parent = next((n for n in reversed(outline.nodes) if n.labelled and n.path == block.number[:-1]), None)
    node = outline.add(block, block.number, parent)
    outline._open = node


def _paragraph(outline: Outline, block: Block) -> None:
    node, source = outline._open, outline.source
    if node is None or (not node.labelled and not node.is_open(source) and _begins_anew(source, node, block)):
        if outline.decides(block.span):
            outline._open = outline.add(block, block.number, labelled=False)
        elif node is not None:
            node.parts.append(block)
        return
    if (node.is_open(source) or node.children) and _is_task(source, block.span):
        outline._child(node, block)
    elif node.children and outline.nodes[-1].parent is node:
        outline.nodes[-1].parts.append(block)
    else:
        node.parts.append(block)


def _begins_anew(source: Source, node: Node, block: Block) -> bool:
    """Whether a paragraph behind an unlabelled decision is the next decision: that one is finished and this one decides."""
    finished = source.slice(node.span).rstrip().endswith(_ENDS)
    return finished and _decides(source, block.span) and source.slice(block.span)[:1].isupper()


def _told(outline: Outline, block: Block) -> None:
    outline.add(block, block.number, labelled=False)


def _bullet(outline: Outline, block: Block) -> None:
    outline._bullets.append(block)


def _slot(outline: Outline, block: Block) -> None:
    if outline.nodes:
        outline.nodes[-1].slots.append(block)


def _vote(outline: Outline, block: Block) -> None:
    """A count of votes belongs to the decisions of its question before it that have none, else to those behind it."""
    before = [n for n in outline.nodes[outline._voted_from :] if not n.votes or n.votes[-1].span.stop + 400 > block.span.start]
    fresh = outline.nodes[outline._voted_from :]
    if fresh and before:
        for node in before:
            node.votes.append(block)
        if block.kind == "outcome":
            outline._voted_from = len(outline.nodes)
    else:
        outline._pending.append(block)


def _proceedings(outline: Outline, block: Block) -> None:
    if block.rule:
        outline._pending = []
        outline._voted_from = len(outline.nodes)
        outline._open = None


_HANDLERS = {
    "heading": _heading,
    "lead": _lead,
    "resolved": _resolved,
    "question": _question,
    "heard": _proceedings,
    "proposed": _proceedings,
    "item": _item,
    "row": lambda outline, block: _item(outline, block) if block.number else _paragraph_row(outline, block),
    "paragraph": _paragraph,
    "told": _told,
    "quote": Outline.quote,
    "bullet": _bullet,
    "slot": _slot,
    "voted": _vote,
    "outcome": _vote,
}


def _paragraph_row(outline: Outline, block: Block) -> None:
    outline._open = None
    outline.add(block, block.number, labelled=False)


def _name(nodes: Sequence[Node]) -> None:
    """Give every node its id: the path of printed labels; «-n» where a label repeats or is missing."""
    taken: set[str] = set()
    current: dict[tuple[str, ...], str] = {}
    for node in nodes:
        if node.labelled:
            above = current.get(node.path[:-1], ".".join(node.path[:-1]))
            node.id = _unique(".".join(filter(None, [above, node.path[-1]])), taken)
            current[node.path] = node.id
        elif node.parent:
            node.id = _unique(f"{node.parent.id}-{_count(node, nodes)}", taken)
        else:
            node.id = _unique(_unlabelled(node, nodes), taken)
        taken.add(node.id)


def _count(node: Node, nodes: Sequence[Node]) -> int:
    siblings = [n for n in nodes if n.parent is node.parent and not n.labelled]
    return 1 + next(i for i, n in enumerate(siblings) if n is node)


def _unlabelled(node: Node, nodes: Sequence[Node]) -> str:
    """«2» for the only unlabelled decision of question 2, else «2-1», «2-2»; without a question «1», «2», …"""
    siblings = [n for n in nodes if not n.labelled and not n.parent and n.path == node.path and n.question == node.question]
    place = 1 + next(i for i, n in enumerate(siblings) if n is node)
    base = ".".join(p for p in node.path if p != "-")
    if not base:
        return str(place)
    return base if len(siblings) == 1 else f"{base}-{place}"


def _unique(wanted: str, taken: set[str]) -> str:
    name, count = wanted, 1
    while name in taken:
        count += 1
        name = f"{wanted}-{count}"
    return name


def outline_of(source: Source, blocks: Sequence[Block]) -> list[Node]:
    """The decisions of a document as a list of nodes, each after its parent."""
    return Outline(source).run(blocks)


def text_of(source: Source, node: Node) -> str:
    """The node's own text: one space between words; a paragraph or bullet behind a finished one begins a line."""
    out = ""
    for text, bullet in _pieces(source, node):
        if out:
            out += "\n" if bullet or out.endswith(_ENDS + (",",)) and text[:1] != text[:1].lower() else " "
        out += text
    return out


def _pieces(source: Source, node: Node) -> Iterator[tuple[str, bool]]:
    for part in node.parts:
        text = " ".join(source.slice(part.span).split())
        if part.kind == "bullet" and part is not node.block:
            yield f"{source.slice(part.label).strip() if part.label else '-'} {text}", True
        else:
            yield text, False
