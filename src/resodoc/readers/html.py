"""HTML → Source: what a browser shows of the page's text, blocks as paragraphs, tables as tables."""

from __future__ import annotations

import re

from resodoc.errors import ReadError
from resodoc.model import Source
from resodoc.readers.blocks import compose
from resodoc.readers.compose import Composer
from resodoc.readers.options import ReadOptions
from resodoc.readers.plain.encoding import decode
from resodoc.readers.web import noise
from resodoc.readers.web.text import Walker

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)
_MIME = re.compile(rb"\s*[\w-]+:", re.I)


def read(data: bytes, name: str, options: ReadOptions) -> Source:
    """A page, or a web archive (MHT) of one. Raises ReadError when its encoding cannot be told or it is no page."""
    page, charset = _from_archive(data, name) if _is_archive(data) else (data, None)
    declared = _CHARSET.search(page[:4096])
    text, encoding = decode(page, name, charset or (declared.group(1).decode() if declared else None))
    body = noise.strip(_parsed(text, name))
    composer = Composer()
    annotations = compose(Walker().blocks(body), composer)
    return composer.source(name=name, format="html", encoding=encoding, annotations=annotations)


def _parsed(text: str, name: str):
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, huge_tree=True)
    try:
        root = html.document_fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise ReadError("read-no-text", name=name) from error
    body = root.find(".//body")
    return root if body is None else body


def _is_archive(data: bytes) -> bool:
    return bool(_MIME.match(data[:200])) and b"mime-version:" in data[:4096].lower()


def _from_archive(data: bytes, name: str) -> tuple[bytes, str | None]:
    """The page in a web archive (RFC 2557) and the encoding that the archive says it has."""
    from email import message_from_bytes

    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return (payload if isinstance(payload, bytes) else b""), part.get_content_charset()
    raise ReadError("read-no-text", name=name)
