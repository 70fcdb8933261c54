"""The order in which a set gives its words, which differs between runs, decides nothing."""

from __future__ import annotations

import os
import subprocess
import sys

READ = """
from typeset.importers.formats import import_text
from typeset.profile.writing import write_profile
print(write_profile(import_text("# 문가람\\n\\n서울특별시 관악구 | garam@example.kr\\n").profile))
"""


def test_a_place_is_known_by_the_longest_of_the_names_that_it_begins_with() -> None:
    read = {
        subprocess.run(
            [sys.executable, "-c", READ],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in (1, 2)
    }
    assert len(read) == 1
    assert "location: 서울특별시 관악구" in read.pop()
