"""A Russian surname, first name or patronymic put into the nominative.

The endings are those of the normative grammar (А. А. Зализняк, «Грамматический словарь русского языка»): surnames in
-ов and -ин have a paradigm of their own, those like adjectives decline as adjectives, the others as nouns; women's
surnames in a consonant and all in -о, -ых, -их stay as they are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from resodoc.language import morph
from resodoc.language.fold import fold
from resodoc.language.tokens import DASHES

_OV = r"(?<=[оеё]в|[иы]н)"
_HARD = r"(?<=[^аеёиоуыэюяйь])"
_VOWEL = r"(?<=[аеёиоуыэюя])"
_FLEETING = r"(?<=[бвгджзлмнпстфхч])"
_STEM = r"(?<=[лнрмвтдпбсз])"
# By case: gender (None: either), ending in that case, ending in the nominative; the first that fits.
_Endings = tuple[tuple[str | None, str, str], ...]
_FEMININE: _Endings = (
    ("femn", rf"{_OV}ой$", "а"),
    ("femn", r"(?<=[сц]к)ой$", "ая"),
    ("femn", r"(?<=[нлрмвб])ой$", "ая"),
    ("femn", r"(?<=[жшщч])ей$", "ая"),
    ("femn", r"(?<=н)ей$", "яя"),
)
_GENITIVE: _Endings = (
    ("masc", rf"{_OV}а$", ""),
    ("masc", r"(?<=ов)ого$", "ой"),
    ("masc", r"(?<=[сц]к)ого$", "ий"),
    ("masc", r"(?<=[гкхжшщч])ого$", "ой"),
    ("masc", rf"{_STEM}ого$", "ый"),
    ("masc", r"его$", "ий"),
    ("masc", r"(?<=[бвгджзклмнпрстфх])ца$", "ец"),
    ("masc", rf"{_FLEETING}ка$", "ок"),
    ("masc", r"ья$", "ей"),
    ("masc", rf"{_VOWEL}я$", "й"),
    ("masc", r"(?<=[лнрстдв])я$", "ь"),
    ("masc", rf"{_HARD}а$", ""),
)
_ENDINGS: dict[str, _Endings] = {
    "gent": (
        *_GENITIVE,
        *_FEMININE,
        (None, r"(?<=[гкхжшщчц])и$", "а"),
        (None, rf"{_HARD}ы$", "а"),
        (None, r"(?<=[лнрйси])и$", "я"),
    ),
    "datv": (
        ("masc", rf"{_OV}у$", ""),
        ("masc", r"(?<=ов)ому$", "ой"),
        ("masc", r"(?<=[сц]к)ому$", "ий"),
        ("masc", r"(?<=[гкхжшщч])ому$", "ой"),
        ("masc", rf"{_STEM}ому$", "ый"),
        ("masc", r"ему$", "ий"),
        ("masc", r"(?<=[бвгджзклмнпрстфх])цу$", "ец"),
        ("masc", rf"{_FLEETING}ку$", "ок"),
        ("masc", r"ью$", "ей"),
        ("masc", rf"{_VOWEL}ю$", "й"),
        ("masc", r"(?<=[лнрстдв])ю$", "ь"),
        ("masc", rf"{_HARD}у$", ""),
        *_FEMININE,
        (None, rf"{_HARD}е$", "а"),
        (None, r"(?<=и)и$", "я"),
    ),
    "accs": (
        *_GENITIVE,
        ("femn", rf"{_OV}у$", "а"),
        ("femn", r"ую$", "ая"),
        ("femn", r"юю$", "яя"),
        (None, rf"{_HARD}у$", "а"),
        (None, r"ю$", "я"),
    ),
    "ablt": (
        ("masc", rf"{_OV}ым$", ""),
        ("masc", r"(?<=[сц]к)им$", "ий"),
        ("masc", rf"{_STEM}ым$", "ый"),
        ("masc", r"им$", "ий"),
        ("masc", r"(?<=[бвгджзклмнпрстфх])ц[ое]м$", "ец"),
        ("masc", rf"{_VOWEL}ем$", "й"),
        ("masc", r"(?<=[лрн])ем$", "ь"),
        ("masc", rf"{_HARD}[ое]м$", ""),
        *_FEMININE,
        (None, r"ей$", "я"),
    ),
}
_FIXED = re.compile(r"(?:(?<![ое]г)о|э|[иы]х|дзе|швили|заде|оглы|кызы)$")


def surname(form: str, case: str, gender: str | None = None) -> str:
    """The nominative of the surname `form` that stands in `case` (nomn, gent, datv, accs, ablt, loct).

    Both parts of «Троицкому-Маркову» change. `gender` (masc, femn) is what the given name or patronymic says; without
    it the ending decides: «возложить на Гранкину» is a woman, «поручить Гранкину» a man.
    """
    if case == "nomn":
        return form
    *halves, last = re.split(r"([-‐‑–])", form)
    kept = "".join(h if h in DASHES or _is_foreign(h) else _recased(h, case, gender) for h in halves)
    return kept + _recased(last, case, gender)


def _recased(form: str, case: str, gender: str | None) -> str:
    return recase(form, _one_surname(form.lower(), case, gender))


def _is_foreign(half: str) -> bool:
    """Whether the first half of a double surname likelier ends in a vowel that stays («Форе-Лукиной») than in a case's."""
    named = any(r.grammemes & {"Surn", "Name"} for r in morph.readings(half))
    return half.endswith(("е", "и")) and not named


