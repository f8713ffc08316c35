"""The automatic numbers of a DOCX, as Word prints them; LibreOffice is asked for its opinion of the same files."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc.readers import read_bytes
from resodoc.readers.word.numbering import FORMATS, letters, roman
from tests.readers.docxmaker import abstract, docx, item, level, num, par, restart

RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"


@pytest.mark.parametrize(
    ("form", "number", "printed"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("upperRoman", 4, "IV"),
        ("upperRoman", 1994, "MCMXCIV"),
        ("lowerRoman", 9, "ix"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 1, "A"),
        ("russianLower", 1, "а"),
        ("russianLower", 10, "к"),  # й is skipped
        ("russianLower", 29, "я"),
        ("russianLower", 30, "аа"),
        ("russianUpper", 7, "Ж"),
        ("none", 5, ""),
        ("bullet", 5, ""),
    ],
)
def test_formats(form: str, number: int, printed: str) -> None:
    assert FORMATS[form](number) == printed


@given(st.integers(1, 3999))
def test_roman_numerals_read_back(number: int) -> None:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    signs = [values[sign] for sign in roman(number)]
    assert sum(-a if a < b else a for a, b in zip(signs, [*signs[1:], 0], strict=True)) == number


@given(st.integers(1, 2000))
def test_letters_repeat_past_the_end_of_the_alphabet(number: int) -> None:
    label = letters(number, RUSSIAN)
    assert len(set(label)) == 1
    assert (len(label) - 1) * len(RUSSIAN) + RUSSIAN.index(label[0]) + 1 == number


@dataclass(frozen=True)
class Case:
    numbering: str
    body: str
    printed: str
    styles: str = ""
    differs: str = ""  # what LibreOffice 7.4 does instead


LEGAL = abstract(0, level(0, "%1."), level(1, "%1.%2."), level(2, "%1.%2.%3)"))
STYLED = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="p1"><w:name w:val="Пункт"/><w:basedOn w:val="a"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="p2"><w:name w:val="Подпункт"/><w:basedOn w:val="p1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="p3"><w:name w:val="Пункт особый"/><w:basedOn w:val="p1"/></w:style>'
)
TIED = abstract(
    0, level(0, "%1.", more='<w:pStyle w:val="p1"/>'), level(1, "%1.%2.", more='<w:pStyle w:val="p3"/>')
)


def styled(text: str, style: str, more: str = "") -> str:
    return par(text, form=f'<w:pStyle w:val="{style}"/>{more}')


CASES = {
    "levels count and start anew": Case(
        LEGAL + num(1, 0),
        item("Один") + item("Два", 1) + item("Три", 1) + item("Четыре", 2) + item("Пять") + item("Шесть", 1),
        "1. Один|1.1. Два|1.2. Три|1.2.1) Четыре|2. Пять|2.1. Шесть",
    ),
    "text between does not stop the count": Case(
        LEGAL + num(1, 0), item("Один") + par("Пояснение.") + item("Два"), "1. Один|Пояснение.|2. Два"
    ),
    "two lists of their own": Case(
        LEGAL + abstract(1, level(0, "%1)")) + num(1, 0) + num(2, 1),
        item("А") + item("Б", 0, 2) + item("В") + item("Г", 0, 2),
        "1. А|1) Б|2. В|2) Г",
    ),
    "lists made after one abstract list count on": Case(
        LEGAL + num(1, 0) + num(2, 0), item("А") + item("Б") + item("В", 0, 2), "1. А|2. Б|3. В"
    ),
    "an overridden start begins anew": Case(
        LEGAL + num(1, 0) + num(2, 0, restart(0, 1)),
        item("А") + item("Б") + item("В", 0, 2) + item("Г", 0, 2),
        "1. А|2. Б|1. В|2. Г",
    ),
    "an overridden start of five": Case(LEGAL + num(1, 0, restart(0, 5)), item("А") + item("Б"), "5. А|6. Б"),
    "an overridden level": Case(
        LEGAL + num(1, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "§ %1", "upperRoman")}</w:lvlOverride>'),
        item("А") + item("Б"),
        "§ I А|§ II Б",
    ),
    "start at a later number": Case(
        abstract(0, level(0, "%1.", start=7)) + num(1, 0), item("А") + item("Б"), "7. А|8. Б"
    ),
    "a level that never starts anew": Case(
        abstract(0, level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>')) + num(1, 0),
        item("А") + item("Б", 1) + item("В") + item("Г", 1),
        "1. А|1) Б|2. В|2) Г",
        differs="does not know lvlRestart",
    ),
    "a level that starts anew only after the outermost": Case(
        abstract(0, level(0, "%1."), level(1, "%2)"), level(2, "%3-", more='<w:lvlRestart w:val="1"/>'))
        + num(1, 0),
        item("А") + item("Б", 1) + item("В", 2) + item("Г", 1) + item("Д", 2) + item("Е") + item("Ж", 2),
        "1. А|1) Б|1- В|2) Г|2- Д|2. Е|1- Ж",
        differs="does not know lvlRestart",
    ),
    "a legal label shows all levels in digits": Case(
        abstract(0, level(0, "%1.", "upperRoman"), level(1, "%1.%2.", "russianLower", more="<w:isLgl/>"))
        + num(1, 0),
        item("А") + item("Б", 1) + item("В", 1),
        "I. А|1.1. Б|1.2. В",
        differs="does not know isLgl",
    ),
    "roman sections, arabic items, russian letters": Case(
        abstract(0, level(0, "%1.", "upperRoman"), level(1, "%2."), level(2, "%3)", "russianLower"))
        + num(1, 0),
        item("А") + item("Б", 1) + item("В", 2) + item("Г", 2) + item("Д", 1) + item("Е", 2),
        "I. А|1. Б|а) В|б) Г|2. Д|а) Е",
    ),
    "capital russian letters and zeros": Case(
        abstract(0, level(0, "%1.", "russianUpper"), level(1, "%2.", "decimalZero")) + num(1, 0),
        item("А") + item("Б", 1) + item("В"),
        "А. А|01. Б|Б. В",
    ),
    "nothing between label and text": Case(
        abstract(0, level(0, "%1)", more='<w:suff w:val="nothing"/>')) + num(1, 0),
        item("Да") + item("Нет"),
        "1)Да|2)Нет",
        "",
        "exports a space",
    ),
    "dashes and bullets": Case(
        abstract(0, level(0, "–", "bullet"), level(1, "•", "bullet")) + num(1, 0),
        item("Да") + item("Нет", 1),
        "– Да|• Нет",
        "",
        "exports all as •",
    ),
    "a sign of a symbol font is a bullet": Case(
        abstract(0, level(0, "\uf0b7", "bullet")) + num(1, 0),
        item("Да"),
        "• Да",
        "",
        "prints a bullet of its own",
    ),
    "no number but a word": Case(
        abstract(0, level(0, "Пункт %1.", more='<w:suff w:val="space"/>')) + num(1, 0),
        item("Да"),
        "Пункт 1. Да",
    ),
    "the format none": Case(abstract(0, level(0, "", "none")) + num(1, 0), item("Да"), "Да"),
    "through styles and what they are based on": Case(
        LEGAL + num(1, 0),
        styled("А", "p1") + styled("Б", "p2") + styled("В", "p3") + styled("Г", "a"),
        "1. А|1.1. Б|2. В|Г",
        STYLED,
    ),
    "a paragraph leaves its style's list": Case(
        LEGAL + num(1, 0),
        styled("А", "p1") + styled("Б", "p1", '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled("В", "p1"),
        "1. А|Б|2. В",
        STYLED,
    ),
    "the level tied to the style": Case(
        TIED + num(1, 0),
        styled("А", "p1") + styled("Б", "p3") + styled("В", "p3"),
        "1. А|1.1. Б|1.2. В",
        STYLED,
        differs="takes the level that the style names",
    ),
    "an empty item takes its number": Case(
        LEGAL + num(1, 0), item("А") + item("") + item("Б"), "1. А|3. Б", "", "prints the label alone too"
    ),
    "inner items before any outer one": Case(LEGAL + num(1, 0), item("А", 1) + item("Б", 1), "1.1. А|1.2. Б"),
    "an unknown list": Case(LEGAL + num(1, 0), item("А", 0, 9), "А"),
}


@pytest.mark.parametrize("name", CASES)
def test_labels(name: str) -> None:
    case = CASES[name]
    text = read_bytes(_file(case), "список.docx").text
    assert text == case.printed.replace("|", "\n") + "\n"


@pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice is not installed: its labels were not asked for"
)
def test_libreoffice_prints_the_same_labels(tmp_path: Path) -> None:
    asked = [name for name, case in CASES.items() if not case.differs]
    for number, name in enumerate(asked):
        (tmp_path / f"{number}.docx").write_bytes(_file(CASES[name]))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
        "--outdir",
        str(tmp_path),
    ]
    files = [str(tmp_path / f"{number}.docx") for number in range(len(asked))]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=180)
    printed = {
        name: _lines((tmp_path / f"{number}.txt").read_text("utf-8-sig")) for number, name in enumerate(asked)
    }
    assert printed == {name: CASES[name].printed for name in asked}


def _file(case: Case) -> bytes:
    return docx(case.body, numbering=case.numbering, **({"styles": case.styles} if case.styles else {}))


def _lines(text: str) -> str:
    return "|".join(" ".join(line.split()) for line in text.splitlines() if line.strip())
