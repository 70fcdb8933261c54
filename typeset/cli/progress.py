"""How far a run has come: a bar on stderr while a person watches, a line at the end."""

from __future__ import annotations

import shutil
import sys
import time

from typeset.jobs import Outcome

_BAR = 24


class Progress:
    """Counts outcomes; drawn only where stderr is a terminal and `quiet` was not asked."""

    def __init__(self, total: int, *, quiet: bool) -> None:
        self._total, self._start = total, time.monotonic()
        self._drawn = not quiet and sys.stderr.isatty()
        self._rendered = self._unchanged = self._failed = 0

    def count(self, outcome: Outcome) -> None:
        """Count what became of one job."""
        if outcome.code:
            self._failed += 1
        elif outcome.outputs:
            self._rendered += 1
        else:
            self._unchanged += 1

    def draw(self, label: str) -> None:
        """The bar, in the last line of the terminal; `label` is what was last done."""
        if not self._drawn:
            return
        done = self._rendered + self._unchanged + self._failed
        full = _BAR * done // max(self._total, 1)
        failed = f"  {self._failed} failed" if self._failed else ""
        text = f"{'█' * full}{'░' * (_BAR - full)} {done}/{self._total}{self._left(done)}{failed}"
        width = shutil.get_terminal_size().columns - 1
        print(f"\r\x1b[K{f'{text}  {label}'[:width]}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the bar away, so that something else can be printed in its line."""
        if self._drawn:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)

    def summary(self) -> str:
        """What became of all, in a line."""
        counts = {
            "rendered": self._rendered,
            "unchanged": self._unchanged,
            "failed": self._failed,
        }
        said = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
        return f"{said or 'nothing to render'} ({time.monotonic() - self._start:.1f} s)"

    def _left(self, done: int) -> str:
        """The time that the rest will take if it goes on as it went."""
        if not self._rendered:
            return ""
        seconds = (time.monotonic() - self._start) / self._rendered * (self._total - done)
        return f"  {seconds // 60:.0f}:{seconds % 60:02.0f} left"
