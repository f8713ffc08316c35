"""The types that everything else speaks in. Frozen, sequences as tuples; imports nothing of ours.

Offsets count characters (code points) of `Source.text`, half-open: `text[span.start:span.stop]`.
"""

from resodoc.model.resolution import Annex, Block, Decision, Finding, Resolution
from resodoc.model.rules import Example, Match, Rule
from resodoc.model.source import Annotation, Box, Diagnostic, Origin, Source, Span, Table
from resodoc.model.values import (
    Act,
    Action,
    Deadline,
    Definition,
    Found,
    Measure,
    Meeting,
    Owner,
    Person,
    Reference,
    Vote,
)

__all__ = [
    "Act",
    "Action",
    "Annex",
    "Annotation",
    "Block",
    "Box",
    "Deadline",
    "Decision",
    "Definition",
    "Diagnostic",
    "Example",
    "Finding",
    "Found",
    "Match",
    "Measure",
    "Meeting",
    "Origin",
    "Owner",
    "Person",
    "Reference",
    "Resolution",
    "Rule",
    "Source",
    "Span",
    "Table",
    "Vote",
]
