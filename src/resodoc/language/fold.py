"""One spelling for matching: `fold` changes characters one for one, so an offset in the folded text is an offset in the text."""

from __future__ import annotations

import re

_SPACES = (
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u2028"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_QUOTES = "«»„“”‟"
_SPECIAL = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_QUOTES, '"'),
    "ё": "е",
    "Ё": "е",
}


class _Table(dict):
    """Fills itself with each character seen; a character whose lower case is longer stays as it is."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        low = _SPECIAL.get(char) or char.lower()
        self[code] = low if len(low) == 1 else char
        return self[code]


_TABLE = _Table()


# Latin letters that a Russian keyboard slip or a scanner puts for Cyrillic ones that look alike.
_LOOKALIKE = str.maketrans("aceopxykmtbhACEOPXYKMTBH", "асеорхукмтвнасеорхукмтвн")
_WITH_LATIN = re.compile(r"[^\W\d_]*[A-Za-z][^\W\d_]*")
_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_PREPOSITIONS = frozenset("cCkKoOyYaA")


def fold(text: str) -> str:
    """Lower case, ё→е, every space but the line end → " ", every dash → "-", every double quote → '"'; Latin letters that
    look like Cyrillic ones become those in a word that has both («Утвеpдить») and alone («c 1 января»)."""
    return _WITH_LATIN.sub(_unmixed, text).translate(_TABLE)


def _unmixed(m: re.Match[str]) -> str:
    word = m.group()
    mixed = word in _PREPOSITIONS or _CYRILLIC.search(word)
    return word.translate(_LOOKALIKE) if mixed else word
