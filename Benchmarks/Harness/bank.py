"""The banks that are scored: generated, kept, and read once so that no disk is measured."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import tools

TABLES = ["staff", "business"]
# From so many people on, runs are fewer and pandas is spared.
LARGE = 10_000_000


@dataclass(frozen=True)
class Bank:
    """A folder of tables and how many rows they have."""

    folder: Path
    rows: dict[str, int]

    @property
    def people(self) -> int:
        return self.rows["staff"]

    @property
    def bytes(self) -> int:
        return sum((self.folder / f"{table}.csv").stat().st_size for table in TABLES)

    def warm(self) -> None:
        """Reads all files, so that they are in the page cache for every program alike."""
        for table in TABLES:
            with open(self.folder / f"{table}.csv", "rb", buffering=0) as file:
                while file.read(1 << 20):
                    pass


def make(programs: tools.Programs, size: int, scratch: Path, say: Callable[[str], None]) -> Bank:
    """A bank of so many people; one that was generated before is used again."""
    folder = scratch / f"bank-{size}"
    if not folder.exists():
        say(f"{size} people: generating")
        unfinished = scratch / f"bank-{size}.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        generate(programs, size, unfinished)
        unfinished.rename(folder)
    return Bank(folder, {table: count_rows(folder / f"{table}.csv") for table in TABLES})


def generate(programs: tools.Programs, size: int, folder: Path) -> None:
    """Writes a bank of `size` people, the same whenever and wherever it is made."""
    subprocess.run(
        [str(programs.steelyard), "generate", str(tools.POLICY), "--staff", str(size), "--seed",
         "1", "--output", str(folder), "--quiet"], check=True)


def count_rows(file: Path) -> int:
    lines = 0
    with open(file, "rb", buffering=0) as stream:
        while piece := stream.read(1 << 20):
            lines += piece.count(b"\n")
    return lines - 1
