"""The catalogue: every message in both languages, none missing, none that nobody says."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import resodoc
from resodoc.messages import LANGUAGES, catalogue, choose, language, text
from resodoc.wire import schema

ROOT = Path(resodoc.__file__).parent
SOURCES = {path.relative_to(ROOT): path.read_text("utf-8") for path in ROOT.rglob("*.py")}
# Codes that the program puts together: of the help, of the words for the closed lists, of a check's message.
COMPOSED = re.compile(r"help|option-|(kind|status|act|role|vote)-|rules-failed-|rules-show-|explain-|check-")
# Where a code is told: raised with an error, asked of the catalogue, or a diagnostic's.
_TOLD = re.compile(r'(?:Error|[^_]text|message|Diagnostic|_fail|note)\(\s*(?:\w+, )*"([a-z]+(?:-[a-z]+)+)"')


def places(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


@pytest.mark.parametrize("code", sorted(catalogue()))
def test_a_message_is_whole_in_every_language(code):
    words = catalogue()[code]
    assert set(words) == set(LANGUAGES)
    assert places(words["ru"]) == places(words["en"])
    assert all(said.strip() for said in words.values())
    assert re.search("[а-яё]", words["ru"]) and not re.search("[а-яё]", re.sub("«[^»]*»", "", words["en"]))


def test_every_message_told_is_in_the_catalogue():
    told = {code: file for file, source in SOURCES.items() for code in _TOLD.findall(source)}
    assert len(told) > 40
    assert {code: str(file) for code, file in told.items() if code not in catalogue()} == {}


def test_no_message_is_there_for_nobody():
    everything = "".join(SOURCES.values())
    said = {code for code in catalogue() if re.search(f"[\"']{re.escape(code)}[\"']", everything)}
    silent = [code for code in catalogue() if code not in said and not COMPOSED.match(code)]
    assert silent == []


@pytest.mark.parametrize("kind", ["kind", "status", "act", "role"])
def test_every_word_of_the_closed_lists_has_its_words(kind):
    values = re.search(rf'"{kind}": {{[^}}]*"enum": \[([^\]]*)\]', schema()).group(1)
    named = set(re.findall(r'"([a-z-]+)"', values))
    assert {code.removeprefix(f"{kind}-") for code in catalogue() if code.startswith(f"{kind}-")} == named


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"LC_ALL": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LC_ALL": "C", "LANG": "ru_RU.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_locale_chooses_unless_the_user_does(monkeypatch, variables, expected):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    choose(None)
    assert language() == expected
    choose("ru")
    try:
        assert "нет такого файла" in text("read-not-found", name="a.txt")
    finally:
        choose(None)
