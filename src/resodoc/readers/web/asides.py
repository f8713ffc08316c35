"""What a web page shows under headings of their own beside its text: other news, what is most read, readers' comments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, takewhile
from typing import Any

Element = Any  # lxml's, which is imported only where a page is read

_WORDS = (
    r"(?:другие|последние|свежие|главные|похожие|ещ[её]|новые|все|прочие) (?:новости|материалы|публикации|статьи|события|записи)"
    r"|новости (?:раздела|партн[её]ров)|лента новостей|(?:(?:материалы|новости|статьи|ещ[её]|ссылки) )?по (?:этой )?теме"
    r"|(?:читайте|смотрите|см\.?|узнайте) (?:также|ещ[её])|самое (?:читаемое|популярное)|популярн(?:ое|ые(?: \w+)?)"
    r"|(?:вам|вас) [\w ]{,30}интерес\w*|рекомендуем(?: также)?|обсуждаемое|с этим читают|отзывы"
    r"|(?:комментари(?:и|ев|й)|комментарии (?:к|читателей)[\w ]{,30})|(?:оставить|добавить) комментарий"
)
_TITLE = re.compile(rf"\W*(?:\d+ )?(?:{_WORDS})\W*(?:\d+\W*)?", re.I)
_LEAD = re.compile(rf"\W*(?:{_WORDS})\s*[:—-]", re.I)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CELLS = frozenset("td th tr li".split())
_PIECES, _LONGEST = 12, 60  # stretches and characters that such a heading may have
_MOST = 50  # headings that are looked at
_MAX_SHARE = (
    0.3  # of the page's text: more is the text itself, unless an <h1> elsewhere says what the page is about
)


def strip(root: Element) -> None:
    """Drop from the tree what stands under the headings of other news and of comments."""
    titles = (
        e for e in root.iter(*_HEADINGS[1:], "p", "div", "b", "strong") if _TITLE.fullmatch(_beginning(e))
    )
    for title in list(islice(titles, _MOST)):
        if root in title.iterancestors():  # not dropped yet
            under = _under(title, root)
            if _is_aside(under, root):
                for element in under:
                    element.drop_tree()


def led_in(element: Element) -> bool:
    """Whether a paragraph begins with «Читайте также:» or the like."""
    return bool(_LEAD.match(_beginning(element)))


def _under(title: Element, root: Element) -> list[Element]:
    """What a heading stands over, itself included: the whole section that it begins, else all up to the next heading as
    high; of a heading that is only a line of text, the line."""
    whole, text = title, _beginning(title)
    while whole.getparent() is not root and _beginning(whole.getparent()) == text:
        whole = whole.getparent()
    section = whole.getparent()
    if whole.tag in _CELLS:
        return []
    if (
        section is not root
        and (section.tag not in _CELLS or title.tag in _HEADINGS)
        and _beginning(section).startswith(text)
        and not any(_as_high(e, title) for e in (whole.itersiblings()))
    ):
        return [section]
    rest = takewhile(lambda e: not _as_high(e, title), whole.itersiblings())
    return [whole, *(rest if title.tag in _HEADINGS else ())]


def _as_high(element: Element, title: Element) -> bool:
    """Whether `element` is or holds a heading no lower than `title`; of text, any heading is."""
    high = _HEADINGS[: _HEADINGS.index(title.tag) + 1] if title.tag in _HEADINGS else _HEADINGS
    return next(element.iter(*high), None) is not None


def _is_aside(elements: Sequence[Element], root: Element) -> bool:
    held = {id(h) for element in elements for h in element.iter("h1")}
    if any(id(h) not in held and _beginning(h) for h in root.iter("h1")):
        return True
    return sum(map(_length, elements)) <= _MAX_SHARE * _length(root)


def _length(element: Element) -> int:
    return sum(map(len, element.itertext()))


def _beginning(element: Element) -> str:
    """The first words in an element; all of them where they are few."""
    text = ""
    for piece in islice(element.itertext(), _PIECES):
        text += f"{piece} "
        if len(text.strip()) > _LONGEST:
            break
    return " ".join(text.split())
