"""Persons' names: where they stand, and their nominative, by case and gender."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resodoc.language import morph
from resodoc.language.persons import person_at
from resodoc.language.surnames import recase, surname
from resodoc.language.tokens import tokens

SURNAMES = [
    # form, case, nominative: in -ов, -ин
    ("Лаптева", "accs", "Лаптев"), ("Лаптеву", "accs", "Лаптева"), ("Лаптеву", "datv", "Лаптев"), ("Лаптевой", "datv", "Лаптева"),
    ("Ильиным", "ablt", "Ильин"), ("Ильиной", "ablt", "Ильина"), ("Лисицыну", "datv", "Лисицын"),
    # like adjectives
    ("Вяземскому", "datv", "Вяземский"), ("Вяземскую", "accs", "Вяземская"), ("Белой", "datv", "Белая"), ("Лысому", "datv", "Лысый"),
    ("Береговому", "datv", "Береговой"), ("Горячей", "datv", "Горячая"),
    # like nouns
    ("Мовчуна", "accs", "Мовчун"), ("Савчуку", "datv", "Савчук"), ("Скляру", "datv", "Скляр"), ("Гайдая", "accs", "Гайдай"),
    ("Коваля", "accs", "Коваль"), ("Кравца", "accs", "Кравец"), ("Волчку", "datv", "Волчок"), ("Дзюбе", "datv", "Дзюба"),
    ("Дзюбу", "accs", "Дзюба"), ("Ганжи", "gent", "Ганжа"), ("Чайкой", "ablt", "Чайка"), ("Орла", "accs", "Орёл"),
    # women in a consonant, and what never declines
    ("Савчук", "datv", "Савчук"), ("Мурадян", "accs", "Мурадян"), ("Черных", "datv", "Черных"), ("Шевченко", "ablt", "Шевченко"),
    ("Живаго", "accs", "Живаго"), ("Гогоберидзе", "datv", "Гогоберидзе"), ("Мамедова-оглы", "gent", "Мамедов-оглы"),
    # common words: things, and what was left in the nominative
    ("Долбне", "datv", "Долбня"), ("Долбня", "accs", "Долбня"),
    # double, in capitals
    ("Орлову-Чернышеву", "datv", "Орлов-Чернышев"), ("ЛАПТЕВУ", "datv", "ЛАПТЕВ"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "case", "nominative"), SURNAMES)
def test_surname(form: str, case: str, nominative: str) -> None:
    assert surname(form, case).replace("ё", "е") == nominative.replace("ё", "е")


def test_the_given_name_decides_between_man_and_woman() -> None:
    assert surname("Шмидт", "datv", "femn") == "Шмидт"
    assert surname("Гуровой", "gent", "femn") == "Гурова"


KNOWN = (
    "Иванов Петров Смирнов Кузнецов Лебедев Волков Зайцев Морозов Никитин Соколов Толстой Чайковский".split()
)


@pytest.mark.parametrize("name", KNOWN)
@pytest.mark.parametrize("case", ["gent", "datv", "accs", "ablt"])
@pytest.mark.parametrize("gender", ["masc", "femn"])
def test_declined_and_put_back(name: str, case: str, gender: str) -> None:
    woman = morph.inflect(name, frozenset({"nomn", "femn"}), frozenset({"Surn"}))
    nominative = name if gender == "masc" else recase(name, woman or name)
    form = morph.inflect(nominative, frozenset({case, gender}), frozenset({"Surn", "nomn", gender}))
    assert form is not None
    assert surname(recase(nominative, form), case, gender) == nominative


NAMES = [
    ("Г.В. Лаптевой подготовить", "datv", "Г.В. Лаптева"),
    ("Лаптеву Г.В. подготовить", "datv", "Лаптев Г.В."),
    ("Лаптеву Ивану Ильичу,", "datv", "Лаптев Иван Ильич"),
    ("Марине Ильиничне Лаптевой", "datv", "Марина Ильинична Лаптева"),
    ("Бульс Ольгу Викторовну", "accs", "Бульс Ольга Викторовна"),
    ("Илью Цыбулю избрали", "accs", "Илья Цыбуля"),
    ("Троицкий - Марков Т.Е.", "nomn", "Троицкий-Марков Т.Е."),
    ("Б. Карымова", "accs", "Б. Карымов"),
    ("Е.В.Родина", "nomn", "Е.В.Родина"),
    ("Лунёва А.-Х.С. и", "accs", "Лунёв А.-Х.С."),
    ("тов. Епифанова В.С.", "accs", "Епифанов В.С."),
    ("Ким Лаптев", "nomn", "Ким Лаптев"),
]


@pytest.mark.parametrize(("text", "case", "name"), NAMES)
def test_name_in_the_printed_order(text: str, case: str, name: str) -> None:
    found = person_at(tokens(text), 0, case)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Москвы С.С. Лаптева", "accs"),  # the initials are the next word's
        ("Министерству образования", "datv"),
        ("Роман Толстого", "nomn"),  # a novel
        ("Утвердить план", "nomn"),
    ],
)
def test_no_name(text: str, case: str) -> None:
    assert person_at(tokens(text), 0, case) is None


def test_a_surname_alone_only_where_asked_for() -> None:
    assert person_at(tokens("Лаптеву подготовить"), 0, "datv") is None
    found = person_at(tokens("Лаптеву подготовить"), 0, "datv", lone=True)
    assert found is not None and found.name == "Лаптев" and found.lone
    assert person_at(tokens("Верхнеокским отделением"), 0, "ablt", lone=True) is None


@given(
    st.text(alphabet="абвАБВ.- «»()№1", max_size=60),
    st.sampled_from(["nomn", "gent", "datv", "accs", "ablt"]),
)
def test_any_text_is_survived(text: str, case: str) -> None:
    pieces = tokens(text)
    for i in range(len(pieces)):
        found = person_at(pieces, i, case, lone=True)
        assert found is None or found.name
