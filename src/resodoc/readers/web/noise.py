"""What a web page has around its text: menus, search, banners, share buttons, links to other pages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from resodoc.readers.web import asides

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
    r"|pager|related|recommended|similar|banners?|popup|modal|subscribe|subscription|search|login|copyright|counters?"
    r"|comments?(?:-?(?:list|block|form|area|thread))?|disqus|ticker|marquee|tags?(?:-?list)?|latest|popular|teasers?"
    r"|(?:other|last|more|similar)-?news|sr-only|visually-hidden|skip-link)(?:$|[\s_-])",
    re.I,
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*(?:header|footer|comment)",
    re.I,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_BLOCKS = frozenset("div section ul ol table td tr tbody dl p li center form".split())
_TITLES = ("h3", "h4", "h5", "h6")  # an <h2> may be the page's own, linked to itself
_LISTS = frozenset("ul ol table dl".split())

_MAIN_SHARE = 0.4  # of the page's text that its <main> or <article> must hold to be all that is read
_MAX_NOISE_SHARE = 0.3  # of the page's text: what holds more is the text itself, whatever it is called
_MIN_LINKS, _LINKED, _ALL_LINKED = 2, 0.6, 0.9
_MAX_MENU_ITEM = 40  # characters that the texts of links in a menu have on average


@dataclass(slots=True)
class Weight:
    """What an element holds: letters, those in links to other places, such links, and blocks or line breaks inside it."""

    text: int = 0
    linked: int = 0
    links: int = 0
    blocks: int = 0


def strip(root: Element) -> Element:
    """The element to read: `root`, or the one that holds the page's main text; noise is dropped from the tree."""
    for element in [e for e in root.iter("*") if e is not root and (_is_hidden(e) or e.tag in _TAGS)]:
        _drop(element)
    asides.strip(root)
    weights = _weights(root)
    main = _main(root, weights)
    total = weights[main].text
    for element in [e for e in main.iter(*_BLOCKS, *_TITLES, "header", "footer") if e is not main]:
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
        if element.tag == "a" and _leads_away(element):
            own.linked, own.links = own.text, 1
        parent = weights.get(element.getparent())
        if parent is not None:
            parent.text += own.text
            parent.linked += own.linked
            parent.links += own.links
            parent.blocks += own.blocks + (element.tag in _BLOCKS or element.tag == "br")
    return weights


def _leads_away(link: Element) -> bool:
    return not link.get("href", "#").startswith("#")


def _length(text: str | None) -> int:
    """Letters: the date beside a headline weighs nothing."""
    return sum(map(len, _LETTERS.findall(text))) if text else 0


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
    return bool(named) or _is_linked(element, weight)


def _is_linked(element: Element, weight: Weight) -> bool:
    """Whether a block is a menu, little more than short links, or a headline that leads to another page. Nearly all of its
    text must be links where these are long, or it is one paragraph, for that may well cite three laws."""
    if not weight.links or element.find(".//h1") is not None:
        return False
    inline = element.tag not in _LISTS and not weight.blocks
    menu = weight.links >= _MIN_LINKS and weight.linked <= _MAX_MENU_ITEM * weight.links and not inline
    least = _LINKED if menu or asides.led_in(element) else _ALL_LINKED
    return weight.linked >= least * weight.text
