"""Two columns over several pages, as a PDF holds them: page by page, each side before main.

A person reads the side column of every page and then the main one, or either alone; the
Document has all of the side before all of the main. Put back into that order, the pages
are compared as a sequence like any others: each column whole, once, in order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence


def by_column(
    pages: Sequence[list[str]],
    side: Sequence[str],
    main: Sequence[str],
    is_ornament: Callable[[str], bool],
) -> list[list[str]]:
    """The side column's tokens of every page, then the main column's."""
    beside: list[list[str]] = []
    rest: list[list[str]] = []
    for page in pages:
        read = _read(page, side, is_ornament)
        # The main column may begin with what the side goes on with: take the longest side
        # whose rest is the main column's.
        cut = next(
            (
                cut
                for cut in range(len(read) - 1, -1, -1)
                if len(_read(page[cut:], main, is_ornament)) == len(page) - cut + 1
            ),
            len(read) - 1,
        )
        beside.append(page[:cut])
        rest.append(page[cut:])
        side = side[read[cut] :]
        main = main[_read(page[cut:], main, is_ornament)[-1] :]
    return [*beside, *rest]


def _read(
    found: Sequence[str], expected: Sequence[str], is_ornament: Callable[[str], bool]
) -> list[int]:
    """How much of `expected` is read after none, one, two … tokens of `found`, while they agree."""
    read = [0]
    for token in found:
        position = read[-1]
        if position < len(expected) and token == expected[position]:
            read.append(position + 1)
        elif is_ornament(token):
            read.append(position)
        else:
            break
    return read