@lru_cache(maxsize=20_000)
def _one_surname(form: str, case: str, gender: str | None) -> str:
    """By the dictionary's surnames, then its common words that serve as one («Орла», «Береговому»), then by ending."""
    readings = [r for r in morph.readings(form) if r.known and r.case == case and r.number == "sing"]
    readings = [r for r in readings if gender is None or r.gender in (gender, None)]
    surnames = sorted((r for r in readings if "Surn" in r.grammemes), key=lambda r: "Fixd" in r.grammemes)
    for reading in surnames + [r for r in readings if _may_serve(form, r)]:
        if "Fixd" in reading.grammemes:
            return form
        only = {case, "sing", reading.pos, reading.gender} - {None} | (reading.grammemes & {"Surn"})
        if found := morph.inflect(form, frozenset({"nomn"}), frozenset(only)):
            return found
    if _FIXED.search(form) or _stays(form, case):
        return form
    return _by_ending(form, case, gender)


def _stays(form: str, case: str) -> bool:
    """Whether a common word that serves as a surname was left in the nominative: «на секретаря Долбня И.П.»."""
    nouns = {r.case for r in morph.readings(form) if r.known and r.pos == "NOUN" and r.number == "sing"}
    return "nomn" in nouns and case not in nouns


def _may_serve(form: str, reading: morph.Reading) -> bool:
    """Whether a common word may be a surname: a noun, or an adjective that does not look like one in -ов, -ин."""
    if reading.pos == "ADJF":
        return not re.search(rf"{_OV}(?:ой|ого|ому)$", form)
    return reading.pos == "NOUN" and not reading.grammemes & {"Geox", "Orgn", "Name", "Patr"}


def _by_ending(form: str, case: str, gender: str | None) -> str:
    for of, ending, nominative in _ENDINGS.get(case, ()):
        if (gender is None or of in (gender, None)) and re.search(ending, form):
            return re.sub(ending, nominative, form)
    return form


def given_name(form: str, case: str, gender: str | None = None) -> tuple[str, str | None]:
    """A first name or patronymic in the nominative, and the gender it shows; `None` when it is neither."""
    for reading in morph.readings(form):
        kinds = reading.grammemes & {"Name", "Patr"}
        if kinds and reading.case == case and reading.number == "sing" and gender in (None, reading.gender):
            only = frozenset({case, "sing", reading.gender} - {None} | kinds)
            found = morph.inflect(form, frozenset({"nomn"}), only) or form.lower()
            return recase(form, found), reading.gender
    return form, None


def recase(original: str, new: str) -> str:
    """`new` with the letters that it shares with `original` from the start written as there, ё included; a word that is
    all in capitals stays so."""
    if original.isupper() and len(original) > 1:
        return new.upper()
    pairs = enumerate(zip(fold(original), fold(new), strict=False))
    same = next((i for i, (a, b) in pairs if a != b), min(len(original), len(new)))
    return original[:same] + new[same:]
