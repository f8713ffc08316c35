"""Plain texts as they come, and the paragraphs that are read from them."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc.model import Source, Span
from resodoc.readers import read_bytes
from resodoc.readers.spacing import positions, tidy


def source(text: str) -> Source:
    return read_bytes(text.encode(), "решение.txt")


def lines(text: str) -> list[str]:
    return source(dedent(text).lstrip("\n")).text.split("\n")[:-1]


SHAPES = {
    "single lines stay as they are": (
        """
        РЕШЕНИЕ
        1. Утвердить план работы комиссии по благоустройству на второе полугодие согласно приложению.
        2. Рекомендовать руководителям предприятий, расположенных на территории поселения, провести субботник.
        Председатель
        """,
        [
            "РЕШЕНИЕ",
            "1. Утвердить план работы комиссии по благоустройству на второе полугодие согласно приложению.",
            "2. Рекомендовать руководителям предприятий, расположенных на территории поселения, провести субботник.",
            "Председатель",
        ],
    ),
    "wrapped with indents": (
        """
             1. Отделу жилищного хозяйства подготовить  предложения  о
        порядке приема домов, построенных кооперативами,  и  представить
        их на рассмотрение. Срок исполнения - 1 марта текущего года.
             2. Контроль за исполнением настоящего распоряжения возло-
        жить на заместителя главы администрации по вопросам городского
        хозяйства.
        """,
        [
            "1. Отделу жилищного хозяйства подготовить предложения о порядке приема домов, построенных кооперативами, "
            "и представить их на рассмотрение. Срок исполнения - 1 марта текущего года.",
            "2. Контроль за исполнением настоящего распоряжения возложить на заместителя главы администрации "
            "по вопросам городского хозяйства.",
        ],
    ),
    "a sentence that ends at a line's end goes on in its paragraph": (
        """
             1. Принять к сведению доклад о подготовке к отопительному
        сезону. Отметить, что котельные посёлка готовы к работе вовремя.
        Поручить отделу жилищного хозяйства закончить промывку сетей и
        доложить о ней на следующем заседании коллегии администрации.
             2. Опубликовать решение.
        """,
        [
            "1. Принять к сведению доклад о подготовке к отопительному сезону. Отметить, что котельные посёлка готовы "
            "к работе вовремя. Поручить отделу жилищного хозяйства закончить промывку сетей и доложить о ней на "
            "следующем заседании коллегии администрации.",
            "2. Опубликовать решение.",
        ],
    ),
    "wrapped, paragraphs parted by blank lines": (
        """
        По итогам обсуждения участники совещания отметили, что работа по
        созданию сети дошкольных учреждений идёт с отставанием от плана.

        1. Управлению образования до 1 июля представить уточнённый план
        ввода мест в детских садах.

        2. Комитету по финансам предусмотреть средства на ремонт здания
        бывшего общежития.
        """,
        [
            "По итогам обсуждения участники совещания отметили, что работа по созданию сети дошкольных учреждений идёт "
            "с отставанием от плана.",
            "1. Управлению образования до 1 июля представить уточнённый план ввода мест в детских садах.",
            "2. Комитету по финансам предусмотреть средства на ремонт здания бывшего общежития.",
        ],
    ),
    "text that hangs on its label": (
        """
        1. Избрать председателем собрания Рябову Т.П., а секретарём собрания
           Орлова В.Н., поручить им подписать протокол и представить его в
           управляющую организацию.
        2. Утвердить смету расходов на содержание общего имущества дома на
           следующий год в сумме, предложенной правлением товарищества.
        """,
        [
            "1. Избрать председателем собрания Рябову Т.П., а секретарём собрания Орлова В.Н., поручить им подписать "
            "протокол и представить его в управляющую организацию.",
            "2. Утвердить смету расходов на содержание общего имущества дома на следующий год в сумме, предложенной "
            "правлением товарищества.",
        ],
    ),
    "a number that goes on a sentence is no label": (
        """
             Внести изменения в приложение к постановлению и дополнить пункт
        5. Положения словами о порядке учёта обращений граждан и их приёма в
        выходные дни.
             2. Опубликовать постановление в газете и разместить на сайте не
        позднее десяти дней.
        """,
        [
            "Внести изменения в приложение к постановлению и дополнить пункт 5. Положения словами о порядке учёта "
            "обращений граждан и их приёма в выходные дни.",
            "2. Опубликовать постановление в газете и разместить на сайте не позднее десяти дней.",
        ],
    ),
    "captions part lines": (
        """
        СЛУШАЛИ: Иванова И.И. о ремонте.
        РЕШИЛИ: отремонтировать крышу.
        Срок: до 1 мая
        Ответственный: Петров П.П.
        """,
        [
            "СЛУШАЛИ: Иванова И.И. о ремонте.",
            "РЕШИЛИ: отремонтировать крышу.",
            "Срок: до 1 мая",
            "Ответственный: Петров П.П.",
        ],
    ),
    "letters set apart": (
        "П О С Т А Н О  В Л Е Н И Е\nР Е Ш Е Н И Е  С О В Е Т А\n\nГлава администрации п о с т а н о в л я е т :",
        ["ПОСТАНОВЛЕНИЕ", "РЕШЕНИЕ СОВЕТА", "Глава администрации постановляет:"],
    ),
    "tokens set apart": (
        "1 . Провести проверку ( внеплановую ) , « горячую линию » .",
        ["1. Провести проверку (внеплановую), «горячую линию»."],
    ),
    "a label alone below a full line": (
        "10.\nПризнать утратившим силу решение совета от 17 мая 2023\nгода № 41 «О подготовке к зиме 2023 года и её итогах».\n"
        "11.\nКонтроль за исполнением возложить на комиссию совета по\nкультуре и спорту, её председателя и секретаря.",
        [
            "10. Признать утратившим силу решение совета от 17 мая 2023 года № 41 «О подготовке к зиме 2023 года и её итогах».",
            "11. Контроль за исполнением возложить на комиссию совета по культуре и спорту, её председателя и секретаря.",
        ],
    ),
    "words and marks set apart": (
        "3 . Отделу ( Зимин А . П . ) :\n3 . 1 . до 5 мая начать ;\n3 . 10 . 2 . кончить .\n12 . 05 . 2024",
        ["3. Отделу (Зимин А. П.):", "3.1. до 5 мая начать;", "3.10.2. кончить.", "12. 05. 2024"],
    ),
    "a label alone above its text": (
        "1.\nУтвердить план.\n\n2.\n\nОпубликовать.",
        ["1. Утвердить план.", "2. Опубликовать."],
    ),
    "a bare number is a heading": ("1\n\nОб итогах года.", ["1", "Об итогах года."]),
    "labels glued to the words stay": (
        "1.Утвердить план.\n2)Опубликовать.",
        ["1.Утвердить план.", "2)Опубликовать."],
    ),
    "a signature in columns": (
        "Глава сельского поселения                         Н.К. Лосев\nСекретарь\t\tВ.А. Гусь",
        ["Глава сельского поселения\tН.К. Лосев", "Секретарь\tВ.А. Гусь"],
    ),
    "a post of two lines": (
        "Заместитель главы администрации\nпо социальным вопросам                    Н.К. Лосева",
        ["Заместитель главы администрации по социальным вопросам\tН.К. Лосева"],
    ),
    "a date and a number": ("от 15.03.2030                        № 12", ["от 15.03.2030\t№ 12"]),
    "justified lines have no columns": (
        "Руководствуясь  статьёй   12   Устава     Энского      Района",
        ["Руководствуясь статьёй 12 Устава Энского Района"],
    ),
    "a letterhead of two columns": (
        """
        Акционерное общество                  УТВЕРЖДАЮ
        «Ромашка»                             Генеральный директор
                                              ______ А.А. Кит

        ПРИКАЗ
        """,
        [
            "Акционерное общество",
            "«Ромашка»",
            "УТВЕРЖДАЮ",
            "Генеральный директор",
            "______ А.А. Кит",
            "ПРИКАЗ",
        ],
    ),
    "markdown": (
        "# РЕШЕНИЕ\n\n**Совет** решил:  \n\n- 1\\) *Создать* [комиссию](https://example.org/a)."
        "\n* второе\n> 3\\. Третье __дело__\n\n---\n«___» ____ 20__ г.",
        [
            "РЕШЕНИЕ",
            "Совет решил:",
            "1) Создать комиссию.",
            "• второе",
            "3. Третье дело",
            "«___» ____ 20__ г.",
        ],
    ),
    "bold over lines": ("**3-4\nИЮНЯ\n2030**\n\nДалее", ["3-4", "ИЮНЯ", "2030", "Далее"]),
    "asterisks that are no marks": (
        "Сумма* указана без НДС**.\n* С учётом пени.",
        ["Сумма* указана без НДС**.", "• С учётом пени."],
    ),
    "a line break that was meant": ("**О плане**  \n**работы совета**", ["О плане", "работы совета"]),
    "entries of a list without labels": (
        """
             Присутствовали:
             Зверев М.Д. - директор департамента торговли и услуг области
             Ильин О.Т. - уполномоченный при правительстве по делам малых
             предприятий города
             Рыбин А.А. - секретарь
             гости и приглашённые

             Директор доложил, что число рынков за год в области выросло и
        что для них готовятся новые места. Решено принять доклад к
        сведению, а отделу торговли до конца года провести новый подсчёт
        мест на рынках.
        """,
        [
            "Присутствовали:",
            "Зверев М.Д. - директор департамента торговли и услуг области",
            "Ильин О.Т. - уполномоченный при правительстве по делам малых предприятий города",
            "Рыбин А.А. - секретарь",
            "гости и приглашённые",
            "Директор доложил, что число рынков за год в области выросло и что для них готовятся новые места. Решено "
            "принять доклад к сведению, а отделу торговли до конца года провести новый подсчёт мест на рынках.",
        ],
    ),
    "a place, a date and a number": ("г. Энск     15 мая 2030 г.     № 5", ["г. Энск\t15 мая 2030 г.\t№ 5"]),
    "a line drawn under a heading": (
        "О мерах поддержки\n____________________\nРешили:",
        ["О мерах поддержки", "____________________", "Решили:"],
    ),
    "blanks are fields": ("Срок: _____ Ответственные: _____", ["Срок: _____ Ответственные: _____"]),
    "windows line ends and stray characters": (
        "Реши\u00adли:\r\n1.\u00a0Начать\u200b работу.\r\n",
        ["Решили:", "1. Начать работу."],
    ),
    "every kind of page end": (
        "Поручить отделу подготовить отчёт о\n\f\nработе за год.\n\n2\n\f\nПринять",
        ["Поручить отделу подготовить отчёт о работе за год.", "Принять"],
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_paragraphs(name: str) -> None:
    text, expected = SHAPES[name]
    assert lines(text) == expected


def test_running_heads_of_pages_without_form_feeds() -> None:
    pages = ["Первый пункт решения о подготовке к", "зиме, второй его абзац и", "2030 году, конец."]
    text = "\n\n\n\n".join(f"ООО «Берёза»: протокол\n\n{page}" for page in pages)
    assert (
        source(text).text
        == "Первый пункт решения о подготовке к зиме, второй его абзац и 2030 году, конец.\n"
    )


def test_the_first_of_three_pages_may_have_no_head() -> None:
    pages = ["1. Решить вопрос.", "Решение № 5\n\n2. Решить вопрос.", "Решение № 5\n\n3. Решить вопрос."]
    assert source("\f".join(pages)).text == "1. Решить вопрос.\n2. Решить вопрос.\n3. Решить вопрос.\n"
    assert source("\f".join(pages[1:])).text.count("Решение № 5") == 2


def test_a_running_head_that_says_draft_is_kept_as_a_mark() -> None:
    text = "\f".join(f"ПРОЕКТ\n\n{number}. Решить вопрос." for number in "123")
    assert (source(text).text, source(text).marks) == (
        "1. Решить вопрос.\n2. Решить вопрос.\n3. Решить вопрос.\n",
        ("ПРОЕКТ",),
    )


def test_pages_that_a_database_counts() -> None:
    foot = "Справочник       www.example.org       Страница {} из 3\nверные сведения"
    text = f"1. Поручить отделу начать\n\n{foot.format(1)}\n\nремонт.\n\n{foot.format(2)}\n\n2. Проверить."
    assert source(text).text == "1. Поручить отделу начать ремонт.\n2. Проверить.\n"
    assert source(text.replace("Страница", "стр.")).text == source(text).text


def test_page_numbers_that_count_from_two() -> None:
    page = "\n".join(f"{n}) Провести субботник." for n in range(1, 21))
    assert not [
        line for line in source(f"{page}\n\n2\n\n{page}\n\n3\n\n{page}").text.split("\n") if line.isdigit()
    ]
    assert "\n2\n" in source(f"1\n\n{page}\n\n2\n\n{page}").text


def test_page_numbers_at_the_right_edge_count_from_one() -> None:
    page = "\n".join(f"{n}) Провести субботник." for n in range(1, 21))
    text = f"{page}\n\n{1:>70}\n\n{page}\n\n{2:>70}\n"
    assert not [line for line in source(text).text.split("\n") if line.isdigit()]


def test_repeated_fields_are_no_running_heads() -> None:
    text = "\n\n\n\n".join(f"{number}. Провести работы.\n\nСрок: _____" for number in "1234")
    assert source(text).text.count("Срок: _____") == 4


def test_lines_and_pages_are_told() -> None:
    read = source("РЕШЕНИЕ\n\n1. Начать.\f\nГлава")
    assert [(read.slice(o.span), o.page, o.line) for o in read.origins] == [
        ("РЕШЕНИЕ", 1, 1),
        ("1. Начать.", 1, 3),
        ("Глава", 2, 2),
    ]
    assert read.pages == 2


def test_each_printed_line_of_a_paragraph_has_its_origin() -> None:
    read = source("Поручить отделу обес-\nпечить приём граждан")
    assert read.text == "Поручить отделу обеспечить приём граждан\n"
    assert [(read.slice(o.span), o.line) for o in read.origins] == [
        ("Поручить отделу обес", 1),
        ("печить приём граждан", 2),
    ]


def test_alignment_is_told_by_blanks() -> None:
    read = source(f"{'РЕШЕНИЕ':^72}\n\n{'Приложение':>72}\n\n" + "Текст " * 12)
    assert [o.align for o in read.origins] == ["center", "right", None]


def test_hidden_comments_leave_the_text() -> None:
    read = source("<!-- resodoc: ignore a -->\n1. Начать.\n2. Кончить. <!-- b\nc -->\n3. Итог.\n<!-- d -->")
    assert read.text == "1. Начать.\n2. Кончить.\n3. Итог.\n"
    assert [(a.text, read.slice(a.span)) for a in read.annotations] == [
        ("resodoc: ignore a", "1. Начать."),
        ("b\nc", "2. Кончить."),
        ("d", "3. Итог."),
    ]
    assert [o.line for o in read.origins] == [2, 3, 5]


DRAWN = {
    "markdown": """
        | № | Мероприятие | Срок |
        |---|:-----------:|-----:|
        | I. Дороги | | |
        | 1 | Ремонт моста | май |
        """,
    "a box": """
        ┌───┬─────────────┬──────┐
        │ № │ Мероприятие │ Срок │
        ├───┴─────────────┴──────┤
        │ I. Дороги              │
        ├───┬─────────────┬──────┤
        │ 1 │ Ре-         │ май  │
        │   │ монт моста  │      │
        └───┴─────────────┴──────┘
        """,
    "a box of ASCII": """
        +---+-------------+------+
        | № | Мероприятие | Срок |
        +---+-------------+------+
        | I. Дороги              |
        +---+-------------+------+
        | 1 | Ремонт      | май  |
        |   | моста       |      |
        +---+-------------+------+
        """,
}


@pytest.mark.parametrize("name", DRAWN)
def test_drawn_tables(name: str) -> None:
    read = source(f"План:\n{dedent(DRAWN[name]).strip()}\nКонец.")
    assert read.text == "План:\n№\tМероприятие\tСрок\nI. Дороги\n1\tРемонт моста\tмай\nКонец.\n"
    assert [len(row) for row in read.tables[0].rows] == [3, 1, 3]


words = st.sampled_from(
    "отдел план решить, «срок» 1. 2) Совет: – и а с т Р Е ( ) __ * # | № 2030 г. Иванов И.И. Санкт- обес-".split(
        " "
    )
)
blanks = st.sampled_from(
    [" ", "  ", "        ", "\n", "\n\n", "\n\n\n\n", "\f", "\t", "\u00a0", "\u00ad", "<!--", "-->", "**"]
)
texts = st.lists(st.one_of(words, blanks), max_size=60).map("".join)


typed = texts.map(lambda text: re.sub(r"\f|\n{3,}|<!--|-->", "\n", text)).filter(
    lambda text: any(map(str.isalnum, text))
)


@given(typed)
def test_no_letter_is_lost_or_invented(text: str) -> None:
    """Whatever the shape of a text, its letters and digits come out in order (pages and comments aside)."""
    read = source(f"Начало.\n{text}").text.removeprefix("Начало")
    assert [char for char in read if char.isalnum()] == [char for char in text if char.isalnum()]


@given(texts)
def test_origins_are_valid(text: str) -> None:
    read = source("Начало\n" + text)
    assert list(read.origins) == sorted(read.origins, key=lambda o: o.span)
    covered = "".join(read.slice(o.span) for o in read.origins)
    assert [c for c in covered if not c.isspace()] == [c for c in read.text if not c.isspace()]
    assert all(a.span.stop <= b.span.start for a, b in zip(read.origins, read.origins[1:], strict=False))
    assert all(a.span in Span(0, len(read.text)) for a in read.annotations)


@given(texts.map(lambda text: re.sub(r"\b\w\b", "да", text)))
def test_a_tidy_line_is_left_as_it_is(text: str) -> None:
    """Lone letters aside: some that stand apart become a word only when their wider gaps are gone."""
    assert tidy(tidy(text)) == tidy(text)


@given(texts)
def test_positions_lead_to_the_same_character(text: str) -> None:
    tidied = tidy(text)
    at = positions(text, tidied)
    assert at[-1] == len(tidied)
    assert all(tidied[at[n]] == char for n, char in enumerate(text) if char.isalnum())


def test_a_long_line_takes_linear_time() -> None:
    text = "а б " * 50_000 + "( " * 50_000 + "** " * 50_000 + "[" * 50_000
    assert len(source(text).text) > 100_000
