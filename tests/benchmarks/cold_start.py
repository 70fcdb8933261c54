"""Cold start: a process of WeasyPrint's command line against one of ours, on one page.

    python tests/benchmarks/cold_start.py [PAIRS]

Pairs are interleaved, so that a noisy machine disturbs both alike. Both have their
bytecode compiled; WeasyPrint's gets a fontconfig of the two families only, its cache
warm. The further rows leave our means out one after another.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]

OURS = """
import sys
from pathlib import Path
mode, page, out = sys.argv[1:]
from typeset.cli import one_shot
from typeset.typesetting import Source, engine, typeset_html
from contextlib import nullcontext
if mode == "plain": engine._ways = lambda: (nullcontext,)
if mode == "find_library": engine._deferred = nullcontext
if mode in ("find_library", "deferred"): engine._ways = lambda: (engine._without_find_library,)
if mode == "whole": one_shot.rarely_collect()
text = Path(page).read_text("utf-8")
families = ("Source Sans 3", "EB Garamond")
Path(out).write_bytes(typeset_html(Source(text, families=families)).pdf)
if mode in ("whole", "collecting"): one_shot.leave(0)
"""

ROWS = {
    "cli": "WeasyPrint's command line",
    "plain": "ours, WeasyPrint imported the plain way",
    "find_library": "+ no find_library",
    "deferred": "+ fontTools and Pillow only when used",
    "tidy": "+ C declarations compiled ahead",
    "collecting": "+ no teardown at the end",
    "whole": "+ garbage collected rarely (all of it)",
}

FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{0}/Source Sans 3</dir><dir>{0}/EB Garamond</dir>
<cachedir>{1}</cachedir></fontconfig>"""


def main(pairs: int) -> None:
    sys.path[:0] = [str(HERE), str(ROOT)]
    from sample_page import html

    from typeset.typesetting.library import bundled_folder

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        page, out = folder / "page.html", folder / "page.pdf"
        page.write_text(html(), "utf-8")
        config = folder / "fonts.conf"
        config.write_text(FONTS.format(bundled_folder(), folder / "cache"), "utf-8")
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": f"{folder}/pyc"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)

        def seconds(mode: str) -> float:
            if mode == "cli":
                command = [sys.executable, "-m", "weasyprint", str(page), str(out)]
                variables = environment | {"FONTCONFIG_FILE": str(config)}
            else:
                command = [sys.executable, "-c", OURS, mode, str(page), str(out)]
                variables = environment
            start = time.perf_counter()
            subprocess.run(command, check=True, env=variables)
            return time.perf_counter() - start

        for mode in ROWS:
            seconds(mode)
        runs = [{mode: seconds(mode) for mode in ROWS} for _ in range(pairs)]
    base = statistics.median(run["cli"] for run in runs)
    for mode, label in ROWS.items():
        median = statistics.median(run[mode] for run in runs)
        ratio = statistics.median(run[mode] / run["cli"] for run in runs)
        print(f"{median:6.3f} s  {ratio:5.2f}  {label}")
    print(f"pairs: {pairs}; command line {base:.3f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
