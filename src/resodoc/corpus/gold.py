"""Answers made by hand, one YAML file a document: the form is in `docs/gold.md`."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
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


def load(folder: Path) -> list[dict[str, Any]]:
    """The answers in `folder`, in order of file name.

    Raises UsageError with the file that is no answer: a key misspelt would otherwise measure nothing.
    """
    files = sorted(folder.glob("*.yaml"))
    if not files:
        raise UsageError("gold-nothing", at=folder)
    return [_answer(file) for file in files]


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
    _known(file, "answer", answer)
    if "source" not in answer:
        raise UsageError("gold-no-source", at=file)
    _known(file, "document", answer.get("document", {}))
    for decision in answer.get("decisions", []):
        _known(file, "decision", decision)
        if "id" not in decision or not {"begins", "begins_any"} & set(decision):
            raise UsageError("gold-no-begins", at=file, id=decision.get("id", "?"))
    return answer


def _known(file: Path, part: str, mapping: object) -> None:
    if not isinstance(mapping, dict):
        raise UsageError("gold-not-an-answer", at=file, part=part)
    known = _KEYS[part].split()
    for key in mapping:
        if key not in known:
            near = difflib.get_close_matches(str(key), known, 1)
            raise UsageError("gold-unknown-key", at=file, key=key, near=near[0] if near else ", ".join(known))
