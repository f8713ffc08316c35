"""What the nouns of office names govern, as tables: prepositions with their cases, datives, places, fields of work."""

from __future__ import annotations

# Nouns before a proper name in the nominative: «муниципального образования город Юрьев», «г. Тула».
TOPONYMIC = frozenset(
    "образование поселение округ город район село деревня поселок область край республика станция совет мо имя аул улус "
    "федерация хутор станица порт аэропорт г. с. д. п. им. пос. обл. ул. форум проект общество фирма компания".split()
)
TERRITORY = frozenset(
    "город район село деревня поселок область край республика округ поселение г. с. п. пос.".split()
)
PLACES = frozenset((("Марий", "Эл"),))
"""Names of places of which the dictionary does not know the second word."""
LOCAL = frozenset(
    "представитель уполномоченный филиал отделение управление инспекция служба отдел орган фонд совет комиссия".split()
)
"""Nouns that «в» with a territory belongs to: «Уполномоченный … в Озёрской области»."""

CASE_OF = {
    "с": "ablt", "за": "accs", "в": "loct", "к": "datv", "от": "gent", "при": "loct", "для": "gent", "по": "datv",
}  # fmt: skip
"""The prepositions that may stand inside a name, and the case behind them."""
SHORTER = {"со": "с", "во": "в", "ко": "к"}
ADVERBIAL = frozenset(
    "согласование итог результат мера возможность необходимость состояние запрос требование предложение представление "
    "окончание истечение завершение поручение договоренность факт адрес форма линия место ходатайство решение цена "
    "заявка заявление мнение сравнение причина отношение просьба рекомендация инициатива поступление прибытие акт "
    "счет договор смета график план получение желание согласие образец приказ срок ведомость очередь утро вечер выходной "
    "понедельник вторник среда четверг пятница суббота воскресенье январь февраль март апрель май июнь июль август "
    "сентябрь октябрь ноябрь декабрь".split()
)
"""«по» and «в» with these say when or on what ground, not what an office is for."""
BRINGS = {
    "с": frozenset("работа связь взаимодействие борьба отношение обращение сотрудничество общество".split()),
    "за": frozenset("ответственный надзор контроль наблюдение уход".split()),
    "в": frozenset("надзор контроль содействие регулирование политика помощь".split()),
    "к": frozenset("подготовка".split()),
    "от": frozenset("представитель депутат член защита".split()),
    "при": frozenset("представитель совет комиссия".split()),
}
"""Nouns that bring a preposition of their own: «по работе с населением», «по надзору в сфере …»."""
GOVERNS = {
    "исполняющий": "accs", "заведующий": "ablt", "управляющий": "ablt", "командующий": "ablt", "ведающий": "ablt",
}  # fmt: skip
"""Participles that are offices, with the case of their object: «исполняющий обязанности», «заведующий хозяйством»."""
SUBJECT_TO = frozenset(
    "подведомственный подчиненный подотчетный принадлежащий подконтрольный подчинить принадлежать помощь услуга".split()
)
"""Participles and nouns that take a dative: «организаций, подведомственных министерству», «помощи семье и детям»."""

FIELD_NOUNS = frozenset("хозяйство образование просвещение".split())
"""Nouns that name a field of work rather than a body where they go on behind «по …» in the singular."""
FIELDS = frozenset("ГО ЧС ГОЧС ПБ ЖКХ СМИ ТЭК АПК ИКТ ОТ ТБ НКО МСП ТКО ИТ ГСМ НИР УВР ВР АХЧ ОБЖ ЗП".split())
"""Acronyms of fields of work: in a list behind «по …» any other is a body."""
RANKS = frozenset(
    "рядовой сержант старшина прапорщик лейтенант капитан майор подполковник полковник генерал адмирал генерал-майор "
    "генерал-лейтенант генерал-полковник советник".split()
)
"""Ranks, which stand between an office and its holder's name."""
GRADES = frozenset("категория класс разряд группа ранг смена курс отряд подъезд этаж степень".split())
"""What a bare number counts inside a name: «1 категории», «9 класса»."""
