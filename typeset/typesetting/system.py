"""Which command installs the system libraries here: Pango, fontconfig, HarfBuzz.

The package names are those of WeasyPrint's own installation page.
"""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

from typeset.problems import Problem, Severity

_DEBIAN = "apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
_FEDORA = "dnf install -y pango harfbuzz"

#: By the ID, then the ID_LIKE, of /etc/os-release.
_COMMANDS = {
    "debian": _DEBIAN,
    "ubuntu": _DEBIAN,
    "fedora": _FEDORA,
    "rhel": _FEDORA,
    "centos": _FEDORA,
    "arch": "pacman -S --noconfirm pango harfbuzz",
    "alpine": "apk add pango harfbuzz-subset",
    "suse": "zypper install -y libpango-1_0-0 libharfbuzz-subset0",
    "opensuse": "zypper install -y libpango-1_0-0 libharfbuzz-subset0",
}

_ELSEWHERE = (
    "install Pango 1.44 or newer and HarfBuzz with its subset library "
    "(https://doc.courtbouillon.org/weasyprint/stable/first_steps.html)"
)


def install_command(
    os_release: Path = Path("/etc/os-release"), platform: str = sys.platform
) -> str:
    """The one command that installs the libraries, or advice where none is known."""
    if platform == "darwin":
        return "brew install pango"
    if platform.startswith("win"):
        return _ELSEWHERE
    try:
        fields = _fields(os_release.read_text("utf-8", "replace"))
    except OSError:
        return _ELSEWHERE
    for name in [fields.get("ID", ""), *fields.get("ID_LIKE", "").split()]:
        if command := _COMMANDS.get(name):
            root = not hasattr(os, "geteuid") or os.geteuid() == 0
            return command if root else f"sudo {command}"
    return _ELSEWHERE


def subset_problem() -> Problem:
    """The problem that HarfBuzz's subset library is missing."""
    return Problem(
        "harfbuzz-subset",
        "fonts are embedded slowly, because HarfBuzz's subset library is missing",
        Severity.WARNING,
        hint=install_command(),
    )


def _fields(text: str) -> dict[str, str]:
    """The variables of an os-release file: KEY=value, the value quoted as in a shell."""
    pairs = (line.partition("=") for line in text.splitlines() if "=" in line)
    return {key.strip(): " ".join(shlex.split(value)) for key, _, value in pairs}
