"""Printed labels of items: «1.», «2.1.», «3)», «(а)», «IV.», «§ 2.», «№ 3.», «—», «•»; what only looks like one is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTH = r"(?:январ|феврал|март|апрел|ма[йя]\b|июн|июл|август|сентябр|октябр|ноябр|декабр)"
_UNIT = r"(?:млн|млрд|тыс|руб|%|процент|год[аыу]?\b|г\.|лет\b|час|мин\.|дн[яе]|штук|экз|человек|чел\.|кв\.|га\b|км\b|кг\b|раз[а]?\b)"
_NOT_A_LABEL = re.compile(rf"\s*(?:{_MONTH}|{_UNIT})", re.IGNORECASE)
_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b|\d{4}-\d\d-\d\d")
_SECTION_WORD = r"(?i:(?:§|№|N|п\.|пункт|вопрос|раздел|статья|ст\.)\s?(?:№\s?)?)"

_LABEL = re.compile(
    rf"""\s*(?:
      (?P<word>{_SECTION_WORD})?(?P<dotted>\d{{1,3}}(?:\.\d{{1,3}}){{1,4}})(?P<dend>\.(?!\d)|\)|(?=\s))
    | (?P<word2>{_SECTION_WORD})?(?P<num>\d{{1,3}})(?P<nend>\.\)|[.)](?!\d))
    | (?P<word3>{_SECTION_WORD})(?P<wnum>\d{{1,3}})(?P<wend>[.:)]?)(?=\s|$)
    | \((?P<bracket>\d{{1,3}}|[а-яёa-z])\)
    | (?P<roman>[IVXLCІХ]{{1,6}})(?P<rend>[.)])(?!\w)
    | (?P<letter>[а-яёa-z])(?P<lend>\))
    | (?P<capital>[А-ЯЁA-Z])(?P<cend>\))
    | (?P<bullet>[-‐‑‒–—―•●▪■□◦∙·*⁃✓➢]|o(?=\s\s?[а-яё]))(?!\d|-)(?=\s*[^\W\d_]|\s*[«"(\d])
    )\s*""",
    re.VERBOSE,
)
_REFERS = frozenset({"п.", "пункт", "статья", "ст.", "раздел"})  # «пункт 14 Положения» refers to another act
_BULLET_BEFORE_NUMBER = re.compile(r"\s*[-–—•*]\s+(?=\d{1,3}[.)]\D)")
_BARE = re.compile(r"\s*(?P<num>\d{1,3}(?:\.\d{1,3}){0,4}|[IVX]{1,5})\s*$")
_LATIN = str.maketrans("abcdeіХІ", "абсдеIXI")


@dataclass(frozen=True, slots=True)
class Label:
    """A label: `path` is its own levels («2.1.» = ("2", "1")), `style` tells lists apart («1.» from «1)»), `stop` is the
    offset where the text behind it begins, counted from the start of the paragraph."""

    path: tuple[str, ...]
    style: str
    start: int
    stop: int

    @property
    def is_bullet(self) -> bool:
        return not self.path

    @property
    def ordinal(self) -> int | None:
        """The place in its list that the last level names, from 1; `None` for a bullet."""
        return ordinal(self.path[-1]) if self.path else None


def label_of(text: str) -> Label | None:
    """The label that opens a paragraph, or `None`."""
    bullet = _BULLET_BEFORE_NUMBER.match(text)
    m = _LABEL.match(text, bullet.end() if bullet else 0)
    if not m or _DATE.match(text.strip()):
        return None
    if (
        m["num"]
        and m["nend"] == "."
        and _NOT_A_LABEL.match(text, m.end())
        and text[m.end() - 1 : m.end()] != " "
    ):
        return None
    if m["dotted"] and not _is_dotted_label(m, text):
        return _glued_date(m, text)
    if m["wnum"] and not m["wend"] and m["word3"].strip().lower() in _REFERS:
        return None
    path, style = _read(m)
    start = len(text) - len(text.lstrip())
    return Label(path, style, start, m.end())


def bare_number(text: str) -> Label | None:
    """A text that is nothing but a number («1», «II», «2.1»): a section's label, a table row's, or a page's number."""
    m = _BARE.match(text)
    return Label(tuple(m["num"].split(".")), "bare", m.start("num"), m.end()) if m else None


def ordinal(value: str) -> int | None:
    """«4» → 4, «IV» → 4, «г» → 4 (ё, й left out of lists, as is usual); `None` for what is no ordinal."""
    if value.isdigit():
        return int(value)
    if re.fullmatch(r"[IVXLC]+", value):
        return _roman(value)
    letter = value.lower()
    alphabet = "абвгдежзиклмнопрстуфхцчшщэюя"
    return alphabet.index(letter) + 1 if letter in alphabet else None


def _roman(value: str) -> int:
    digits = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[c] for c in value]
    return sum(-d if d < following else d for d, following in zip(digits, [*digits[1:], 0], strict=True))


def _glued_date(m: re.Match[str], text: str) -> Label | None:
    """«4.9 января провести …» is item 4, which begins with a date."""
    first, _, day = m["dotted"].partition(".")
    if (
        not day.isdigit()
        or not re.match(rf"\s*{_MONTH}", text[m.end("dotted") :], re.IGNORECASE)
        or m["word"]
    ):
        return None
    start = m.start("dotted")
    return Label((first,), "d.", start, start + len(first) + 1)


def _is_dotted_label(m: re.Match[str], text: str) -> bool:
    """«2.1. Провести» and «2.1 Провести» are labels; «2.5 млн» and «3.2 настоящего порядка» are not."""
    if m["dend"] in (".", ")"):
        return True
    rest = text[m.end() :]
    return (
        bool(rest) and not _NOT_A_LABEL.match(rest) and not rest.startswith("настоящ") and rest[0].isalpha()
    )


def _read(m: re.Match[str]) -> tuple[tuple[str, ...], str]:
    if m["dotted"]:
        return tuple(m["dotted"].split(".")), f"{len(m['dotted'].split('.'))}d"
    if m["num"]:
        return (m["num"],), "d" + (")" if m["nend"].endswith(")") else ".") + (
            m["word2"] or ""
        ).strip().lower()
    if m["wnum"]:
        return (m["wnum"],), "w" + m["word3"].strip().lower()
    if m["bracket"]:
        return (m["bracket"],), "(d)" if m["bracket"].isdigit() else "(l)"
    if m["roman"]:
        return (m["roman"].translate(_LATIN),), "R" + m["rend"]
    if m["letter"]:
        return (m["letter"].translate(_LATIN),), "l)"
    if m["capital"]:
        return (m["capital"],), "L)"
    return (), m["bullet"]
