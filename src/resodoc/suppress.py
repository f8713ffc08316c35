"""Findings that a team has chosen to live with: silenced in place, or written into a baseline file.

In place: a comment «resodoc: ignore ID, ID: the reason» where the format has comments (`<!-- … -->` in a text, a comment
in Word); an ID may be a family's («deadline») or `all`, as in a configuration, and the reason left out.
A baseline: a JSON file of fingerprints, which do not depend on where in the file a finding stands.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from resodoc.errors import UsageError
from resodoc.language.fold import fold
from resodoc.model import Annotation, Finding, Resolution, Span

SCHEMA = "resodoc-baseline/1"

_DIRECTIVE = re.compile(r"\s*resodoc:\s*ignore\s+(?P<ids>[\w.-]+(?:[\s,]+[\w.-]+)*)\s*(?::.*)?$", re.S)


def is_directive(annotation: Annotation) -> bool:
    """Whether it is a comment for this program."""
    return annotation.kind == "comment" and _DIRECTIVE.match(annotation.text) is not None


def not_silenced(resolution: Resolution, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that no comment in the document silences.

    A comment speaks for the paragraph that it stands in, or before, and for the decision there.
    """
    silenced = [
        (set(re.findall(r"[\w.-]+", m["ids"])), paragraph, _decisions_at(resolution, paragraph))
        for annotation in resolution.source.annotations
        if annotation.kind == "comment" and (m := _DIRECTIVE.match(annotation.text))
        for paragraph in [_paragraph(resolution.source.text, annotation.span.start)]
    ]
    return tuple(
        finding
        for finding in findings
        if not any(
            _named(finding.check, ids) and (finding.span.start in paragraph or finding.decision in decisions)
            for ids, paragraph, decisions in silenced
        )
    )


def _named(check: str, ids: set[str]) -> bool:
    return "all" in ids or any(check == name or check.startswith(f"{name}-") for name in ids)


def _paragraph(text: str, at: int) -> Span:
    """The line that `at` stands in; the next one that is not empty when it stands at the end of all that is printed."""
    while at < len(text) and text[at] == "\n":
        at += 1
    stop = text.find("\n", at)
    return Span(text.rfind("\n", 0, at) + 1, stop if stop >= 0 else len(text))


def _decisions_at(resolution: Resolution, paragraph: Span) -> set[str]:
    return {d.id for d in resolution.decisions if any(part.overlaps(paragraph) for part in d.parts)}


def fingerprints(resolution: Resolution, findings: Sequence[Finding]) -> tuple[str, ...]:
    """One for each finding, unique in the document: of its check, its words, and the decision or paragraph around them.

    Numbers of lines, pages and items are no part of it; equal ones are told apart by their order.
    """
    texts = {d.id: d.text for d in resolution.decisions}
    seen: Counter[str] = Counter()
    out = []
    for finding in findings:
        source = resolution.source
        around = texts.get(finding.decision or "") or source.slice(
            _paragraph(source.text, finding.span.start)
        )
        variant = dict(finding.values).get("variant", "")
        parts = (finding.check, variant, source.slice(finding.span), around)
        digest = hashlib.sha256("\0".join(" ".join(fold(p).split()) for p in parts).encode()).hexdigest()[:16]
        out.append(f"{digest}-{seen[digest]}")
        seen[digest] += 1
    return tuple(out)


def write_baseline(entries: Iterable[tuple[str, str, str]], folder: Path) -> str:
    """The text of a baseline file that lies in `folder`, from (path, check, fingerprint)."""
    rows = [{"path": _relative(path, folder), "check": check, "fingerprint": f} for path, check, f in entries]
    rows.sort(key=lambda row: (row["path"], row["check"], row["fingerprint"]))
    return json.dumps({"schema": SCHEMA, "findings": rows}, ensure_ascii=False, indent=1) + "\n"


def read_baseline(file: Path) -> frozenset[tuple[str, str]]:
    """(path as written from the file's folder, fingerprint) of all that it holds. Raises UsageError."""
    try:
        data = json.loads(file.read_text("utf-8"))
        if data["schema"] != SCHEMA:
            raise KeyError(SCHEMA)
        return frozenset((row["path"], row["fingerprint"]) for row in data["findings"])
    except OSError as error:
        raise UsageError("baseline-missing", name=file) from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError("baseline-unreadable", name=file) from error


def in_baseline(known: frozenset[tuple[str, str]], folder: Path, path: str, fingerprint: str) -> bool:
    return (_relative(path, folder), fingerprint) in known


def _relative(path: str, folder: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()
