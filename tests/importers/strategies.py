"""Random résumés in random shapes: what is in them, and how their author writes it down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

TITLES = {
    "en": ("Experience", "Education", "Skills"),
    "de": ("Berufserfahrung", "Ausbildung", "Kenntnisse"),
    "fr": ("Expérience professionnelle", "Formation", "Compétences"),
    "es": ("Experiencia laboral", "Educación", "Habilidades"),
    "it": ("Esperienza lavorativa", "Istruzione", "Competenze"),
    "pt": ("Experiência profissional", "Formação académica", "Competências"),
    "nl": ("Werkervaring", "Opleiding", "Vaardigheden"),
}
NOW = {"en": "present", "de": "heute", "fr": "aujourd'hui", "es": "actualidad", "it": "oggi",
       "pt": "presente", "nl": "heden"}  # fmt: skip
ROLES = ["Engineer", "Senior Analyst", "Head Gardener", "Data Scientist", "Nurse",
         "Assistant Manager", "Designer", "Teacher", "Chief Technician"]  # fmt: skip
OWNERS = ["Brightwater Ltd", "Mill Lane Bakery", "Copper & Tin", "Ninth Wave", "Fen Museum",
          "Larkfield Systems", "The Salt Cellar", "Ostrava Works", "Quietbox"]  # fmt: skip
PLACES = ["Leeds, UK", "Porto, Portugal", "Berlin", "Austin, TX", ""]
NAMES = ["Ada Quill", "Bram Øster", "Chidi Nwosu", "Dolores Vela", "Émile Roy"]
DEGREES = ["BSc Physics", "Master of Arts", "Diploma in Nursing", "PhD Chemistry"]
SCHOOLS = ["Heath University", "Clay College", "Institute of Rivers"]
BULLETS = ["Raised output by 38%.", "Led a team of nine", "Kept the books, and the peace",
           "Built tools in C++ and R", "Wrote **two** manuals"]  # fmt: skip
SKILLS = ["Python", "C++", "lathe work", "R&D", "Excel (advanced)", "wood-turning"]
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Shape:
    """How an author writes: one choice for each habit."""

    language: str
    heading: str
    entry: str
    first: str
    separator: str
    dates: str
    dash: str
    bullet: str
    contact: str


SHAPES = st.builds(
    Shape,
    language=st.sampled_from(sorted(TITLES)),
    heading=st.sampled_from(["##", "###", "bold", "setext", "capitals"]),
    entry=st.sampled_from(["heading and line", "heading", "bold and line", "bold line", "bullet"]),
    first=st.sampled_from(["role", "owner"]),
    separator=st.sampled_from([", ", " | ", " — ", " · "]),
    dates=st.sampled_from(["2019", "2019-03", "03/2019", "03.2019", "Mar 2019"]),
    dash=st.sampled_from([" – ", " - ", " to ", "–", " — "]),
    bullet=st.sampled_from(["-", "*", "+"]),
    contact=st.sampled_from([" | ", " · ", "\\\n", "list"]),
)


@st.composite
def profiles(draw: st.DrawFn) -> dict[str, Any]:
    """The facts of a résumé."""
    work = []
    year = 2024
    for index in range(draw(st.integers(1, 3))):
        end = (
            "present"
            if index == 0 and draw(st.booleans())
            else f"{year}-0{draw(st.integers(1, 9))}"
        )
        year -= draw(st.integers(1, 4))
        work.append(
            {
                "position": draw(st.sampled_from(ROLES)),
                "name": draw(st.sampled_from(OWNERS)),
                "location": draw(st.sampled_from(PLACES)),
                "startDate": f"{year}-{draw(st.integers(10, 12))}",
                "endDate": end,
                "highlights": draw(st.lists(st.sampled_from(BULLETS), max_size=3, unique=True)),
            }
        )
        year -= 1
    return {
        "name": draw(st.sampled_from(NAMES)),
        "work": work,
        "degree": (draw(st.sampled_from(DEGREES)), draw(st.sampled_from(SCHOOLS)), str(year - 3)),
        "skills": draw(st.lists(st.sampled_from(SKILLS), min_size=2, max_size=5, unique=True)),
    }


def written(facts: dict[str, Any], shape: Shape) -> str:
    """The résumé as an author of that shape writes it."""
    name = str(facts["name"])
    lines = [f"{name}\n{'=' * len(name)}" if shape.heading == "setext" else f"# {name}"]
    contacts = ["ann@example.com", "+44 1632 960001", "Leeds, UK"]
    if shape.contact == "list":
        lines.append("\n".join(f"{shape.bullet} {one}" for one in contacts))
    else:
        lines.append(shape.contact.join(contacts))
    work, education, skills = TITLES[shape.language]
    lines.append(_title(work, shape))
    lines += [_entry(entry, shape) for entry in facts["work"]]
    degree, school, year = facts["degree"]
    lines += [_title(education, shape), f"**{degree}**, {school}, {year}"]
    lines += [_title(skills, shape), ", ".join(facts["skills"])]
    return "\n\n".join(lines) + "\n"


def _title(text: str, shape: Shape) -> str:
    if shape.heading == "bold":
        return f"**{text}**"
    if shape.heading == "setext":
        return f"{text}\n{'-' * len(text)}"
    return text.upper() if shape.heading == "capitals" else f"{shape.heading} {text}"


def _entry(entry: dict[str, Any], shape: Shape) -> str:
    pair = [entry["position"], entry["name"]]
    if shape.first == "owner":
        pair.reverse()
    title = shape.separator.join(pair)
    dates = _range(entry, shape)
    place = entry["location"]
    level = "####" if shape.heading == "###" else "###"
    meta = f"{dates} · {place}" if place else dates
    inside = f"{dates}, {place}" if place else dates
    match shape.entry:
        case "heading and line":
            head = f"{level} {title}\n*{meta}*"
        case "heading":
            head = f"{level} {title} ({dates})"
        case "bold and line":
            head = f"**{title}**\\\n{meta}"
        case "bold line":
            head = f"**{title}** ({inside})"
        case _:
            head = f"{shape.bullet} **{title}**, {dates}"
            bullets = "\n".join(f"  {shape.bullet} {text}" for text in entry["highlights"])
            return f"{head}\n{bullets}".rstrip()
    bullets = "\n".join(f"{shape.bullet} {text}" for text in entry["highlights"])
    return f"{head}\n\n{bullets}".rstrip()


def _range(entry: dict[str, Any], shape: Shape) -> str:
    open_ = NOW[shape.language]
    ends = [_date(entry["startDate"], shape), _date(entry["endDate"], shape)]
    dash = " – " if shape.dash == " to " and shape.language != "en" else shape.dash
    tight = dash == "–" and shape.dates == "2019-03"
    return (" – " if tight else dash).join(open_ if end == "present" else end for end in ends)


def _date(text: str, shape: Shape) -> str:
    if text == "present":
        return text
    year, month = text.split("-")
    forms = {
        "2019": year,
        "2019-03": text,
        "03/2019": f"{month}/{year}",
        "03.2019": f"{month}.{year}",
        "Mar 2019": f"{_MONTHS[int(month) - 1]} {year}",
    }
    if shape.dates == "Mar 2019" and shape.language != "en":
        return forms["03/2019"]
    return forms[shape.dates]


def expected_dates(entry: dict[str, Any], shape: Shape) -> tuple[str, str]:
    """The dates as far as the shape says them."""
    cut = 4 if shape.dates == "2019" else 7
    return entry["startDate"][:cut], entry["endDate"] if entry["endDate"] == "present" else entry[
        "endDate"
    ][:cut]  # fmt: skip


def has_place(shape: Shape) -> bool:
    """Whether entries of that shape say where."""
    return shape.entry not in ("heading", "bullet")
