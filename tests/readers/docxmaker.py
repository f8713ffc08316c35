"""DOCX files made by hand, part by part, for what no library writes."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT = {"document": "document.main"}


def docx(body: str, media: dict[str, bytes] | None = None, **parts: str) -> bytes:
    """A DOCX with `body` in its document; `parts` are the insides of numbering, styles, comments, footnotes, header.
    Each part, and each of `media`, is related to the document under its name."""
    roots = {
        "comments": "comments",
        "footnotes": "footnotes",
        "header": "hdr",
        "numbering": "numbering",
        "styles": "styles",
    }
    files = {"word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>"}
    relations = ""
    for name, inside in parts.items():
        files[f"word/{name}.xml"] = f"<w:{roots[name]} {_SPACES}>{inside}</w:{roots[name]}>"
        relations += f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
    for name in media or {}:
        relations += f'<Relationship Id="{name}" Type="{_OFFICE}/image" Target="media/{name}.png"/>'
    overrides = "".join(
        f'<Override PartName="/{path}" ContentType="{_TYPE}.{_CONTENT.get(name, name)}+xml"/>'
        for path in files
        for name in [path.removeprefix("word/").removesuffix(".xml")]
    )
    files["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{overrides}</Types>'
    )
    files["_rels/.rels"] = _relations(
        f'<Relationship Id="d" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    )
    files["word/_rels/document.xml.rels"] = _relations(relations)
    return zipped({**files, **{f"word/media/{name}.png": data for name, data in (media or {}).items()}})


def zipped(files: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(
                path, data if isinstance(data, bytes) else '<?xml version="1.0" encoding="UTF-8"?>' + data
            )
    return out.getvalue()


def _relations(inside: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'


def run(text: str, form: str = "") -> str:
    return f'<w:r><w:rPr>{form}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def par(*inside: str, form: str = "") -> str:
    """A paragraph; what does not begin with "<" becomes a run."""
    return f"<w:p><w:pPr>{form}</w:pPr>{''.join(x if x.startswith('<') else run(x) for x in inside)}</w:p>"


def item(text: str, level: int = 0, list_id: int = 1) -> str:
    return par(text, form=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def level(at: int, text: str, form: str = "decimal", start: int = 1, more: str = "") -> str:
    """One level of a list; `more` are the elements that follow its format."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{escape(text)}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def abstract(key: int, *levels: str) -> str:
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{key}">{kind}{"".join(levels)}</w:abstractNum>'


def num(key: int, abstract_id: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract_id}"/>{overrides}</w:num>'


def restart(at: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def table(*rows: list[str], grid: int = 0) -> str:
    columns = "".join('<w:gridCol w:w="2000"/>' for _ in range(grid or max(map(len, rows))))
    body = "".join(
        f"<w:tr>{''.join(c if c.startswith('<w:tc>') else cell(c) for c in row)}</w:tr>" for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>"


def cell(*paragraphs: str, form: str = "") -> str:
    inside = "".join(p if p.startswith("<") else par(p) for p in paragraphs)
    return f"<w:tc><w:tcPr>{form}</w:tcPr>{inside}</w:tc>"
