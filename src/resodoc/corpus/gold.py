"""Answers made by hand, one YAML file a document: the form is in `docs/gold.md`."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Any

import yaml

from resodoc.errors import UsageError

_KEYS = {
    "answer": "source document decisions definitions agenda_contains people_contain noise noise_lines "
    "optional_begins",
    "document": "kind status number date date_end place adopted_by title_contains next_meeting",
    "decision": "id begins begins_any ends ends_any words contains act verbs owners deadlines owner_blank "
    "outcome vote measures",
}


def load(folder: Path) -> tuple[list[dict[str, Any]], list[UsageError]]:
    """The answers in `folder`, in order of file name, and the keys in them that measure nothing.

    Raises UsageError with the file that is no answer.
    """
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise UsageError("gold-nothing", at=folder)
    answers = [_answer(file) for file in files]
    unknown = [error for file, answer in zip(files, answers, strict=True) for error in _unknown(file, answer)]
    return answers, unknown


def output_for(answer: dict[str, Any], outputs: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The output for the document that `answer` names, whatever the format it came in; {} when there is none."""
    wanted = PurePath(answer["source"]).with_suffix("").parts
    for output in outputs:
        parts = PurePath(output["source"]["path"]).with_suffix("").parts
        if parts[-len(wanted) :] == wanted:
            return output
    return {}


def _answer(file: Path) -> dict[str, Any]:
    try:
        answer = yaml.safe_load(file.read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UsageError("gold-not-yaml", at=file, problem=error) from error
    decisions = answer.get("decisions", []) if isinstance(answer, dict) else [answer]
    if not all(isinstance(part, dict) for part in (answer, *decisions)):
        raise UsageError("gold-not-an-answer", at=file)
    if not answer.get("source"):
        raise UsageError("gold-no-source", at=file)
    for decision in decisions:
        if "id" not in decision or not {"begins", "begins_any"} & set(decision):
            raise UsageError("gold-no-begins", at=file, id=decision.get("id", "?"))
    return answer


def _unknown(file: Path, answer: dict[str, Any]) -> Iterator[UsageError]:
    parts = [("answer", answer), ("document", answer.get("document") or {})]
    parts += [("decision", decision) for decision in answer.get("decisions", [])]
    for part, mapping in parts:
        known = _KEYS[part].split()
        for key in mapping:
            if key not in known:
                near = difflib.get_close_matches(str(key), known, 1)
                yield UsageError(
                    "gold-unknown-key", at=file, key=key, near=near[0] if near else ", ".join(known)
                )
