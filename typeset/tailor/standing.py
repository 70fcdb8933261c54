"""What a selection may make look otherwise although every word of it is true."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from typeset.problems import Problem, Severity
from typeset.profile.addresses import Addressed
from typeset.profile.entries import Highlight, Work
from typeset.tailor.leaving import leads_up


def misplaced(base: Addressed, tailored: Addressed) -> list[Problem]:
    """Warnings where what is left says more than it did in the base.

    The years of an employer stand over a role that had only some of them; a bullet stands
    under a paragraph that led up to others.
    """
    return [*_stretched(base, tailored), *_under_another(base, tailored)]


def _stretched(base: Addressed, tailored: Addressed) -> Iterator[Problem]:
    for address, part in tailored.parts.items():
        if not isinstance(part.model, Work) or address not in base.parts:
            continue
        before = base.parts[address].model
        assert isinstance(before, Work)
        kept = {role.id for role in part.model.roles}
        gone = [role for role in before.roles if role.id not in kept]
        undated = not all(role.dates or role.start_date for role in part.model.roles)
        if gone and _is_dated(part.model) and (part.model.position or undated):
            left = ", ".join(repr(role.position or role.id) for role in gone)
            yield Problem(
                "stretched",
                f"the dates of {address!r} are also those of {left}, left out here",
                Severity.WARNING,
                hint="keep the role, or leave the whole entry out",
            )


def _is_dated(entry: Work) -> bool:
    return bool(entry.dates or entry.start_date or entry.end_date)


def _under_another(base: Addressed, tailored: Addressed) -> Iterator[Problem]:
    before, after = _leads(base), _leads(tailored)
    for address, (lead, text) in after.items():
        was, _ = before.get(address, ("", ""))
        if lead and address in before and lead != was:
            yield Problem(
                "under-another",
                f"{address!r} now stands under {text!r}",
                Severity.WARNING,
                hint="leave out or move the paragraph, too",
            )


def _leads(profile: Addressed) -> dict[str, tuple[str, str]]:
    """For each bullet, the paragraph that leads up to it: its address and its words."""
    found: dict[str, tuple[str, str]] = {}
    for part in profile.parts.values():
        for branch in ("highlights", "children"):
            found |= _lead_of_each(getattr(part.model, branch, []))
    return found


def _lead_of_each(highlights: Iterable[Highlight]) -> dict[str, tuple[str, str]]:
    lead = ("", "")
    found: dict[str, tuple[str, str]] = {}
    for one in highlights:
        if one.prose:
            last = one.prose.rstrip().rpartition("\n")[2]
            lead = (one.id, last) if _leads_up(last) else ("", "")
        else:
            found[one.id] = lead
    return found


def _leads_up(line: str) -> bool:
    """Whether a paragraph's last line ends with a colon, or is bold as a whole."""
    bold = line.startswith(("**", "__")) and line.endswith(("**", "__"))
    return bold or leads_up(line)
