"""Positions in other languages: their months, towns, words for a role and for now."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import pytest

from tests.importers.forms.filling import Fields, expected, read


class Post(NamedTuple):
    """A position: `when` as written, `start` and `last` as the profile has them."""

    role: str
    owner: str
    place: str
    when: str
    start: str
    last: str


LANGUAGES: dict[str, tuple[str, str, list[Post]]] = {
    "de": ("Berufserfahrung", "Kenntnisse", [
        Post("Bauleiter Hochbau", "Gebr. Thiele Bau GmbH & Co. KG", "Frankfurt am Main",
             "Januar 2020 – heute", "2020-01", "present"),
        Post("Filialleiterin", "Bäckerei Sommerfeld", "Bad Kissingen", "04/2013 – 12/2019",
             "2013-04", "2019-12"),
        Post("Verkäuferin", "Metzgerei Ott GmbH", "Uffing", "2010 – 2013", "2010", "2013"),
    ]),
    "fr": ("Expérience professionnelle", "Compétences", [
        Post("Responsable logistique", "Transports Guichard", "Le Mans", "mars 2020 – présent",
             "2020-03", "present"),
        Post("Agent d'exploitation", "Messageries de l'Ouest", "Saint-Nazaire", "2015 – 2020",
             "2015", "2020"),
    ]),
    "es": ("Experiencia laboral", "Habilidades", [
        Post("Jefa de cocina", "Restaurante La Encina", "Alcalá de Henares",
             "marzo de 2019 – actualidad", "2019-03", "present"),
        Post("Cocinera", "Hotel Mirador del Tajo", "Toledo", "junio de 2014 – febrero de 2019",
             "2014-06", "2019-02"),
    ]),
    "it": ("Esperienza lavorativa", "Competenze", [
        Post("Grafica editoriale", "Edizioni Il Molo", "Ascoli Piceno", "2020 – presente",
             "2020", "present"),
        Post("Assistente grafica", "Studio Papavero", "La Spezia", "2016 – 2020", "2016", "2020"),
    ]),
    "zh": ("工作经历", "专业技能", [
        Post("Java 开发工程师", "北辰智能科技（深圳）有限公司", "深圳", "2020年4月 – 至今",
             "2020-04", "present"),
        Post("测试工程师", "蓝湾软件", "广州", "2017年7月 – 2020年3月", "2017-07", "2020-03"),
    ]),
    "ja": ("職務経歴", "スキル", [
        Post("営業主任", "株式会社ひだまり食品", "名古屋市", "2019年4月〜現在", "2019-04",
             "present"),
        Post("営業", "有限会社三軒茶屋商店", "東京都", "2014年4月〜2019年3月", "2014-04",
             "2019-03"),
    ]),
    "ko": ("경력", "기술", [
        Post("백엔드 개발자", "주식회사 별무리소프트", "서울", "2020년 4월 ~ 재직중", "2020-04",
             "present"),
        Post("웹 개발자", "새벽네트웍스", "부산", "2016.07 ~ 2020.03", "2016-07", "2020-03"),
    ]),
    "ru": ("Опыт работы", "Навыки", [
        Post("Инженер-конструктор", "ПАО «Уральский насосный завод»", "Санкт-Петербург",
             "01.2020 – по настоящее время", "2020-01", "present"),
        Post("Техник", "КБ «Прогресс»", "Екатеринбург", "09.2015 – 12.2019", "2015-09", "2019-12"),
    ]),
}  # fmt: skip

HEADS = [
    "### {role}, {owner}\n*{when} · {place}*\n",
    "### {owner} | {role} ({when})\n",
    "### {role} @ {owner} ({when})\n",
    "### {role}\n{owner} | {place} | {when}\n",
    "### {role}\n#### {owner}\n*{when}*\n",
    "### {owner}\n#### {when}\n##### _{role}_\n",
    "### {role}\n**{owner}** — {place}\n*{when}*\n",
    "### {when} {role}\n{owner}, {place}\n",
    "**{role}**\\\n{owner}, {place}\\\n{when}\n",
    "**{role}** - {owner} ({place})\n*{when}*\n",
    "{when}: {role}, {owner}, {place}\n",
]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("form", HEADS, ids=repr)
def test_positions(form: str, lang: str) -> None:
    title, other, posts = LANGUAGES[lang]
    entries = "\n".join(f"{form.format(**one._asdict())}\n- ISO 9001, 38 %\n" for one in posts)
    wanted: Fields = Counter()
    for one in posts:
        parts = [("position", one.role), ("name", one.owner), ("highlights", "ISO 9001, 38 %")]
        parts += [("startDate", one.start), ("endDate", one.last)]
        parts += [("location", one.place)] if "{place}" in form else []
        wanted += expected("work", *parts)
    source = f"# Ada Quill\n\n## {title}\n\n{entries}\n## {other}\n\n- Excel\n"
    assert read(source, ".work.") == wanted
