"""Who signed: the line of post and name that ends the operative part (ГОСТ Р 7.0.97-2016, 5.22)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from resodoc.language import clauses, morph
from resodoc.segment.lines import Line

_POST = re.compile(
    r"(?:(?:и\.?\s?о\.?|врио|вр\.\s?и\.\s?о\.|исполняющ\w+ обязанности|временно исполняющ\w+ обязанности|зам(?:\.|естител\w+)|"
    r"перв\w+|старш\w+|ответственн\w+|единственн\w+|почетн\w+|генеральн\w+|исполнительн\w+|главн\w+|вице-?)\s*)*"
    r"(?:исполняющ|врио|председател|председательствующ|глава|главы|президент|премьер|директор|ректор|проректор|министр|губернатор|начальник|"
    r"руководител|секретар|мэр|управляющ|заведующ|заместител|декан|координатор|староста|атаман|командующ|врач|прокурор|"
    r"депутат|член|инженер|бухгалтер|президиум|подпис|ведущий|участник\b|учредител|акционер\b|собственник\b|ликвидатор)",
    re.IGNORECASE,
)
_INITIALS = r"[А-ЯЁA-Z]\.\s?(?:[А-ЯЁA-Z]\.\s?)?"
_SURNAME = r"[А-ЯЁ][А-ЯЁа-яё]+(?:\s?[-–]\s?[А-ЯЁ][а-яё]+)?"
NAME = re.compile(rf"(?:{_INITIALS}{_SURNAME}|{_SURNAME} +{_INITIALS}(?!\s?[А-ЯЁ][а-яё.]))")
NAMED_LEAD = re.compile(rf"\({NAME.pattern}\)[:\s–-]*$")
"""«ОМВД (Зимин А.А.)» with nothing behind: who has to do what follows."""
_NAME_AT_END = re.compile(rf"{NAME.pattern}\s*[.)/|]?\s*$")
_BLANK_AT_END = re.compile(r"_{3,}|/\s*_*\s*/|\(подпись\)|п/п")
_NAME_AND_BLANK = re.compile(rf"{NAME.pattern}\s*_{{3,}}.{{0,20}}|_{{3,}}\s*/?\s*{NAME.pattern}.{{0,20}}")
_LONE_SURNAME = re.compile(r"\t[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?$")
_LOOK_AHEAD, _LONGEST = 3, 220


def is_signature(lines: Sequence[Line], index: int) -> bool:
    """Whether the operative part ends before line `index`: a post, and a name at its end or in the lines that follow."""
    line = lines[index]
    if line.label or line.cells or len(line.text) > _LONGEST or _has_verb(line.text):
        return False
    if not _POST.match(line.text) or not line.text[:1].isupper():
        return (_is_bare_name(line) and "\t" in line.text) or _NAME_AND_BLANK.fullmatch(line.text) is not None
    for following in lines[index : index + _LOOK_AHEAD + 1]:
        if following is not line and (
            following.label or len(following.text) > 90 or _has_verb(following.text)
        ):
            return False
        if (
            _NAME_AT_END.search(following.text)
            or _BLANK_AT_END.search(following.text)
            or _LONE_SURNAME.search(following.text)
        ):
            return True
    return False


def name_in(text: str) -> str | None:
    """The signatory's name in a signature's text, as printed; `None` when it is not there."""
    names = list(NAME.finditer(text))
    return names[-1].group().strip() if names else None


def _is_bare_name(line: Line) -> bool:
    return _NAME_AT_END.search(line.text) is not None and len(line.text) < 120


def _has_verb(text: str) -> bool:
    words = morph.words(text)
    return any(v.form != "participle" for v in clauses.main_verbs(text, words))
