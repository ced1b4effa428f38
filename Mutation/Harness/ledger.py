"""The list of mutants that is kept, with what became of each."""

import collections
import csv
import dataclasses
from pathlib import Path

from Harness.mutants import Mutant

FIELDS = ["area", "file", "change", "verdict", "reason"]


@dataclasses.dataclass
class Entry:
    area: str
    file: str
    change: str
    verdict: str = "untried"  # killed, survived, equivalent, gone
    reason: str = ""  # the test that failed; for an equivalent one why nobody could tell


def read(path: Path) -> list[Entry]:
    with path.open(encoding="utf-8", newline="") as file:
        return [Entry(**row) for row in csv.DictReader(file, delimiter="\t")]


def write(path: Path, entries: list[Entry]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, FIELDS, delimiter="\t", lineterminator="\n")
        rows.writeheader()
        rows.writerows(dataclasses.asdict(entry) for entry in entries)


def find(entries: list[Entry], candidates: list[Mutant]) -> dict[int, Mutant]:
    """The mutant of each entry, by its number from 1; those whose line is no more are left out."""
    places = collections.defaultdict(list)
    for mutant in reversed(candidates):
        places[mutant.path.as_posix(), mutant.marked].append(mutant)
    found = {}
    for number, entry in enumerate(entries, start=1):
        if same := places[entry.file, entry.change]:
            found[number] = same.pop()
    return found


def summary(entries: list[Entry]) -> str:
    lines = ["area              tried  killed  survived  equivalent  gone"]
    areas = list(dict.fromkeys(entry.area for entry in entries))
    for area in [*areas, None]:
        count = collections.Counter(
            entry.verdict for entry in entries if area in (None, entry.area))
        tried = count["killed"] + count["survived"]
        lines.append(
            f"{area or 'all':16} {tried:6} {count['killed']:7} {count['survived']:9} "
            f"{count['equivalent']:11} {count['gone']:5}")
    return "\n".join(lines)
