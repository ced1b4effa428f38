"""Medians, spreads and ratios as Markdown, and every run as CSV."""

import argparse
import csv
import dataclasses
import datetime
import os
import shlex
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import bank, measure, tools


@dataclass(frozen=True)
class SizeResult:
    """All that was found out about one bank."""

    bank: bank.Bank
    commands: list[tools.Command]
    comparisons: dict[str, dict]
    runs: list[measure.Run]

    def of(self, program: str, value: Callable[[measure.Run], float]) -> list[float]:
        return [value(run) for run in self.runs if run.program == program]


def write(
    file: Path, facts: dict[str, str], started: datetime.datetime, given: argparse.Namespace,
    sizes: list[SizeResult], kernels: measure.Kernels | None
) -> str:
    """Writes the report and the raw numbers; the report's text."""
    text = "\n\n".join(
        [_head(started, given), _facts(facts), "## Whole job", _summary(sizes), _loads(sizes),
         "## Answers", _answers(sizes), "## Commands", _commands(sizes)]
        + _kernels(kernels))
    file.write_text(text + "\n")
    _write_runs(file.with_suffix(".csv"), sizes)
    return text


def _head(started: datetime.datetime, given: argparse.Namespace) -> str:
    checks = (
        "The peers look for faulty rows as Steelyard does (`--checks`)." if given.checks else
        "Steelyard holds every cell, key and row against the policy's rules and hashes its inputs;"
        " the peers are spared both (run with `--checks` to make them look for faulty rows).")
    options = f"{given.repeat} runs each, {given.threads} threads"
    return (
        "# Results\n\nWritten by `Benchmarks/run`; README.md beside it says what is measured and "
        f"how.\n\nMeasured on {started:%Y-%m-%d %H:%M} UTC: {options}, programs in turn, files in "
        f"the page cache. {checks}")


def _facts(facts: dict[str, str]) -> str:
    rows = [f"| {name} | {value} |" for name, value in facts.items()]
    return "\n".join(["| | |", "|---|---|", *rows])


def _summary(sizes: list[SizeResult]) -> str:
    lines = [
        "Medians; in brackets the fastest and the slowest run. A ratio is the peer's median by "
        "Steelyard's.", "",
        "| people | ledger rows | MB | program | wall, s | × | processor, s | peak memory, MiB "
        "| × |",
        "|---:|---:|---:|---|---:|---:|---:|---:|---:|",
    ]
    for size in sizes:
        wall = statistics.median(size.of("steelyard", lambda run: run.wall))
        memory = statistics.median(size.of("steelyard", lambda run: run.peak_mib))
        for command in size.commands:
            lines.append(_summary_row(size, command.name, wall, memory))
    return "\n".join(lines)


def _summary_row(size: SizeResult, program: str, wall: float, memory: float) -> str:
    walls = size.of(program, lambda run: run.wall)
    processor = size.of(program, lambda run: run.user + run.system)
    peaks = size.of(program, lambda run: run.peak_mib)
    cells = [
        f"{size.bank.people:,}", f"{size.bank.rows['business']:,}", f"{size.bank.bytes / 1e6:.1f}",
        program, _spread(walls, 2), f"{statistics.median(walls) / wall:.2f}",
        _spread(processor, 2), _spread(peaks, 0), f"{statistics.median(peaks) / memory:.2f}",
    ]
    return f"| {' | '.join(cells)} |"


def _spread(values: list[float], digits: int) -> str:
    median, low, high = (
        f"{value:.{digits}f}" for value in (statistics.median(values), min(values), max(values)))
    return f"{median} ({low}–{high})"


def _loads(sizes: list[SizeResult]) -> str:
    """Whether the machine was quiet: the programs themselves load it with about their threads."""
    loads = [run.load for size in sizes for run in size.runs]
    return (
        f"The machine's load average before the runs was {statistics.median(loads):.1f} "
        f"(at most {max(loads):.1f}) on {os.cpu_count()} cores; well above the number of cores, "
        "others were at work and the times are not to be relied on.")


def _answers(sizes: list[SizeResult]) -> str:
    lines = [
        "Compared with Steelyard's before anything was timed: the same keys and texts in the same "
        "order, scores within 1e-9 relative, ranks that follow from each program's own totals. "
        "Where rounded sums put a total on another side of a rounding edge, ranks may differ.", "",
        "| people | program | largest relative difference of a score | totals across an edge "
        "| branch ranks that differ | overall ranks that differ |",
        "|---:|---|---:|---:|---:|---:|",
    ]
    for size in sizes:
        for program, found in size.comparisons.items():
            ranks = found["different_ranks"]
            lines.append(
                f"| {size.bank.people:,} | {program} "
                f"| {found['largest_relative_difference']:.1e} "
                f"| {found['totals_on_another_side_of_a_rounding_edge']} "
                f"| {ranks['branch_rank']} | {ranks['overall_rank']} |")
    return "\n".join(lines)


def _commands(sizes: list[SizeResult]) -> str:
    """The commands of the last size, relative to the project."""
    lines = [
        shlex.join(word.replace(f"{tools.PROJECT}/", "") for word in command.words)
        for command in sizes[-1].commands
    ]
    return "```sh\n" + "\n".join(lines) + "\n```"


def _kernels(kernels: measure.Kernels | None) -> list[str]:
    if kernels is None:
        return []
    return [
        "## Parts by themselves", kernels.steelyard.strip(),
        "## Re-weighting and ranking in numpy", kernels.numpy.strip()]


def _write_runs(file: Path, sizes: list[SizeResult]) -> None:
    fields = [field.name for field in dataclasses.fields(measure.Run)]
    with open(file, "w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["people"] + fields)
        for size in sizes:
            for run in size.runs:
                writer.writerow([size.bank.people, *dataclasses.astuple(run)])
