"""The same document gives the same decisions, owners and deadlines, whatever the format it comes in."""

from __future__ import annotations

import difflib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from resodoc.model import Resolution
from resodoc.pipeline import extract
from resodoc.readers import read
from tests.readers import formats

MINUTES = """
^^ ПРОТОКОЛ № 7
^^ заседания правления товарищества «Речной квартал»
15 апреля 2030 г.\t\tг. Энск
Присутствовали: Соболев И.И. (председатель), Рябова Т.П. (секретарь), Орлов В.Н., Гусева А.А.
ПОВЕСТКА ДНЯ:
1. О подготовке домов к отопительному сезону.
2. О работе с должниками.
1. СЛУШАЛИ: Орлова В.Н. о подготовке домов к отопительному сезону. Он сообщил, что обследование чердаков закончено.
РЕШИЛИ:
@levels decimal:1.%1. decimal:1.%1.%2.
# Принять к сведению информацию Орлова В.Н.
# Главному инженеру Орлову В.Н. до 1 июня 2030 года составить график промывки сетей и представить его правлению.
# Поручить Гусевой А.А. совместно с управляющей организацией поверить приборы в срок до 20 мая 2030 года.
# Обратиться в администрацию города Энска с предложением включить дом № 12 в краткосрочный план капитального ремонта.
Голосовали: «за» – 4, «против» – 0, «воздержались» – 0.
2. СЛУШАЛИ: Рябову Т.П. о работе с должниками.
РЕШИЛИ:
@levels decimal:2.%1.
# Бухгалтеру Рябовой Т.П. ежемесячно вывешивать список задолженностей без указания фамилий.
# Утвердить порядок работы с должниками (приложение 1).
# Контроль за исполнением решения возложить на председателя правления Соболева И.И.
Голосовали: «за» – 3, «против» – 1, «воздержались» – 0.
Председатель правления\t\tИ.И. Соболев
Секретарь\t\tТ.П. Рябова
"""

DECREE = """
^^ АДМИНИСТРАЦИЯ ЗАРЕЧНОГО РАЙОНА
^^ ПОСТАНОВЛЕНИЕ
3 сентября 2029 г.\t\t№ 418
^^ О подготовке учреждений культуры района к работе в зимний период
В целях безаварийной работы учреждений культуры, в соответствии с Уставом района администрация района ПОСТАНОВЛЯЕТ:
@levels decimal:%1. russianLower:%2)
# Утвердить прилагаемый план подготовки учреждений культуры района к работе в зимний период 2029–2030 годов.
# Отделу культуры (Синицына М.К.):
## до 1 октября 2029 года провести проверку котельных домов культуры и сельских библиотек, расположенных отдельно;
## обеспечить обучение операторов котельных правилам безопасности в срок до 15 октября 2029 года;
## ежеквартально представлять заместителю главы района сведения о расходе топлива.
# Рекомендовать главам сельских поселений до 20 сентября 2029 года создать запас твёрдого топлива для сельских клубов.
# Финансовому управлению предусмотреть средства на приобретение резервных источников электроснабжения.
# Опубликовать настоящее постановление в газете «Заречные вести».
# Контроль за исполнением настоящего постановления возложить на заместителя главы района Лебедева П.П.
Глава района\t\tС.С. Журавлёв
> Приложение
> к постановлению администрации
> от 03.09.2029 № 418
^^ ПЛАН
@levels decimal:%1.
# Промывка сетей – сентябрь.
# Ремонт кровли – октябрь.
"""

TABLE = """
^^ ПЕРЕЧЕНЬ ПОРУЧЕНИЙ
^^ по итогам совещания по вопросам благоустройства 12 марта 2030 года
| № п/п | Поручение | Срок исполнения | Ответственный
| I. Дороги и тротуары
| 1 | Подготовить дефектную ведомость по улице Садовой | до 1 апреля 2030 г. | Отдел городского хозяйства
| 2 | Провести обследование пешеходных переходов у школ | до 15 мая 2030 г. | МКУ «Дорожная служба»
| II. Озеленение
| 3 | Разработать схему посадки деревьев в сквере Победы | до 20 апреля 2030 г. | Главный архитектор города
"""

