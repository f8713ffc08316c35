"""One walk over the blocks: which begin a decision, which go on with one, which only govern."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from resodoc.language import clauses, morph
from resodoc.language.fold import fold
from resodoc.model import Block, Source, Span
from resodoc.outline.node import FINISHED, Node

_LOST = re.compile(r"не (?:принят|утвержден|прошл|поддержан)|отклонен")
_NEXT_MEETING = re.compile(
    r"(?:следующ|очередн)\w{2,3} (?:[а-я]+ )?(?:заседание|собрание|совещание|съезд|конференци|встреч|сесси)"
)
_VOTE_NEAR = 400  # characters between two lines that count the same vote
_MOST = (2, 3)  # two bullets in three make a run of tasks


class Walk:
    """What is open at a place of the text: headings, the words that govern, the last item, votes that wait for decisions."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.nodes: list[Node] = []
        self._labelled: dict[tuple[str, ...], Node] = {}  # the last of each label
        self._explicit = False
        self._resolved: Block | None = None
        self._headings: list[Block] = []
        self._lead: Block | None = None
        self._open: Node | None = None
        self._bullets: list[Block] = []
        self._waiting: list[Block] = []
        self._question = 0
        self._vote_from = 0

    def run(self, blocks: Sequence[Block]) -> list[Node]:
        """The nodes of a document's blocks."""
        self._explicit = any(b.kind == "resolved" and b.rule for b in blocks)
        for block in blocks:
            if block.kind != "bullet":
                self._end_bullets()
            step = _STEPS.get(block.kind) or (Walk._slot if block.kind.startswith("cell-") else None)
            if step:
                step(self, block)
        self._end_bullets()
        return self.nodes

    # ── what governs ──

    def _opens_decisions(self, block: Block) -> None:
        self._resolved, self._lead, self._open, self._headings = block, None, None, []

    def _heading(self, block: Block) -> None:
        outer = [h for h in self._headings if h.label]
        if block.label:
            outer = [h for h in outer if len(h.number) < len(block.number)]
        self._headings = [*outer, block]
        self._lead = self._open = None

    def _govern(self, block: Block) -> None:
        self._lead, self._open = block, None

    def _ask(self, block: Block) -> None:
        if not block.rule:
            return  # it only tells of the question that is open
        self._headings, self._waiting = [], []
        self._resolved = self._lead = self._open = None
        self._question += 1
        self._vote_from = len(self.nodes)

    def _proceed(self, block: Block) -> None:
        if block.rule:
            self._waiting, self._open = [], None
            self._vote_from = len(self.nodes)

    # ── what is decided ──

    def _add(
        self, block: Block, path: tuple[str, ...], parent: Node | None = None, labelled: bool = True
    ) -> Node:
        above = tuple(h for h in self._headings if not h.number or h.number == path[: len(h.number)])
        governors = tuple(b for b in (self._resolved, *above, self._lead) if b)
        section = tuple(self._wording(h) for h in above)
        node = Node(
            path,
            [block],
            governors,
            section,
            votes=[*self._waiting],
            labelled=labelled,
            question=self._question,
            parent=parent,
        )
        if parent and not labelled:
            parent.has_children = True
        if labelled:
            self._labelled[path] = node
        self.nodes.append(node)
        return node

    def _wording(self, heading: Block) -> str:
        label = self.source.slice(heading.label).split() if heading.label else []
        return " ".join([*label, *self.source.slice(heading.span).split()])

    def _item(self, block: Block) -> None:
        self._open = self._add(block, block.number, self._labelled.get(block.number[:-1]))

    def _row(self, block: Block) -> None:
        if block.number:
            self._item(block)
        else:
            self._open = self._add(block, (), labelled=False)

    def _told(self, block: Block) -> None:
        self._add(block, (), labelled=False)

    def _motion(self, block: Block) -> None:
        """What was put to the vote and lost stands by itself: what follows belongs to the item that was open."""
        self._add(block, block.number, labelled=False)

    def _paragraph(self, block: Block) -> None:
        node = self._open
        node = None if node and node.block.kind == "row" else node  # a row ends with its row
        if node is None or self._begins_anew(node, block) or self._announces(block):
            if self._decides(block.span) or self._addresses(block.span):
                self._open = self._add(block, block.number, labelled=False)
            elif node:
                node.parts.append(block)
        elif (node.is_open(self.source) or node.has_children) and (
            self._is_task(block.span) or self._is_norm_of(node, block)
        ):
            self._add(block, node.path, node, labelled=False)
        else:
            last = self.nodes[-1]
            (last if node.has_children and last.parent is node else node).parts.append(block)

    def _announces(self, block: Block) -> bool:
        """«Следующее заседание провести 3 мая» behind the items is no part of the last."""
        return _NEXT_MEETING.match(fold(self.source.slice(block.span))) is not None

    def _is_norm_of(self, node: Node, block: Block) -> bool:
        """«Установить, что:» governs norms: each paragraph behind it with a verb of its own is one."""
        lead = self.source.slice(node.parts[0].span).rstrip()
        return (
            lead.endswith("что:")
            and clauses.opening_verb(self.source.text, self._words(block.span)) is not None
        )

    def _begins_anew(self, node: Node, block: Block) -> bool:
        """Whether a paragraph behind an unlabelled decision is the next one: that is finished, and this decides."""
        behind_bullets = node.has_children and self.nodes[-1].block.kind == "bullet"
        if node.labelled or (node.is_open(self.source) and not behind_bullets):
            return False
        finished = (
            bool(node.votes) or node.has_children or self.source.slice(node.span).rstrip().endswith(FINISHED)
        )
        begins = self._decides(block.span) or self._addresses(block.span)
        return finished and begins and self.source.slice(block.span)[:1].isupper()

    def _quote(self, block: Block) -> None:
        if self.nodes and self.nodes[-1].block.kind != "row":
            self.nodes[-1].parts.append(block)

    # ── bullets ──

    def _bullet(self, block: Block) -> None:
        self._bullets.append(block)

    def _end_bullets(self) -> None:
        """A run of bullets under an item: tasks of their own are its children, mere objects stay in its text."""
        run, self._bullets = self._bullets, []
        parent = self._open
        while run and parent and parent.block.kind == "bullet":
            parent = parent.parent
        added = []
        if run and parent is None:
            self._open = None
            added = [self._add(b, b.number, labelled=False) for b in run if self._stands_alone(b.span)]
        elif run and parent and parent.is_open(self.source) and self._are_tasks(parent, run):
            added = [self._add(b, parent.path, parent, labelled=False) for b in run]
        elif parent:
            parent.parts += run
        if added and added[-1].is_open(self.source):
            self._open = added[-1]  # «– кафедрам:» governs the paragraphs behind it

    def _are_tasks(self, parent: Node, run: Sequence[Block]) -> bool:
        """Infinitives are tasks under any lead-in; verbal nouns only where the lead-in has no verb whose objects they would be."""
        share, whole = _MOST
        if sum(self._is_task(b.span) for b in run) * whole >= len(run) * share:
            return True
        if next(clauses.main_verbs(self.source.text, self._words(parent.span)), None):
            return False
        return (
            sum(self._is_task(b.span) or clauses.is_noun_task(self._words(b.span)) for b in run) * whole
            >= len(run) * share
        )

    # ── what belongs to decisions ──

    def _slot(self, block: Block) -> None:
        if self.nodes:
            self.nodes[-1].slots.append(block)

    def _vote(self, block: Block) -> None:
        """A count of votes belongs to the decisions of its question before it that have none, else to those behind it."""
        fresh = reversed(self.nodes[self._vote_from :])
        uncounted = list(takewhile(lambda node: self._is_uncounted(node, block), fresh))
        for node in uncounted:
            node.votes.append(block)
        if not uncounted:
            self._waiting = [] if self._was_lost(block) else [*self._waiting, block]
        elif block.kind == "outcome":
            self._vote_from = len(self.nodes)

    def _was_lost(self, vote: Block) -> bool:
        """Whether the count was of a proposal that fell through: it tells nothing of the decisions behind it."""
        return _LOST.search(fold(self.source.slice(vote.span))) is not None

    def _is_uncounted(self, node: Node, vote: Block) -> bool:
        """Whether nothing is counted for the node yet, or, for it and the newest, only in the line before `vote`."""
        if not node.votes:
            return True
        last, newest = node.votes[-1], self.nodes[-1].votes[-1:]
        return last in newest and last.span.stop + _VOTE_NEAR > vote.span.start

    # ── what words say ──

    def _words(self, span: Span) -> tuple[morph.Word, ...]:
        return morph.words(self.source.text, span.start, span.stop)

    def _stands_alone(self, span: Span) -> bool:
        """Whether a bullet under a heading is a decision: a task, a verbal noun, or words that address somebody."""
        return self._decides(span) or self._addresses(span) or clauses.is_noun_task(self._words(span))

    def _addresses(self, span: Span) -> bool:
        """«– кафедрам:» — whom the next paragraphs order."""
        return self.source.slice(span).rstrip().endswith(":") and clauses.opens_with_dative(self._words(span))

    def _is_task(self, span: Span) -> bool:
        return clauses.is_task(self.source.text, self._words(span))

    def _decides(self, span: Span) -> bool:
        """Whether an unlabelled paragraph states a decision: a task or, where the text says that decisions follow, a verb
        that tells what was decided («Отчёт утверждён»)."""
        if self._is_task(span):
            return True
        first = clauses.opening_verb(self.source.text, self._words(span))
        if first is None or not self._explicit or first.form == "infinitive":
            return False
        return first.form == "participle" or first.tense != "past" or first.perfective


_STEPS: dict[str, Callable[[Walk, Block], None]] = {
    "resolved": Walk._opens_decisions,
    "heading": Walk._heading,
    "lead": Walk._govern,
    "question": Walk._ask,
    "heard": Walk._proceed,
    "proposed": Walk._proceed,
    "item": Walk._item,
    "row": Walk._row,
    "told": Walk._told,
    "motion": Walk._motion,
    "paragraph": Walk._paragraph,
    "quote": Walk._quote,
    "bullet": Walk._bullet,
    "slot": Walk._slot,
    "voted": Walk._vote,
    "outcome": Walk._vote,
}
