"""Whatever a document says, every check comes to an end and points into it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from resodoc.checks import Settings, Suite, run, table
from resodoc.pipeline import extract
from resodoc.readers import read_bytes
from resodoc.rulepack import bundled

TABLE = table(bundled())
SUITE = Suite(TABLE, settings=Settings(owners=(("Орлов П.П.",),)))
PIECES = st.sampled_from(
    """\
ПРОТОКОЛ|РЕШИЛИ:|ПРИКАЗЫВАЮ:|1.|2.|4.|1.1.|а)|Поручить|Орлову П.П.|до 31 июня 2024 г.|Срок: ____|Отв.: ____|«|»|(|)|"|
приложению № 2|Приложение № 1|пункта 9 настоящего протокола|(далее – Совет)|на сумму 5 тыс.|TODO|ХХ|
осмoтр|подготовить смету на ремонт кровли|в пятницу, 20 июня 2024 г.|Председатель  П.П. Орлов|
с 9 по 3 мая|29.02.2023|\t|№""".split("|")
)
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([" ", "\n", ""])), min_size=1, max_size=40).map(
    lambda pairs: "РЕШЕНИЕ\n" + "".join(piece + gap for piece, gap in pairs)
)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_finding_lies_in_the_text_and_is_worded(text):
    resolution = extract(read_bytes(text.encode(), "a.txt"))
    checks = {check.id: check for check in TABLE}
    ids = {decision.id for decision in resolution.decisions} | {None}
    findings = run(resolution, SUITE)
    for finding in findings:
        assert 0 <= finding.span.start <= finding.span.stop <= len(resolution.source.text)
        assert finding.decision in ids
        assert checks[finding.check].message(finding, "ru") and checks[finding.check].suggestion(
            finding, "en"
        )
    assert list(findings) == sorted(findings, key=lambda f: (f.span, f.check))
    assert run(resolution, SUITE) == findings