DOCUMENTS = {"minutes": MINUTES, "decree": DECREE, "table": TABLE}
Writer = Callable[[str, Path], Path]


def _text(write: Callable[[str], str], name: str, encoding: str = "utf-8") -> Writer:
    def to(markup: str, folder: Path) -> Path:
        path = folder / name
        path.write_bytes(write(markup).encode(encoding, "replace"))
        return path

    return to


def _docx(markup: str, folder: Path) -> Path:
    formats.docx(markup, folder / "д.docx")
    return folder / "д.docx"


def _pdf(heads: bool) -> Writer:
    def to(markup: str, folder: Path) -> Path:
        formats.pdf(markup, folder / "д.pdf", heads)
        return folder / "д.pdf"

    return to


def _office(form: str) -> Writer:
    return lambda markup, folder: formats.converted(_docx(markup, folder), form)[0]


def _scan(markup: str, folder: Path) -> Path:
    formats.scan(_pdf(heads=False)(markup, folder), folder / "скан.pdf")
    return folder / "скан.pdf"


no_font = not Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf").is_file()
needs_font = pytest.mark.skipif(
    no_font, reason="no font with Cyrillic letters (DejaVu Serif) to make a PDF with"
)
needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
needs_tesseract = pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract is not installed")

WRITERS = {
    "wrapped txt": _text(formats.wrapped_txt, "д.txt"),
    "windows-1251 txt": _text(formats.wrapped_txt, "д.txt", "cp1251"),
    "utf-16 txt": _text(formats.txt, "д.txt", "utf-16"),
    "docx": _docx,
    "html": _text(formats.html, "д.html"),
    "pdf": _pdf(heads=False),
    "pdf with heads": _pdf(heads=True),
    "rtf": lambda markup, folder: _office("rtf")(
        formats.typed(markup), folder
    ),  # its lists know no Russian letters
    "odt": _office("odt"),
    "doc": _office("doc:MS Word 97"),
}
LOST = {("doc", "table"): "LibreOffice 7.4 writes no table with merged cells into a DOC"}
NEEDS = {
    "pdf": needs_font,
    "pdf with heads": needs_font,
    "rtf": needs_office,
    "odt": needs_office,
    "doc": needs_office,
}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Resolution]:
    """What the documents say as texts with a paragraph a line."""
    folder = tmp_path_factory.mktemp("txt")
    return {name: _read(_text(formats.txt, "д.txt"), markup, folder) for name, markup in DOCUMENTS.items()}


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("form", [pytest.param(form, marks=NEEDS.get(form, ())) for form in WRITERS])
def test_the_format_does_not_matter(
    form: str, document: str, expected: dict[str, Resolution], tmp_path: Path
) -> None:
    if (form, document) in LOST:
        pytest.skip(LOST[form, document])
    same = expected[document]
    assert len(same.decisions) > 2
    found = _read(WRITERS[form], DOCUMENTS[document], tmp_path)
    assert _facts(found) == _facts(same)
    assert _words(found) == _words(same)


@needs_font
@needs_tesseract
@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_scan_says_the_same(document: str, expected: dict[str, Resolution], tmp_path: Path) -> None:
    """All but single letters: recognition may take one for another."""
    found = _read(_scan, DOCUMENTS[document], tmp_path)
    assert _facts(found) == _facts(expected[document])
    for one, other in zip(_words(found), _words(expected[document]), strict=True):
        assert difflib.SequenceMatcher(None, one, other).ratio() > 0.95


def _read(write: Writer, markup: str, folder: Path) -> Resolution:
    return extract(read(write(markup, folder)))


def _facts(resolution: Resolution) -> list[tuple[object, ...]]:
    """What each decision says: id, act, verbs, owners, deadlines."""
    return [
        (
            decision.id,
            decision.act and decision.act.value,
            [action.value and action.value.verb for action in decision.actions],
            [owner.value for owner in decision.owners],
            [deadline.value for deadline in decision.deadlines],
        )
        for decision in resolution.decisions
    ]


def _words(resolution: Resolution) -> list[str]:
    return [" ".join(decision.text.split()) for decision in resolution.decisions]
