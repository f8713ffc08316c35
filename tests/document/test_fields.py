"""What a document says of itself, in `cases.yaml`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from resodoc.model import Found, Source
from resodoc.pipeline import extract

CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))


def value(found: Found | None) -> object:
    return found.value if found else None


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_fields(case: dict) -> None:
    resolution = extract(Source("case", case["text"]))
    got = {name: value(getattr(resolution, name)) for name in case["fields"]}
    assert got == case["fields"]


@pytest.mark.parametrize("case", [c for c in CASES if "next_meeting" in c], ids=lambda c: c["name"])
def test_next_meeting(case: dict) -> None:
    meeting = value(extract(Source("case", case["text"])).next_meeting)
    assert meeting is not None and meeting.start == case["next_meeting"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_is_found_lies_in_the_text(case: dict) -> None:
    resolution = extract(Source("case", case["text"]))
    for name in ("title", "number", "date", "place", "adopted_by", "event", "next_meeting"):
        found = getattr(resolution, name)
        assert found is None or 0 <= found.span.start <= found.span.stop <= len(case["text"])


@pytest.mark.parametrize(
    ("text", "marks", "number"),
    [
        ("ПРИКАЗ\n1. Начать.\n", ("№ 15-п",), "№ 15-п"),
        ("ПРИКАЗ\nот 12.05.2024 № 3\n1. Начать.\n", ("№ 15-п",), "№ 3"),
        ("ПРИКАЗ\n1. Начать.\n", ("№ 15-п", "№ 16-п"), None),
        ("ПРИКАЗ\n1. Начать.\n", ("ПРОЕКТ", "№ ____"), None),
    ],
    ids=["in a head only", "in the text, too", "two in heads", "left open"],
)
def test_a_number_outside_the_text(text: str, marks: tuple[str, ...], number: str | None) -> None:
    assert value(extract(Source("case", text, marks=marks)).number) == number


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("ООО «ПРОГРЕСС»", "ООО «Прогресс»"),
        ("АДМИНИСТРАЦИЯ ГОРОДСКОГО ОКРУГА", "Администрация городского округа"),
        ("АДМИНИСТРАЦИЯ ЮРЬЕВ-ПОЛЬСКОГО РАЙОНА", "Администрация Юрьев-Польского района"),
        (
            "СОВЕТ ДЕПУТАТОВ ИВАНОВСКОГО СЕЛЬСКОГО ПОСЕЛЕНИЯ",
            "Совет депутатов Ивановского сельского поселения",
        ),
        ("ГБУЗ «ОБЛАСТНАЯ БОЛЬНИЦА № 3»", "ГБУЗ «Областная больница № 3»"),
    ],
)
def test_a_letterhead_in_capitals_is_written_as_in_running_text(printed: str, written: str) -> None:
    found = extract(Source("case", f"{printed}\nПРИКАЗ\n05.02.2024 № 7\nПРИКАЗЫВАЮ:\n1. Утвердить график.\n"))
    assert value(found.adopted_by) == written
