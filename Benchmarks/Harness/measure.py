"""Wall time, processor time and peak memory of processes that run one at a time, in turn."""

import csv
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import bank, tools


@dataclass(frozen=True)
class Run:
    """One run of one program."""

    program: str
    round: int
    wall: float
    user: float
    system: float
    peak_mib: float
    load: float
    """The machine's load average before it: what else was going on."""


def alternate(
    commands: list[tools.Command], repetitions: int, data: bank.Bank, say: Callable[[str], None]
) -> list[Run]:
    """Every program once, then every program again, each round beginning with another."""
    runs = []
    for turn in range(repetitions):
        first = turn % len(commands)
        for command in commands[first:] + commands[:first]:
            runs.append(_run(command, turn + 1))
            last = runs[-1]
            say(f"{data.people} people, round {turn + 1}: {last.program} {last.wall:.2f} s, "
                f"{last.peak_mib:.0f} MiB")
    return runs


def _run(command: tools.Command, turn: int) -> Run:
    command.output.unlink(missing_ok=True)
    # What the last program wrote is not to be carried to disk while this one is measured.
    os.sync()
    load = os.getloadavg()[0]
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.monotonic()
    process = os.posix_spawn(command.words[0], command.words, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    wall = time.monotonic() - start
    if status != 0:
        sys.exit(f"{command.name} failed: {os.waitstatus_to_exitcode(status)}")
    return Run(
        command.name, turn, wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024, load)


@dataclass(frozen=True)
class Kernels:
    """What the two programs that time the parts by themselves print, and what both of them do."""

    steelyard: str
    numpy: str
    reweighting: list[tuple[str, int, float, dict[str, float]]]
    """Step, threads, Steelyard's median in seconds, and numpy's by the form of the program."""


def kernels(programs: tools.Programs, data: bank.Bank, threads: int, repetitions: int) -> Kernels:
    """Steelyard leaves its answers for numpy, which ends the program where it has others."""
    exchange = data.folder.parent / "exchange"
    steelyard = [
        str(programs.throughput), "--policy", str(tools.POLICY), "--data", str(data.folder),
        "--exchange", str(exchange), "--threads", str(threads), "--repeat", str(repetitions)]
    numpy = [
        str(programs.python), str(tools.PEERS / "numpy_reweight.py"), "--exchange", str(exchange),
        "--repeat", str(repetitions)]
    return Kernels(_printed(steelyard), _printed(numpy), _reweighting(exchange))


def _reweighting(exchange: Path) -> list[tuple[str, int, float, dict[str, float]]]:
    forms: dict[str, dict[str, float]] = {}
    for row in _rows(exchange / "numpy.csv"):
        forms.setdefault(row["step"], {})[row["form"]] = float(row["median"])
    return [
        (row["step"], int(row["threads"]), float(row["median"]), forms[row["step"]])
        for row in _rows(exchange / "steelyard.csv")]


def _rows(file: Path) -> list[dict[str, str]]:
    with open(file, newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def _printed(words: list[str]) -> str:
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout
