"""Every answer of the corpus fits its document, every document has its answer, and no two share a name."""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import Path

import pytest

from tests.corpus import check, office


@pytest.mark.parametrize("answer", check.answers(), ids=lambda p: f"{p.parent.parent.name}-{p.stem}")
def test_answer_fits_its_document(answer: Path) -> None:
    assert check.problems(answer) == []


@pytest.mark.parametrize("docs", sorted(check.HERE.glob("*/docs")), ids=lambda p: p.parent.name)
def test_every_document_has_one_answer(docs: Path) -> None:
    stems = Counter(p.stem for p in docs.iterdir())
    assert stems == Counter(check.document_of(p).stem for p in (docs.parent / "gold").glob("*.yaml"))


def test_every_sample_has_an_answer() -> None:
    samples = {p.name for p in check.SAMPLES.iterdir() if p.is_dir()}
    assert samples == {p.stem for p in (check.HERE / "samples-gold").glob("*.yaml")}


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"act": "decide"}, "act"),
        ({"ends": "утвердить план", "words": 3}, "words"),
        ({"begins": "Одобрить план"}, "not found"),
        ({"deadlines": [{"kind": "date"}]}, "deadline"),
        ({"owners": [{"name": "Комитет"}]}, "owner"),
        ({"contains": "смета"}, "contain"),
    ],
)
def test_a_slip_of_the_hand_is_seen(change: dict, complaint: str) -> None:
    right = {"id": "1", "begins": "Утвердить план", "ends": "год", "words": 4}
    right |= {"verbs": [], "owners": [], "deadlines": []}
    text = "1. утвердить план на год."
    assert not [*check._form({"decisions": [right]}), *check._quotes({"decisions": [right]}, text)]
    wrong = {"decisions": [right | change]}
    assert any(complaint in p for p in [*check._form(wrong), *check._quotes(wrong, text)])


@pytest.mark.parametrize("markup", sorted(check.HERE.glob("*/markup/*.docx.txt")), ids=lambda p: p.stem)
def test_built_document_follows_its_markup(markup: Path, tmp_path: Path) -> None:
    built, committed = tmp_path / markup.stem, markup.parent.parent / "docs" / markup.stem
    office.docx(markup.read_text("utf-8"), built)
    with zipfile.ZipFile(built) as new, zipfile.ZipFile(committed) as old:
        assert {n: new.read(n) for n in new.namelist()} == {n: old.read(n) for n in old.namelist()}
