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
from .bank import LARGE


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
        [_head(started, given), _facts(facts), "## Whole job", _summary(sizes),
         "### Against the best peer", _best_peers(sizes), _loads(sizes),
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
    options = f"{given.repeat} runs each"
    if any(size >= LARGE for size in given.sizes):
        options += f" ({given.repeat_large} at {LARGE:,} people and more)"
    options += f", {given.threads} threads"
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


def _best_peers(sizes: list[SizeResult]) -> str:
    """For each size and quantity the peer that comes closest, which need not be the same one."""
    lines = [
        "The lowest median of all peers by Steelyard's, and whose it is.", "",
        "| people | wall | processor | peak memory |", "|---:|---:|---:|---:|"]
    values = [lambda run: run.wall, lambda run: run.user + run.system, lambda run: run.peak_mib]
    for size in sizes:
        cells = [_best_peer(size, value) for value in values]
        lines.append(f"| {size.bank.people:,} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _best_peer(size: SizeResult, value: Callable[[measure.Run], float]) -> str:
    medians = {
        command.name: statistics.median(size.of(command.name, value)) for command in size.commands}
    own = medians.pop("steelyard")
    if not medians:
        return ""
    best = min(medians, key=medians.get)
    return f"{medians[best] / own:.2f} × ({best})"


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
    """The commands of the last size, relative to the project; DATA stands for the data folder."""
    data = f"{sizes[-1].bank.folder.parent}/"
    lines = [
        shlex.join(
            word.replace(data, "DATA/").replace(f"{tools.PROJECT}/", "") for word in command.words)
        for command in sizes[-1].commands
    ]
    return (
        "DATA is the folder that `--data` names.\n\n```sh\n" + "\n".join(lines) + "\n```")


def _kernels(kernels: measure.Kernels | None) -> list[str]:
    if kernels is None:
        return []
    return [
        "## Parts by themselves", kernels.steelyard.strip(),
        "## Re-weighting against numpy", _reweighting(kernels),
        "## Re-weighting and ranking in numpy", kernels.numpy.strip()]


def _reweighting(kernels: measure.Kernels) -> str:
    lines = [
        "A population in memory is given other dimension weights. Both programs come to the same "
        "totals, to the bit, and to the same ranks. Medians; a ratio is numpy's by Steelyard's. "
        "\"Plain\" is numpy as most would write it, with ranks by argsort and lexsort; \"fastest\" "
        "takes for each step the fastest of the ways below. Only its products are on several "
        "threads, whatever their number here.", "",
        "| step | threads | Steelyard | numpy, plain | × | numpy, fastest | × |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for step, threads, seconds, forms in kernels.reweighting:
        cells = [step, str(threads), f"{1000 * seconds:.1f} ms"]
        for form in ("plain", "fastest"):
            cells += [f"{1000 * forms[form]:.1f} ms", f"{forms[form] / seconds:.1f}"]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _write_runs(file: Path, sizes: list[SizeResult]) -> None:
    fields = [field.name for field in dataclasses.fields(measure.Run)]
    with open(file, "w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["people"] + fields)
        for size in sizes:
            for run in size.runs:
                writer.writerow([size.bank.people, *dataclasses.astuple(run)])
