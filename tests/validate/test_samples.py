"""The project's own documents: what is right gives no error, a draft's blanks one finding each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests import schemas

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
DRAFT = SAMPLES / "08-draft-with-blanks"


def test_every_blank_of_the_draft_is_found_once(resodoc):
    expected = yaml.safe_load((DRAFT / "expected.yaml").read_text("utf-8"))
    decisions = expected["decisions"]
    rows = json.loads(resodoc("validate", DRAFT / "source.txt", "-f", "json").out)
    blanks = {
        check: [row["decision"] for row in rows if row["check"] == check]
        for check in ("deadline-blank", "owner-blank")
    }
    assert blanks["owner-blank"] == [d["id"] for d in decisions if d["owner_blank"]]
    assert blanks["deadline-blank"] == [
        d["id"] for d in decisions for x in d["deadlines"] if x["kind"] == "blank"
    ]


@pytest.mark.parametrize("folder", sorted(set(SAMPLES.glob("0*/")) - {DRAFT}), ids=lambda path: path.name)
def test_what_was_adopted_gives_no_error(resodoc, folder):
    run = resodoc("validate", *folder.glob("source.*"), "-f", "concise")
    assert run.code == 0, run.out


def test_what_is_found_in_any_format_is_told_in_sarif(resodoc, here):
    (here / "house.toml").write_text("[limits]\nwords = 1\n", "utf-8")  # so that each has findings
    run = resodoc("validate", SAMPLES, "-f", "sarif", "--config", here / "house.toml")
    log = json.loads(run.out)
    schemas.validate(log, schemas.SARIF)
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in log["runs"][0]["results"]
    }
    assert {Path(uri).suffix for uri in uris} == {".txt", ".docx", ".pdf"}
