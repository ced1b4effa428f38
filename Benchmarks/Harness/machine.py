"""What is measured on, and what is measured."""

import os
import platform
import subprocess
from pathlib import Path

from . import tools


def facts(programs: tools.Programs, built_before: Path | None) -> dict[str, str]:
    """Facts by name; of a program that was built before, its file is all that is known."""
    versions = [
        line.split("==") for line in tools.REQUIREMENTS.read_text().splitlines() if line.strip()]
    return {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": f"{_memory_gib():.0f} GiB",
        "system": f"{_system()}, Linux {platform.release().partition('-')[0]}",
        "Swift": _first_line("swift", "--version"),
        "Steelyard": f"built before: {built_before}" if built_before else _revision(),
        "Python": _first_line(str(programs.python), "--version").removeprefix("Python "),
    } | dict(versions)


def _first_line(*words: str) -> str:
    finished = subprocess.run(words, capture_output=True, text=True, cwd=tools.PROJECT)
    return finished.stdout.splitlines()[0] if finished.stdout else "unknown"


def _revision() -> str:
    revision = _first_line("git", "rev-parse", "--short", "HEAD")
    changed = subprocess.run(
        ["git", "status", "--porcelain", "--", "Sources", "Package.swift"], cwd=tools.PROJECT,
        capture_output=True, text=True).stdout
    return revision + (" with changes" if changed else "")


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def _memory_gib() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30)


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.system()
