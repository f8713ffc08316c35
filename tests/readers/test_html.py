"""What a browser shows of a page, feature by feature: the HTML and the text that comes of it."""

from __future__ import annotations

import re

import pytest

from resodoc.errors import ReadError
from resodoc.model import Source
from resodoc.readers import read_bytes


def page(body: str, head: str = '<meta charset="utf-8">') -> Source:
    return read_bytes(
        f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "стр.html"
    )


SHOWN = {
    "words split over spans": ("<p><span>Утвер</span><span>дить</span> <b>план</b>.</p>", "Утвердить план."),
    "white space of the source": ("<p>Утвердить\n      план\n  работ.</p>", "Утвердить план работ."),
    "no-break spaces make columns": (f"<p>Глава{'&nbsp;' * 9}И.И. Сомов</p>", "Глава\tИ.И. Сомов"),
    "spaces in a row of spans make none": (
        "<p>Глава<b> </b><b> </b><b> </b><b> </b><b> </b>Сомов</p>",
        "Глава Сомов",
    ),
    "letters set apart": ("<p>Р&nbsp;Е&nbsp;Ш&nbsp;И&nbsp;Л&nbsp;И</p>", "РЕШИЛИ"),
    "line breaks end items": (
        "<p>Решили:<br><br>1. Начать.<br/>2. Кончить.</p>",
        "Решили:|1. Начать.|2. Кончить.",
    ),
    "a line break inside a sentence": ("<h2>О мерах<br>по охране лесов</h2>", "О мерах по охране лесов"),
    "text between blocks": ("Раз<div>Два</div>Три<p>Четыре", "Раз|Два|Три|Четыре"),
    "a numbered list": ("<ol><li>Раз<li>Два</ol>", "1. Раз|2. Два"),
    "a list that starts later": (
        '<ol start="4"><li>Раз<li value="9">Два<li>Три</ol>',
        "4. Раз|9. Два|10. Три",
    ),
    "kinds of lists": (
        '<ol type="I"><li>Раз<ol type="a"><li>Два</ol><li>Три</ol><ol style="list-style: upper-roman"><li>Раз</ol>',
        "I. Раз|a. Два|II. Три|I. Раз",
    ),
    "bullets": ("<ul><li>Раз<li><p>Два</ul>", "• Раз|• Два"),
    "labels that were typed": ("<ul><li>– раз;<li>1) два</ul><ol><li>1. Три</ol>", "– раз;|1) два|1. Три"),
    "a list without labels": ('<ul style="list-style:none"><li>Раз</ul>', "Раз"),
    "raised and lowered digits": ("<p>5<sup>1</sup>. CO<sub>2</sub>, м<sup>2</sup></p>", "5¹. CO₂, м²"),
    "kept lines": (
        "<pre>1. Утвердить план мероприятий по подготовке\nк зиме и обеспе-\nчить его выполнение.</pre>",
        "1. Утвердить план мероприятий по подготовке к зиме и обеспечить его выполнение.",
    ),
    "hidden things": (
        '<p>Видно.</p><p hidden>нет</p><p style="display: none">нет</p><script>нет</script><style>нет</style>',
        "Видно.",
    ),
    "a table": (
        "<table><tr><th>№<th>Что<th>Срок<tr><td>1<td>Ремонт<br>моста<p>и дорог<td>май</table>",
        "№\tЧто\tСрок|1\tРемонт моста\u2028и дорог\tмай",
    ),
    "cells over rows and columns": (
        "<table><tr><th rowspan=2>Что<th colspan=2>Срок<tr><th>с<th>по<tr><td colspan=3>I. Дороги"
        "<tr><td>Мост<td rowspan=2>май<td>июнь<tr><td>Путь<td>июль</table>",
        "Что\tСрок\t|Что\tс\tпо|I. Дороги|Мост\tмай\tиюнь|Путь\tмай\tиюль",
    ),
    "a page laid out in tables": (
        "<table><tr><td>АДМИНИСТРАЦИЯ<tr><td><table><tr><td><p>1. Начать.<p>2. Кончить.</table>"
        "<tr><td>Глава<td>И. Сом</table>",
        "АДМИНИСТРАЦИЯ|1. Начать.|2. Кончить.|Глава\tИ. Сом",
    ),
    "Word's page: typed labels, footnote marks, conditions": (
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]>"
        "<span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>Утвердить план"
        "<a href='#_ftn1'>[1]</a>.<o:p></o:p></p>"
        "<!--[if gte mso 9]><p>нет</p><![endif]--><div style='mso-element:comment-list'><p>нет</p></div>",
        "1. Утвердить план.",
    ),
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_shown(name: str) -> None:
    body, shown = SHOWN[name]
    assert page(body).text == shown.replace("|", "\n") + "\n"


