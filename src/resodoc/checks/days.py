"""Days as they are written, those that no calendar has among them."""

from __future__ import annotations

import re
from datetime import date

MONTH = (
    r"(?:(?:январ|феврал|апрел|ию[нл]|сентябр|октябр|ноябр|декабр)[яьеюи]|март[аеу]?|ма[яйею]|август[аеу]?)"
)
YEAR = r"(?:19|20)\d\d"
WRITTEN = re.compile(
    rf"(?<![\w.,/-])(?P<day>\d{{1,2}})(?: ?\")? +(?P<month>{MONTH})(?: +(?P<year>{YEAR}))?(?!\w)"
)
POINTED = re.compile(rf"(?<![\w.,/№-])(?P<day>\d\d)\.(?P<month>\d\d)\.(?P<year>{YEAR})(?![\w/]|\.\d)")

_STEMS = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_LEAP_YEAR = 2000


def day_of(m: re.Match[str]) -> date | None:
    """The day that `day`, `month` (a number or folded word) and `year` name, without a year in a leap year; `None` when
    there is no such day."""
    month = int(m["month"]) if m["month"].isdigit() else _number(m["month"])
    try:
        return date(int(m["year"] or _LEAP_YEAR), month, int(m["day"]))
    except ValueError:
        return None


def _number(word: str) -> int:
    """«мая» is the fifth: «мар» comes before «ма»."""
    return next(number for number, stem in enumerate(_STEMS, 1) if word.startswith(stem))
