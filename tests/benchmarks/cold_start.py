"""A cold start as people run it, beside WeasyPrint's own command on the finished HTML.

    python tests/benchmarks/cold_start.py [PAIRS]

The same sample résumé each time: `typeset render` from Markdown and from YAML does
everything (reading, the theme, typesetting, tags, checks, writing); WeasyPrint's command
gets the HTML and style sheets that typeset made of it. Runs are interleaved, so that a
noisy machine disturbs all alike; all have their bytecode compiled, and WeasyPrint's has a
fontconfig of the one family only, its cache warm.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import typeset
from typeset.typesetting.library import bundled_folder

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "sources" / "ines-duarte" / "resume.md"

FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir>{0}/EB Garamond</dir><cachedir>{1}</cachedir></fontconfig>"""


def main(pairs: int) -> None:
    """Print the median time of each command, and its ratio to WeasyPrint's."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepared = typeset.prepare(typeset.load(SAMPLE), typeset.Settings())
        html = prepared.html()
        style = "\n".join(style.text for style in html.styles)
        page = folder / "page.html"
        page.write_text(html.text.replace("</head>", f"<style>{style}</style></head>"), "utf-8")
        profile = folder / "resume.yaml"
        profile.write_text(typeset.write_profile(prepared.loaded.profile), "utf-8")
        config = folder / "fonts.conf"
        config.write_text(FONTS.format(bundled_folder(), folder / "cache"), "utf-8")
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": f"{folder}/pyc"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        ours = [sys.executable, "-m", "typeset", "render", "--quiet", "--force", "--out"]
        commands = {
            "weasyprint page.html": [sys.executable, "-m", "weasyprint", str(page), f"{page}.pdf"],
            "typeset render resume.md": [*ours, f"{folder}/md", str(SAMPLE)],
            "typeset render resume.yaml": [*ours, f"{folder}/yaml", str(profile)],
        }

        def seconds(label: str) -> float:
            extra = {"FONTCONFIG_FILE": str(config)} if label.startswith("weasy") else {}
            start = time.perf_counter()
            subprocess.run(commands[label], check=True, env=environment | extra, cwd=folder)
            return time.perf_counter() - start

        for label in commands:
            seconds(label)
        runs = [{label: seconds(label) for label in commands} for _ in range(pairs)]
    peer = next(iter(commands))
    print(f"{'':28}  seconds  ratio   (medians of {pairs} runs)")
    for label in commands:
        median = statistics.median(run[label] for run in runs)
        ratio = statistics.median(run[label] / run[peer] for run in runs)
        print(f"{label:28}  {median:7.3f}  {ratio:5.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
