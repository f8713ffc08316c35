"""What a web page has around its text: menus, search, banners, share buttons, links to other pages."""

from __future__ import annotations

import re
from typing import Any

Element = Any  # lxml's, which is imported only where a page is read

_TAGS = frozenset(
    "script style noscript template iframe object embed svg canvas audio video map area button select option input"
    " textarea datalist nav aside dialog title meta link base".split()
)
_ROLES = frozenset(
    "navigation banner contentinfo search complementary menu menubar dialog alert tablist toolbar".split()
)
_NAMED = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|footer|cookies?|share|sharing|social|socials|likes|pagination"
    r"|pager|related|recommended|similar|banners?|popup|modal|subscribe|subscription|search|login|comments|copyright|counters?"
    r"|sr-only|visually-hidden|skip-link)(?:$|[\s_-])",
    re.I,
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*(?:header|footer|comment)",
    re.I,
)
_BLOCKS = frozenset("div section ul ol table td tr tbody dl p li center form".split())
_LISTS = frozenset("ul ol table dl".split())

_MAIN_SHARE = 0.4  # of the page's text that its <main> or <article> must hold to be all that is read
_MAX_NOISE_SHARE = 0.3  # of the page's text: what holds more is the text itself, whatever it is called
_MIN_LINKS, _LINKED, _ALL_LINKED = 3, 0.6, 0.9
_MAX_MENU_ITEM = 40  # characters that the texts of links in a menu have on average


def strip(root: Element) -> Element:
    """The element to read: `root`, or the one that holds the page's main text; noise is dropped from the tree."""
    for element in [e for e in root.iter("*") if _is_hidden(e) or e.tag in _TAGS]:
        _drop(element)
    main = _main(root)
    total = len(_text(main)) or 1
    for element in list(main.iter(*_BLOCKS, "header", "footer")):
        if element is not main and _is_noise(element, total):
            _drop(element)
    return main


def _drop(element: Element) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _text(element: Element) -> str:
    return " ".join(element.text_content().split())


def _main(root: Element) -> Element:
    """The only <main> or <article> of the page if it holds a good part of its text, else the page."""
    total = len(_text(root))
    for path in (".//main|.//*[@role='main']", ".//article"):
        found = root.xpath(path)
        if len(found) == 1 and len(_text(found[0])) >= _MAIN_SHARE * total:
            return found[0]
    return root


def _is_hidden(element: Element) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("role", "").lower() in _ROLES
        or bool(_HIDDEN.search(element.get("style", "")))
    )


def _is_noise(element: Element, total: int) -> bool:
    if element.tag == "header" and element.find(".//h1") is not None:
        return False
    length = len(_text(element))
    if length > _MAX_NOISE_SHARE * total:
        return False
    if element.tag in ("header", "footer"):
        return True
    named = element.tag != "p" and _NAMED.search(f"{element.get('class', '')} {element.get('id', '')}")
    return bool(named) or _is_menu(element, length)


def _is_menu(element: Element, length: int) -> bool:
    """Whether a block is little more than short links: at least three, and nearly all of its text where it has no
    blocks inside it, for a paragraph may well cite three laws."""
    links = [len(_text(a)) for a in element.iter("a")]
    if len(links) < _MIN_LINKS or sum(links) > _MAX_MENU_ITEM * len(links):
        return False
    inline = element.tag not in _LISTS and next(element.iterdescendants(*_BLOCKS), None) is None
    return sum(links) >= (_ALL_LINKED if inline else _LINKED) * length
