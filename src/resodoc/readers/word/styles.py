"""What a paragraph of a DOCX is like: its own properties, else its style's, else those of the style it is based on."""

from __future__ import annotations

from collections.abc import Iterator

from resodoc.readers.word.ooxml import Element, W, is_on, val

_ALIGN = {"center": "center", "right": "right", "end": "right", "both": "justify", "distribute": "justify"}


class Styles:
    """The styles of a document (ECMA-376 part 1, 17.7), by id."""

    def __init__(self, root: Element | None) -> None:
        styles = () if root is None else root.iterfind(f"{W}style")
        self._by_id = {val(style, "styleId"): style for style in styles}
        defaults = (s for s in self._by_id.values() if val(s, "type") == "paragraph" and is_default(s))
        self._default = val(next(defaults, None), "styleId")
        self._document = None if root is None else root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")

    def of(self, paragraph: Element) -> str | None:
        """The id of the paragraph's style, the document's default one if it names none."""
        return val(paragraph.find(f"{W}pPr/{W}pStyle")) or self._default

    def name(self, style_id: str | None) -> str:
        style = self._by_id.get(style_id)
        return "" if style is None else (val(style.find(f"{W}name")) or "").lower()

    def chain(self, style_id: str | None) -> Iterator[Element]:
        """The style and those it is based on, the nearest first."""
        seen = set()
        while style_id in self._by_id and style_id not in seen:
            seen.add(style_id)
            style = self._by_id[style_id]
            yield style
            style_id = val(style.find(f"{W}basedOn"))

    def align(self, paragraph: Element) -> str | None:
        """left, center, right or justify; None when nothing says."""
        for jc in self._nearest(paragraph, f"{W}pPr/{W}jc"):
            return _ALIGN.get(val(jc) or "", "left")
        return val(None if self._document is None else self._document.find(f"{W}jc"))

    def bold(self, paragraph: Element) -> bool:
        """Whether the paragraph's style prints its runs bold."""
        return any(is_on(b) for b in self._nearest(paragraph, f"{W}rPr/{W}b", own=False))

    def numbering(self, paragraph: Element) -> tuple[str, int | None, tuple[str, ...]] | None:
        """Which list the paragraph belongs to: its id, the level if that is said, and the styles through which it
        belongs to it, the nearest first; None for no list. Id 0 takes a paragraph out of its style's list (17.9.18)."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        level = val(None if own is None else own.find(f"{W}ilvl"))
        found = val(None if own is None else own.find(f"{W}numId"))
        through: list[str] = []
        if found is None:
            for style in self.chain(self.of(paragraph)):
                through.append(val(style, "styleId") or "")
                if found := val(style.find(f"{W}pPr/{W}numPr/{W}numId")):
                    level = level or val(style.find(f"{W}pPr/{W}numPr/{W}ilvl"))
                    break
        return None if found in (None, "0") else (found, _level(level), tuple(through))

    def list_of(self, style_id: str) -> str | None:
        """The list that a numbering style stands for."""
        for style in self.chain(style_id):
            return val(style.find(f"{W}pPr/{W}numPr/{W}numId"))
        return None

    def _nearest(self, paragraph: Element, path: str, own: bool = True) -> Iterator[Element]:
        """The nearest element at `path`, in the paragraph or its styles."""
        for holder in (*([paragraph] if own else ()), *self.chain(self.of(paragraph))):
            if (found := holder.find(path)) is not None:
                yield found
                return


def is_default(style: Element) -> bool:
    return val(style, "default") in ("1", "true", "on")


def _level(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and int(text) < 9 else None
