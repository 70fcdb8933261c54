"""Bytes that are not UTF-8 are read as their author wrote them, a line or a page of them."""

from __future__ import annotations

import pytest

from typeset.decoding import guess

TEXTS = [
    ("cp1252", "# Zoë Müller\n\nCafé owner – Köln\n"),
    ("cp1252", "José Peña\njose@example.com\n"),
    ("cp1252", "Name: Jürgen Groß\nStraße 5\n"),
    ("cp1252", "# Ann “Annie” Dow\n\n– I’ve kept bees —\n"),
    ("cp1252", "Résumé\n"),
    ("cp1252", "Søren Kjær\nErfaring: lærer på Ærø\n"),
    ("cp1252", "Élodie Fabre\n\nExpérience\n\nBoulangère à Sète, été 2019 – présent\n"),
    ("cp1250", "Łukasz Żółw\nDoświadczenie zawodowe\nInżynier, 2010 – 2015\n"),
    ("cp1250", "Żółw Łęcki"),
    ("cp1250", "Ania Żółć\nul. Łąkowa 5\n"),
    ("cp1250", "Józef Świętoń, Łódź\n"),
    ("cp1250", "Jiří Dvořák\nZkušenosti\nUčitel češtiny\n"),
    ("cp1254", "Ayşe Yılmaz\nDeneyim: mühendis, İstanbul\n"),
    ("cp1253", "Γιάννης Παπάς\nΕμπειρία\nΜηχανικός λογισμικού\n"),
    ("cp1251", "Вера Лесная\n\nОпыт работы\n\nИнженер, 2014 – 2019\n"),
    ("koi8_r", "Вера Лесная\n\nОпыт работы\n\nИнженер и преподаватель, 2014 - 2019\n"),
    ("cp932", "# 青木 遥\n\n## 職歴\n"),
    ("cp932", "氏名：青木 遥\n電話：03-0000-0000\n\n職務経歴\n2019年4月 株式会社みなと入社\n"),
    ("gb18030", "林小雨\n电话：13800000000\n"),
    ("gb18030", "尊敬的招聘经理：\n\n您好！我在贵公司网站上看到这一职位。\n"),
    ("cp949", "김하늘\n이메일: haneul@example.com\n\n경력\n푸른바다 주식회사 개발자\n"),
]


@pytest.mark.parametrize(("encoding", "text"), TEXTS, ids=lambda value: value[:12].strip())
def test_read_as_it_was_written(encoding: str, text: str) -> None:
    found = guess(text.encode(encoding))
    assert found
    assert found[0] == text
