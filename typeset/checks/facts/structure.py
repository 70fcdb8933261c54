"""The structure tree: what a screen reader is told, in the order it is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from typeset.checks.facts.model import Tag
from typeset.checks.facts.objects import as_dict, as_list, name, text

MAX_TAGS = 100_000
MAX_DEPTH = 200


@dataclass(slots=True)
class _Open:
    """An element whose parts are still being read."""

    node: Any
    page: int
    waiting: list[Any]
    parts: list[Tag | tuple[int, int]] = field(default_factory=list)
    objects: list[int] = field(default_factory=list)


def read_structure(pdf: Any) -> Tag | None:
    """The root of the tree, or None where the file has none.

    What is nested beyond `MAX_DEPTH`, or leads back to itself, is left out.
    """
    root = as_dict(pdf.Root.get("/StructTreeRoot"))
    if not root:
        return None
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    roles = {str(key): name(value) for key, value in as_dict(root.get("/RoleMap")).items()}
    stack, seen, left = [_opened(root, 0, pages)], set[Any](), MAX_TAGS
    while True:
        top = stack[-1]
        if not top.waiting:
            stack.pop()
            tag = _closed(top, roles)
            if not stack:
                return tag
            stack[-1].parts.append(tag)
            continue
        kid, left = top.waiting.pop(), left - 1
        if left < 0:
            top.waiting.clear()
        elif isinstance(kid, int):
            top.parts.append((top.page, kid))
        elif (kid := as_dict(kid)) and "/MCID" in kid:
            top.parts.append((pages.get(_key(kid.get("/Pg")), top.page), int(kid["/MCID"])))
        elif "/Obj" in kid:
            top.objects.append(_key(kid.get("/Obj"))[0])
        elif kid and len(stack) < MAX_DEPTH and (_key(kid) not in seen or _key(kid) == (0, 0)):
            seen.add(_key(kid))
            stack.append(_opened(kid, top.page, pages))


def _opened(node: Any, page: int, pages: dict[Any, int]) -> _Open:
    page = pages.get(_key(node.get("/Pg")), page)
    return _Open(node, page, list(reversed(as_list(node.get("/K")))))


def _closed(done: _Open, roles: dict[str, str]) -> Tag:
    role = name(done.node.get("/S")) or "Root"
    return Tag(
        role=roles.get(f"/{role}", role),
        parts=tuple(done.parts),
        objects=tuple(done.objects),
        alternative=text(done.node.get("/Alt")),
        actual=text(done.node.get("/ActualText")),
        lang=text(done.node.get("/Lang")),
    )


def _key(value: Any) -> tuple[int, int]:
    return getattr(value, "objgen", (0, 0)) if value is not None else (0, 0)
