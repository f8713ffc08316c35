"""What a web page has around its text: menus, search, banners, share buttons, links to other pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
_MIN_LINKS, _LINKED, _ALL_LINKED = 2, 0.6, 0.9
_MAX_MENU_ITEM = 40  # characters that the texts of links in a menu have on average


@dataclass(slots=True)
class Weight:
    """What an element holds: characters without blanks, those in links, links, and blocks or line breaks inside it."""

    text: int = 0
    linked: int = 0
    links: int = 0
    blocks: int = 0


def strip(root: Element) -> Element:
    """The element to read: `root`, or the one that holds the page's main text; noise is dropped from the tree."""
    for element in [e for e in root.iter("*") if e is not root and (_is_hidden(e) or e.tag in _TAGS)]:
        _drop(element)
    weights = _weights(root)
    main = _main(root, weights)
    total = weights[main].text
    for element in [e for e in main.iter(*_BLOCKS, "header", "footer") if e is not main]:
        if _is_noise(element, weights[element], total):
            _drop(element)
    return main


def _drop(element: Element) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _weights(root: Element) -> dict[Element, Weight]:
    """The weight of each element, summed up from the leaves in one go: pages may be nested deeply."""
    weights = {element: Weight() for element in root.iter("*")}
    for element in reversed(weights):
        own = weights[element]
        own.text += _length(element.text) + sum(_length(child.tail) for child in element)
        if element.tag == "a":
            own.linked, own.links = own.text, 1
        parent = weights.get(element.getparent())
        if parent is not None:
            parent.text += own.text
            parent.linked += own.linked
            parent.links += own.links
            parent.blocks += own.blocks + (element.tag in _BLOCKS or element.tag == "br")
    return weights


def _length(text: str | None) -> int:
    return sum(map(len, text.split())) if text else 0


def _main(root: Element, weights: dict[Element, Weight]) -> Element:
    """The only <main> or <article> of the page if it holds a good part of its text, else the page."""
    for path in (".//main|.//*[@role='main']", ".//article"):
        found = root.xpath(path)
        if len(found) == 1 and weights[found[0]].text >= _MAIN_SHARE * weights[root].text:
            return found[0]
    return root


def _is_hidden(element: Element) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("role", "").lower() in _ROLES
        or bool(_HIDDEN.search(element.get("style", "")))
    )


def _is_noise(element: Element, weight: Weight, total: int) -> bool:
    if weight.text > _MAX_NOISE_SHARE * total or (
        element.tag == "header" and element.find(".//h1") is not None
    ):
        return False
    if element.tag in ("header", "footer"):
        return True
    named = element.tag != "p" and _NAMED.search(f"{element.get('class', '')} {element.get('id', '')}")
    return bool(named) or _is_menu(element, weight)


def _is_menu(element: Element, weight: Weight) -> bool:
    """Whether a block is little more than short links; nearly all of its text must be, where it is one paragraph, for
    that may well cite three laws."""
    if weight.links < _MIN_LINKS or weight.linked > _MAX_MENU_ITEM * weight.links:
        return False
    inline = element.tag not in _LISTS and not weight.blocks
    return weight.linked >= (_ALL_LINKED if inline else _LINKED) * weight.text
