"""The likeliest text of bytes that are not UTF-8, and the name of its encoding.

A detector ranks encodings by how letters follow each other, which needs a page of text.
Résumés may be short: what it leaves open is settled by the letters that people write most.
"""

from __future__ import annotations

import re

# In a text read wrongly, signs stand where letters belong: "Pe³ka" is Polish, not Western.
_SIGN_IN_WORD = re.compile(r"(?<=[^\W\d_])[¡-©«-´¶-¹»-¿×÷](?=[^\W\d_])|(?<!\w)[³¹¿](?=[^\W\d_])")
_PLAIN = "–—‘’“”„•·€…«»°§©®º´"
# The accented letters of the languages written in each encoding, Western Europe first.
_LATIN = {
    "cp1252": "éèêàçùâîôûëïüäößñáíóúãõåæøœìòÉÈÀÇÜÄÖÑÁÍÓÚÅØ¿¡ª",
    "cp1250": "ąćęłńóśźżáčďéěíňřšťúůýžőűöüäĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽŐŰâîășț",
    "cp1254": "ığşçöüİĞŞÇÖÜâîû",
}
_DOUBLE_BYTE = frozenset(
    ["cp932", "shift_jis", "shift_jis_2004", "shift_jisx0213", "euc_jp", "euc_jis_2004",
     "euc_jisx0213", "gb2312", "gbk", "gb18030", "big5", "big5hkscs", "cp950", "cp949",
     "euc_kr", "johab", "hz", "iso2022_jp", "iso2022_kr"]
)  # fmt: skip
_EASTERN = ("cp932", "gb18030", "big5", "euc_jp", "cp949")
# Characters by which a page of each encoding is full, wherever it comes from.
_COMMON = {
    "cp932": "ぁ-んァ-ヶー年月日職歴学会社大学資格氏名電話現在業務経験",
    "euc_jp": "ぁ-んァ-ヶー年月日職歴学会社大学資格氏名電話現在業務経験",
    "gb18030": "的年月日电话邮箱姓名学校大学公司工作经历教育技能负责我是在了和有人中国",
    "big5": "的年月日電話信箱姓名學校大學公司工作經歷教育技能負責我是在了和有人中",
    "cp949": "가-깋이다의는을를에고사년월일대학교회서기인하경력자전화번호소개니습요지로",
}


def guess(data: bytes) -> tuple[str, str] | None:
    """The text and its encoding; None where none fits."""
    from charset_normalizer import from_bytes  # only for the few files that are not UTF-8

    best = from_bytes(data).best()
    name = best.encoding if best else ""
    if eastern := _eastern(data, name):
        return eastern
    single_byte = not name or name.startswith(("cp125", "iso8859", "latin", "mac", "cp10", "cp8"))
    script = best is not None and any(ord(c) > 0x24F and c.isalpha() for c in str(best))
    # A few bytes say nothing of a script: most such files are in Latin letters.
    lone = sum(byte > 0x7F for byte in data) < 6
    # An Eastern encoding that no common character confirms is a chance fit of its byte pairs.
    if (single_byte and not lone and script) or not (latin := _latin(data)):
        return (str(best), name) if best else None
    if single_byte or name in _DOUBLE_BYTE:
        return latin
    return (str(best), name) if best else None


def _latin(data: bytes) -> tuple[str, str] | None:
    """The Latin encoding whose languages have the letters found; of several, the first."""
    found: list[tuple[float, str, str]] = []
    for name, letters in _LATIN.items():
        text = _decoded(data, name)
        foreign = [c for c in text if ord(c) > 0x7F and c not in _PLAIN]
        if text and not _SIGN_IN_WORD.search(text):
            share = sum(c in letters for c in foreign) / len(foreign) if foreign else 1.0
            found.append((share, name, text))
    if not found:
        return None
    _, name, text = max(found, key=lambda one: one[0])
    return text, name


def _eastern(data: bytes, detected: str) -> tuple[str, str] | None:
    """The Eastern encoding whose common characters make up the text, where one clearly does."""
    found: list[tuple[float, str, str]] = []
    for name in _EASTERN:
        text = _decoded(data, name)
        foreign = [character for character in text if ord(character) > 0x2FF]
        if (
            not text
            or len(foreign) < 3
            or 2 * len(foreign) < sum(byte > 0x7F for byte in data) * 0.8
        ):
            continue
        common = re.compile(f"[{_COMMON[name]}]")
        share = sum(bool(common.match(character)) for character in foreign) / len(foreign)
        found.append((share, name, text))
    if not found:
        return None
    share, name, text = max(found, key=lambda one: one[0])
    return (text, name) if share >= 0.2 else None


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return ""