TEXT = "<h1>Решение</h1>" + "".join(
    f"<p>{n}. Поручить отделу подготовить доклад о работе.</p>" for n in range(1, 9)
)
LINKS = "".join(f'<li><a href="/{n}">Раздел {n}</a></li>' for n in range(6))
NOISE = {
    "menus": f"<nav>{LINKS}</nav>{{}}",
    "lists of links": f"<div><ul>{LINKS}</ul></div>{{}}",
    "a menu by its name": '<div class="main-menu">Главная</div>{}',
    "a path to the page": '<div id="breadcrumbs"><a href="/">Главная</a> / Документы</div>{}',
    "head and foot of the page": "<header>Портал</header>{}<footer>© Портал</footer>",
    "roles": '<div role="banner">Портал</div>{}<div role="search">Найти</div>',
    "share buttons": '{}<div class="ya-share">Поделиться</div>',
    "controls": "{}<button>Печать</button><select><option>А</select>",
    "other news beside an article": "<article>{}</article><section><h2>Ещё</h2><p>Открыт мост.</p></section>",
    "headlines with dates": '{}<div class="x"><div>20.05.2024 <a href="/1">Депутаты поручили построить мост до 1 сентября</a>'
    '</div><div>19.05.2024 <a href="/2">Глава поручил отремонтировать школу</a></div></div>',
    "one headline above the text": '<div><a href="/1">Депутаты поручили построить мост до осени</a></div>{}',
    "a headline in the midst of it": '{}<p>Читайте также: <a href="/1">Мост обещали открыть осенью</a></p>',
    "other news under a heading": "{}<div><h3>Другие новости</h3><p>Депутаты поручили построить мост.</p></div>",
    "other news in one box with the text": "{}<h3>Похожие материалы</h3><h4>Мост</h4><p>Поручено построить мост.</p>",
    "a heading in a box of its own": "{}<div><div><span>Популярное</span></div><p>Поручено построить мост.</p></div>",
    "comments by their heading": "{}<div><h3>Комментарии (12)</h3>"
    + "<p>Поручили, а кто проверит?</p>" * 40
    + "</div>",
    "comments by their name": '{}<div class="comment-list"><p>Поручили, а кто проверит?</p></div>',
    "a main element": "<div>Портал</div><main>{}</main><div>Контакты</div>",
}


@pytest.mark.parametrize("name", NOISE)
def test_what_is_around_the_text_is_left_out(name: str) -> None:
    assert page(NOISE[name].format(TEXT)).text == page(TEXT).text


