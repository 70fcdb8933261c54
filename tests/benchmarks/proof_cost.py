"""What the proof costs: rendering with every check that each render makes, and without any.

    python tests/benchmarks/proof_cost.py [ROUNDS]

Both are timed in turns within one process, warm, over all samples, in processor time, which a
busy machine disturbs least; the ratio of their medians is printed. Exits with 1 where the
proof costs more than 15 %.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from typeset import pipeline
from typeset.loading import load
from typeset.pipeline import Prepared, Settings, prepare, render
from typeset.searching import find_sources
from typeset.typesetting import Press

SAMPLES = Path(__file__).parents[2] / "sources"
MOST = 1.15


def main() -> int:
    """Measure, print, and judge."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    found = [one.path for one in find_sources([SAMPLES]) if not one.application]
    documents = [prepare(load(path), Settings()) for path in found]
    with Press() as press:
        without, with_proof = _medians(documents, press, rounds)
    ratio = with_proof / without
    print(f"{len(documents)} documents, {rounds} rounds")
    print(f"without the proof {1000 * without:7.1f} ms")
    print(f"with the proof    {1000 * with_proof:7.1f} ms")
    print(f"ratio             {ratio:7.3f}  (at most {MOST})")
    return int(ratio > MOST)


def _medians(documents: list[Prepared], press: Press, rounds: int) -> tuple[float, float]:
    """The medians of rendering all documents without and with the proof."""

    def timed() -> float:
        start = time.process_time()
        for document in documents:
            render(document, press)
        return time.process_time() - start

    def bare() -> float:
        # What a render without its proof would be; no option turns it off.
        check = vars(pipeline)["check_pdf"]
        vars(pipeline)["check_pdf"] = lambda *arguments: []
        try:
            return timed()
        finally:
            vars(pipeline)["check_pdf"] = check

    without: list[float] = []
    with_proof: list[float] = []
    timed()
    for _ in range(rounds):
        without.append(bare())
        with_proof.append(timed())
    return statistics.median(without), statistics.median(with_proof)


if __name__ == "__main__":
    sys.exit(main())
