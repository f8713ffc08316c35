"""Markdown marks in a plain text: what a converter from PDF or Word put there is no part of the document."""

from __future__ import annotations

import re
from html import unescape

_BOLD = re.compile(r"(\*\*|(?<![\w_])__)(?=[^\s*_])((?:(?!\1|\n[ \t]*\n).){1,2000}?)(?<=[^\s_])\1(?!_)", re.S)
_ITALIC = re.compile(r"(?<![\w*])(\*|(?<!_)_)(?=[^\s*_])([^*_\n]{1,300})(?<=[^\s*_])\1(?![\w*_])")
_LINK = re.compile(
    r"!?\[([^\]\n]{0,300})\]\((?:https?:|mailto:|/|#|\.{1,2}/|[\w-]{1,100}\.\w)[^()\n]{0,500}\)"
)
_TAG = re.compile(
    r"</?(?:u|b|i|em|strong|s|su[bp]|small|span|font|center|div|p|ins|mark)(?:\s[^<>\n]{0,200})?/?>", re.I
)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_ENTITY = re.compile(r"&(?:nbsp|quot|[lr]aquo|amp|lt|gt|[mn]dash|#\d{2,5});")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"`([^`\n]{1,300})`")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$", re.M)
_NUMBERED_BULLET = re.compile(
    r"^([ \t]*)(?:[-*+][ \t]+|\\?- )(?=(?:\d{1,2}(?:\.\d{1,2}){0,3}|[а-я])\\?[.)][ \t])", re.M
)
_STAR_BULLET = re.compile(r"^([ \t]*)[*+](?=[ \t]+\S)", re.M)
_TASK_BULLET = re.compile(r"^([ \t]*[-*+])[ \t]+\[[ xX]\](?=[ \t]+\S)", re.M)
_STRUCK = re.compile(r"~~(?=\S)([^~\n]{1,300})(?<=\S)~~")
_QUOTE = re.compile(r"^ {0,3}>[ \t]?", re.M)
_RULE = re.compile(r"^[ \t]*(?:([-*=~])[ \t]*(?:\1[ \t]*){2,200}|```\w*[ \t]*)$", re.M)


def cut_comments(text: str) -> tuple[str, dict[int, list[str]]]:
    """`text` without its hidden comments `<!-- … -->` (line ends stay, so that lines keep their numbers), and the
    comments by the number of the line, from 0, in which each began."""
    comments: dict[int, list[str]] = {}
    kept: list[str] = []
    position = line = 0
    while (start := text.find("<!--", position)) >= 0 and (stop := text.find("-->", start + 4)) >= 0:
        kept += [text[position:start], "\n" * text.count("\n", start, stop)]
        line += kept[-2].count("\n")
        comments.setdefault(line, []).append(text[start + 4 : stop].strip())
        line += len(kept[-1])
        position = stop + 3
    return "".join(kept) + text[position:], comments


def plain(text: str) -> str:
    """`text` without markdown marks, line by line as before: bullets stay, a bullet before a printed number goes.

    >>> plain("- 1) **Создать** совет\\\\.")
    '1) Создать совет.'
    """
    for pattern, replacement in (
        (_RULE, ""),
        (_HEADING, r"\1"),
        (_QUOTE, ""),
        (_LINK, r"\1"),
        (_BOLD, r"\2"),
        (_ITALIC, r"\2"),
        (_CODE, r"\1"),
        (_STRUCK, r"\1"),
        (_TASK_BULLET, r"\1"),
        (_TAG, ""),
        (_BREAK, " "),
        (_NUMBERED_BULLET, r"\1"),
        (_STAR_BULLET, r"\1•"),
        (_ESCAPE, r"\1"),
    ):
        text = pattern.sub(replacement, text)
    return _ENTITY.sub(lambda m: unescape(m.group()), text)


def is_strong(line: str) -> bool:
    """Whether a marked line is a heading, or bold from end to end."""
    marked = line.strip()
    return bool(_HEADING.match(line)) or (
        len(marked) > 4 and marked.startswith("**") and marked.endswith("**")
    )


def is_broken(line: str) -> bool:
    """Whether a marked line ends where its writer wanted it: two blanks after a mark, a backslash, `<br>`."""
    return line.endswith(("**  ", "\\")) or line.rstrip().lower().endswith(("<br>", "<br/>", "<br />"))
