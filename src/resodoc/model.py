"""The types that everything else speaks in. Frozen, sequences as tuples; imports nothing of ours.

Offsets count characters (code points) of `Source.text`, half-open: `text[span.start:span.stop]`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

T = TypeVar("T")

Box = tuple[float, float, float, float]
"""x0, top, x1, bottom in points (1/72 inch) from the top left corner of the page."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, `start` included, `stop` excluded."""

    start: int
    stop: int

    def __len__(self) -> int:
        return self.stop - self.start

    def __contains__(self, other: Span | int) -> bool:
        if isinstance(other, int):
            return self.start <= other < self.stop
        return self.start <= other.start and other.stop <= self.stop

    def overlaps(self, other: Span) -> bool:
        return self.start < other.stop and other.start < self.stop


# ── what a reader makes ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a stretch of the text was printed: one per printed line (PDF, scan, TXT) or paragraph (DOCX, HTML).

    Pages, lines and paragraphs count from 1; a line counts within its page. `None` = the format does not say.
    `confidence` is the recognition confidence in 0..1 of a scanned line, `None` for a line that was text already.
    """

    span: Span
    page: int | None = None
    line: int | None = None
    bbox: Box | None = None
    paragraph: int | None = None
    align: str | None = None  # "left" | "center" | "right" | "justify"
    bold: bool = False
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of the text: in `Source.text` a row is one line, its cells are parted by a TAB, and what were
    paragraphs inside a cell are parted by U+2028. A row of one cell runs across the whole width."""

    span: Span
    rows: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Annotation:
    """Something a writer left on the text: `highlight`, `comment`, `insertion` or `deletion` (tracked changes);
    `text` is the comment's or the deleted words. A comment covers the words it is fixed to."""

    kind: str
    span: Span
    text: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something the reader of the output should know. `check` is a stable id in kebab-case, `level` is
    `error`, `warning` or `info`, `values` fill the message `check` names in the catalogue."""

    check: str
    level: str
    values: tuple[tuple[str, str], ...] = ()
    span: Span | None = None
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document's text, composed once by a reader and never edited afterwards.

    `text`: NFC; one paragraph is one line ending in "\\n" (lines and pages already joined, hyphens resolved,
    automatic numbers written out, running heads left out); a table row is one line (see `Table`).
    `origins` are sorted by start, do not overlap, and cover every character that was printed.
    `marks`: words that stood outside the flow and still mean something (a watermark «ПРОЕКТ», the number in a head).
    """

    name: str
    text: str
    origins: tuple[Origin, ...] = ()
    tables: tuple[Table, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    marks: tuple[str, ...] = ()
    format: str = "txt"
    sha256: str = ""
    bytes: int = 0
    pages: int | None = None
    encoding: str | None = None
    notes: tuple[Diagnostic, ...] = ()

    def slice(self, span: Span) -> str:
        return self.text[span.start : span.stop]

    def origins_in(self, span: Span) -> tuple[Origin, ...]:
        """The origins that share a character with `span`, in order of the text."""
        first = max(0, bisect_right(self.origins, span.start, key=lambda o: o.span.start) - 1)
        out = []
        for origin in self.origins[first:]:
            if origin.span.start >= span.stop:
                break
            if origin.span.overlaps(span):
                out.append(origin)
        return tuple(out)


# ── what is found in it ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the document with one job (see `segment`). `span` leaves the printed label out; `label` is
    where the label stands. `number` is the path of printed labels, «2.1.а» = ("2", "1", "а"); empty when unlabelled."""

    kind: str
    span: Span
    number: tuple[str, ...] = ()
    label: Span | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """Where something was found, what it is, and the id of the rule that says so. `value` None: seen, not understood."""

    span: Span
    value: T | None
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Act:
    """A class of the deciding verb, and its lemma."""

    name: str
    verb: str


@dataclass(frozen=True, slots=True)
class Action:
    """What is to be done: `verb` is the lemma of the infinitive, or of the verbal noun."""

    verb: str


@dataclass(frozen=True, slots=True)
class Owner:
    """Who must act. `name` in the nominative; `role` executor | co-executor | controller | addressee;
    `kind` person | organization | role | group."""

    name: str
    role: str = "executor"
    kind: str = "organization"
    post: str | None = None
    person: str | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Deadline:
    """When it is due: `kind` date | period | recurring | relative | ongoing | event | blank; both days included."""

    kind: str
    start: date | None = None
    end: date | None = None
    recurrence: str | None = None
    inherited: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity: `comparator` is one of = >= > <= < ~ ; `unit` "%", "руб", or the counted noun's lemma."""

    comparator: str
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Another act that the text names: `kind` law | decree | order | decision | code | programme | standard | minutes | other."""

    kind: str
    number: str | None = None
    date: date | None = None


@dataclass(frozen=True, slots=True)
class Vote:
    for_: int | None = None
    against: int | None = None
    abstained: int | None = None
    unanimous: bool = False


@dataclass(frozen=True, slots=True)
class Definition:
    """«…(далее – term)»: the expansion stands in the nominative."""

    term: str
    expansion: str


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    post: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event or the next meeting, days included."""

    name: str | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    title: str
    span: Span


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing decided. `parts` are the stretches of the text that `text` was put together from, in order."""

    id: str
    text: str
    parts: tuple[Span, ...]
    number: str | None = None
    parent: str | None = None
    section: tuple[str, ...] = ()
    act: Found[Act] | None = None
    actions: tuple[Found[Action], ...] = ()
    owners: tuple[Found[Owner], ...] = ()
    deadlines: tuple[Found[Deadline], ...] = ()
    vote: Found[Vote] | None = None
    outcome: str = "adopted"
    owner_blank: Span | None = None
    measures: tuple[Found[Measure], ...] = ()
    references: tuple[Found[Reference], ...] = ()
    confidence: float = 0.0
    rules: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """From the first character of the decision to the last, other text between its parts included."""
        return Span(self.parts[0].start, self.parts[-1].stop)


@dataclass(frozen=True, slots=True)
class Resolution:
    """A document understood. `source` and `blocks` stay with it, so that checks and writers can quote and explain."""

    source: Source
    blocks: tuple[Block, ...] = ()
    kind: Found[str] | None = None
    status: Found[str] | None = None
    title: Found[str] | None = None
    number: Found[str] | None = None
    date: Found[date] | None = None
    date_end: Found[date] | None = None
    place: Found[str] | None = None
    adopted_by: Found[str] | None = None
    event: Found[Meeting] | None = None
    next_meeting: Found[Meeting] | None = None
    definitions: tuple[Found[Definition], ...] = ()
    agenda: tuple[Found[str], ...] = ()
    people: tuple[Found[Person], ...] = ()
    preamble: tuple[Span, ...] = ()
    decisions: tuple[Decision, ...] = ()
    annexes: tuple[Annex, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say about a place. `values` fill the check's message and suggestion in the catalogue."""

    check: str
    level: str
    span: Span
    values: tuple[tuple[str, str], ...] = ()
    decision: str | None = None


# ── rules ────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Example:
    """A text, the stretch of it that the rule must find, and what it must mean (a subset of the value's fields)."""

    text: str
    span: Span
    value: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One entry of a rule pack. `kind` is the pack's name (acts, owners, deadlines, …).

    Matches either where `pattern` (a regular expression over folded text, `$terms` expanded) matches, or at a word
    whose lemma is one of `verbs`, behind which `object` follows in the same sentence where that is given. `value` holds the
    constants that the interpreter of the kind reads. `at` is "file.yaml:line".
    """

    id: str
    kind: str
    why: str
    at: str
    pattern: str | None = None
    verbs: tuple[str, ...] = ()
    object: str | None = None
    value: dict[str, str] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    rejects: tuple[str, ...] = ()
    gaps: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matched: `groups` are the named groups of its pattern that took part."""

    rule: Rule
    span: Span
    groups: dict[str, Span] = field(default_factory=dict)