@pytest.mark.parametrize(
    "body",
    [
        '<p class="Header">АДМИНИСТРАЦИЯ</p>',
        '<p>Внести в <a href="1">закон № 1</a>, <a href="2">закон № 2</a> и <a href="3">закон № 3</a> изменения.</p>',
        '<div class="menu">' + TEXT * 2 + "</div>",
        '<a href="#">РЕШЕНИЕ СОВЕТА</a>',
        "<header><h1>О плане</h1></header>",
        '<p><a href="#1">Депутаты поручили построить мост до осени</a></p>',
        '<h2><a href="/1">О строительстве моста</a></h2>',
        "<p>Утвердить план:</p><table><tr><td>Мероприятие<td>Срок<td>Комментарии<tr><td>Осмотр<td>май<td>нет</table>",
        "<p>Другие материалы разместить на сайте.</p>",
    ],
)
def test_what_only_looks_like_noise_stays(body: str) -> None:
    shown = re.sub(r"\W+", "", re.sub("<[^>]*>", "", body + TEXT))
    assert re.sub(r"\W+", "", page(body + TEXT).text) == shown


def test_what_stands_under_a_heading_of_other_news_ends_at_the_next() -> None:
    assert page(TEXT + "<h3>Новости раздела</h3><p>Мост.</p><h3>О плане</h3><p>Начать.</p>").text == (
        page(TEXT + "<h3>О плане</h3><p>Начать.</p>").text
    )


def test_a_page_without_a_title_keeps_what_is_most_of_it() -> None:
    text = "<div><h3>Популярное</h3>" + "<p>Поручить отделу подготовить доклад.</p>" * 3 + "</div>"
    assert page(text + "<p>Портал</p>").text.count("Поручить") == 3


def test_alignment_and_boldness() -> None:
    source = page(
        '<center>А</center><p style="text-align:right">Б</p>'
        "<p align=justify><b>В</b></p><h1>Г</h1><div align=center><p>Д</div><p>Е"
    )
    assert [(o.align, o.bold) for o in source.origins] == [
        ("center", False),
        ("right", False),
        ("justify", True),
        (None, True),
        ("center", False),
        (None, False),
    ]


def test_what_a_writer_left_on_the_text() -> None:
    source = page(
        "<!-- resodoc: ignore a --><p>Срок: <del>май</del><ins>июнь</ins>, "
        "<mark>отдел</mark>.</p><!-- меню --><p>Два.</p>"
    )
    assert source.text == "Срок: июнь, отдел.\nДва.\n"
    assert [(a.kind, source.slice(a.span), a.text) for a in source.annotations] == [
        ("comment", "Срок: июнь, отдел.", "resodoc: ignore a"),
        ("deletion", "", "май"),
        ("insertion", "июнь", ""),
        ("highlight", "отдел", ""),
    ]


@pytest.mark.parametrize(
    ("head", "codec", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251", "windows-1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r", "koi8-r"),
        ('<meta charset="windows-1251">', "utf-8", "utf-8"),  # saved anew, the mark left behind
        ("", "cp1251", "windows-1251"),
        ("", "utf-16", "utf-16"),
        ('<meta charset="no-such-thing">', "cp866", "cp866"),
    ],
)
def test_encodings(head: str, codec: str, encoding: str) -> None:
    source = read_bytes(
        f"<html><head>{head}</head><body><p>Решили утвердить план.</p></body></html>".encode(codec), "с.html"
    )
    assert (source.text, source.encoding) == ("Решили утвердить план.\n", encoding)


def test_a_web_archive() -> None:
    from base64 import encodebytes

    html = encodebytes("<html><body><p>Решили утвердить план.</p></body></html>".encode("cp1251")).decode()
    archive = (
        'From: <saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="X"\n\n--X\n'
        f"Content-Type: text/html; charset=windows-1251\nContent-Transfer-Encoding: base64\n\n{html}\n--X--\n"
    )
    source = read_bytes(archive.encode(), "решение.mht")
    assert (source.text, source.format) == ("Решили утвердить план.\n", "html")


def test_deep_nesting_is_read() -> None:
    assert page("<div>" * 1000 + "Решили" + "</div>" * 1000).text == "Решили\n"
    assert page("<table><tr><td>" * 300 + "Решили").text == "Решили\n"


def test_a_page_without_text_says_so() -> None:
    with pytest.raises(ReadError) as error:
        page("<script>1</script>")
    assert error.value.code == "read-no-text"
