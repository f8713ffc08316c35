"""What an editor leaves in a Word file: found through the reader, silenced by a comment."""

from __future__ import annotations

import json

from tests.readers.docxmaker import docx, par, run

BY = 'w:author="A" w:date="2024-05-01T10:00:00Z"'
INSERTED = f'<w:ins w:id="1" {BY}>{{}}</w:ins>'
DELETED = f'<w:del w:id="2" {BY}><w:r><w:delText>малярную</w:delText></w:r></w:del>'


def commented(words: str, number: int) -> str:
    start, end = (f'<w:commentRange{edge} w:id="{number}"/>' for edge in ("Start", "End"))
    return f'{start}{run(words)}{end}<w:r><w:commentReference w:id="{number}"/></w:r>'


def comment(words: str, number: int) -> str:
    return f'<w:comment w:id="{number}" w:author="Б">{par(words)}</w:comment>'


def draft(*notes: str) -> bytes:
    return docx(
        par("ПРОЕКТ")
        + par("РЕШЕНИЕ")
        + par("совещания по подготовке школ")
        + par("РЕШИЛИ:")
        + par("1. ", commented("Разработать план ремонта школы.", 0))
        + par("Срок: _____ Ответственный: Орлов П.П.")
        + par(
            "2. Поручить Зимину К.А. до 3 июня 2024 г. закупить ",
            run("краску", '<w:highlight w:val="yellow"/>'),
        )
        + par(
            "3. Поручить Зимину К.А. до 3 июня 2024 г. нанять ", INSERTED.format(run("бригаду")), DELETED, "."
        ),
        comments="".join(comment(words, number) for number, words in enumerate(notes)),
    )


def found(run) -> list[tuple[str, str, str | None]]:
    return [(row["check"], row["text"], row["decision"]) for row in json.loads(run.out)]


def test_traces_of_editing_are_found(resodoc, here):
    (here / "draft.docx").write_bytes(draft("Кто это сделает?"))
    run = resodoc("validate", "draft.docx", "-f", "json", "--select", "leftover-markup")
    rows = json.loads(run.out)
    assert found(run)[0] == ("leftover-markup", "Разработать план ремонта школы.", "1")
    assert "Кто это сделает?" in rows[0]["message"]
    assert ("leftover-markup", "краску", "2") in found(run)
    assert ("leftover-markup", "бригаду", "3") in found(run)
    assert any("малярную" in row["message"] for row in rows)
    assert len(rows) == 4


def test_a_comment_silences_the_item_it_is_fixed_to(resodoc, here):
    (here / "draft.docx").write_bytes(draft("resodoc: ignore deadline-blank"))
    run = resodoc("validate", "draft.docx", "-f", "json", "--select", "deadline-blank,leftover-markup")
    assert "deadline-blank" not in {check for check, _, _ in found(run)}
    assert len(found(run)) == 3
