"""Re-weights and re-ranks a population in memory with numpy: the peer of Steelyard's re-weighting.

Reads the dimension scores, the group of each person and the new weights from the folder that
`Throughput --exchange` writes. The plainest way to each step must come to Steelyard's totals and
ranks, which are there too, to the bit; each other way is checked against the plainest before it is
timed. Prints Markdown rows, and writes the times that Steelyard's are compared with to `numpy.csv`
beside the input.
"""

import argparse
import csv
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

DECIMALS = 2


class Population:
    """What stays the same when weights change; all of it is prepared once and not timed."""

    def __init__(self, folder: Path) -> None:
        self.weights = np.fromfile(folder / "weights.f64", dtype="<f8")
        scores = np.fromfile(folder / "scores.f64", dtype="<f8")
        self.columns = scores.reshape(len(self.weights), -1)
        self.rows = np.ascontiguousarray(self.columns.T)
        self.groups = np.fromfile(folder / "groups.i32", dtype="<i4").astype(np.int64)
        self.count = len(self.groups)
        self.group_count = int(self.groups.max()) + 1
        self.places = np.arange(self.count, dtype=np.int64)
        # Sorted by group, a group lies at the same places whatever the weights are.
        sizes = np.bincount(self.groups, minlength=self.group_count)
        starts = np.cumsum(sizes) - sizes
        self.group_start = np.repeat(starts, sizes)
        self.buffer = np.empty(self.count)
        self.total = np.empty(self.count)


# Weighted sums: people x dimensions to one number for each.


def plain_sum(p: Population) -> np.ndarray:
    """Dimension after dimension, in the order that defines the result."""
    total = p.weights[0] * p.columns[0]
    for weight, column in zip(p.weights[1:], p.columns[1:]):
        total = total + weight * column
    return total


def sum_in_place(p: Population) -> np.ndarray:
    """The same without new arrays."""
    np.multiply(p.columns[0], p.weights[0], out=p.total)
    for weight, column in zip(p.weights[1:], p.columns[1:]):
        np.multiply(column, weight, out=p.buffer)
        np.add(p.total, p.buffer, out=p.total)
    return p.total


def sum_in_blocks(p: Population, block: int = 8192) -> np.ndarray:
    """The same in pieces that stay in the processor's cache."""
    for start in range(0, p.count, block):
        part = slice(start, min(start + block, p.count))
        total, buffer = p.total[part], p.buffer[part]
        np.multiply(p.columns[0, part], p.weights[0], out=total)
        for weight, column in zip(p.weights[1:], p.columns[1:]):
            np.multiply(column[part], weight, out=buffer)
            np.add(total, buffer, out=total)
    return p.total


def product_of_columns(p: Population) -> np.ndarray:
    """BLAS over columns, on as many threads as it likes."""
    return np.dot(p.weights, p.columns, out=p.total)


def product_of_rows(p: Population) -> np.ndarray:
    """BLAS over rows."""
    return np.dot(p.rows, p.weights, out=p.total)


# Integer keys.


def key_of(p: Population, total: np.ndarray) -> np.ndarray:
    np.multiply(total, 10.0**DECIMALS, out=p.buffer)
    np.add(p.buffer, 0.5, out=p.buffer)
    np.floor(p.buffer, out=p.buffer)
    return p.buffer.astype(np.int64)


# Competition ranks over all.


def overall_by_argsort(p: Population, key: np.ndarray) -> np.ndarray:
    order = np.argsort(-key)
    return ranks_of_order(p, order, new_value(key[order]), 0)


def overall_by_searching(p: Population, key: np.ndarray) -> np.ndarray:
    """One more than the number of larger keys."""
    return p.count - np.searchsorted(np.sort(key), key, side="right") + 1


def overall_by_counting(p: Population, key: np.ndarray) -> np.ndarray:
    """A table from key to rank, as keys are small numbers."""
    low = key.min()
    shifted = key - low
    counts = np.bincount(shifted)
    ranks = p.count - np.cumsum(counts) + 1
    return ranks[shifted]


# Competition ranks within groups.


def within_by_lexsort(p: Population, key: np.ndarray) -> np.ndarray:
    order = np.lexsort((-key, p.groups))
    changes = new_value(p.groups[order]) | new_value(key[order])
    return ranks_of_order(p, order, changes, p.group_start)


def within_by_argsort(p: Population, key: np.ndarray) -> np.ndarray:
    """Group and key in one number, whose order is sorted."""
    combined = packed(p, key)
    order = np.argsort(combined)
    return ranks_of_order(p, order, new_value(combined[order]), p.group_start)


def within_by_sort(p: Population, key: np.ndarray) -> np.ndarray:
    """Group, key and place in one number, so that numbers are sorted and not their order."""
    return ranks_by_sort(p, key, "quicksort")


def within_by_stable_sort(p: Population, key: np.ndarray) -> np.ndarray:
    """The same by a merge sort, which gains where people stand by their groups already."""
    return ranks_by_sort(p, key, "stable")


def ranks_by_sort(p: Population, key: np.ndarray, kind: str) -> np.ndarray:
    combined = packed(p, key)
    place_bits = int(p.count - 1).bit_length()
    if place_bits + int(combined.max()).bit_length() > 63:
        return within_by_argsort(p, key)
    np.left_shift(combined, place_bits, out=combined)
    np.bitwise_or(combined, p.places, out=combined)
    combined.sort(kind=kind)
    order = combined & ((1 << place_bits) - 1)
    np.right_shift(combined, place_bits, out=combined)
    return ranks_of_order(p, order, new_value(combined), p.group_start)


def packed(p: Population, key: np.ndarray) -> np.ndarray:
    """The group above, the distance from the largest key below."""
    distance = key.max() - key
    bits = max(1, int(distance.max()).bit_length())
    combined = p.groups << bits
    return np.bitwise_or(combined, distance, out=combined)


def new_value(values: np.ndarray) -> np.ndarray:
    """Where a value is not the one before it."""
    changes = np.empty(len(values), dtype=bool)
    changes[0] = True
    np.not_equal(values[1:], values[:-1], out=changes[1:])
    return changes


def ranks_of_order(
    p: Population, order: np.ndarray, changes: np.ndarray, group_start: np.ndarray | int
) -> np.ndarray:
    """Ranks where each run of equals begins at `changes`."""
    rank = np.multiply(changes, p.places)
    np.maximum.accumulate(rank, out=rank)
    rank -= group_start
    rank += 1
    ranks = np.empty(p.count, dtype=np.int64)
    ranks[order] = rank
    return ranks


SUMS = [plain_sum, sum_in_place, sum_in_blocks, product_of_columns, product_of_rows]
OVERALL = [overall_by_argsort, overall_by_searching, overall_by_counting]
WITHIN = [within_by_lexsort, within_by_argsort, within_by_sort, within_by_stable_sort]


def timed(repetitions: int, work: Callable[[], object]) -> list[float]:
    """Seconds of each repetition, after one that does not count."""
    work()
    seconds = []
    for _ in range(repetitions):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return seconds


def report(what: str, seconds: list[float], rate: str) -> None:
    times = " | ".join(
        f"{1000 * value:.1f} ms"
        for value in (statistics.median(seconds), min(seconds), max(seconds)))
    print(f"| {what} | {times} | {rate} |")


def measured(
    title: str, ways: list, repetitions: int, right: np.ndarray, tolerance: float,
    call: Callable, rate: Callable[[float], str]
) -> Callable:
    """Checks and times each way to a step; the fastest of them."""
    medians = {}
    for way in ways:
        if not np.allclose(call(way), right, rtol=tolerance, atol=0):
            raise SystemExit(f"{way.__name__} gives another answer")
        seconds = timed(repetitions, lambda: call(way))
        medians[way] = statistics.median(seconds)
        report(f"{title}: {way.__name__.replace('_', ' ')}", seconds, rate(medians[way]))
    return min(medians, key=medians.get)


def hold_against_steelyard(
    folder: Path, total: np.ndarray, overall: np.ndarray, within: np.ndarray
) -> None:
    """Ends the program unless both have the same totals, to the bit, and the same ranks."""
    answers = {
        "totals.f64": total.astype("<f8").view("<i8"),
        "overall.i32": overall.astype("<i4"),
        "within.i32": within.astype("<i4"),
    }
    for name, answer in answers.items():
        if not np.array_equal(answer, np.fromfile(folder / name, dtype=answer.dtype)):
            raise SystemExit(f"{name}: Steelyard gives another answer")


def write_times(file: Path, times: list[tuple[str, str, list[float]]]) -> None:
    with open(file, "w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(["step", "form", "median", "fastest", "slowest"])
        for step, form, seconds in times:
            writer.writerow(
                [step, form, statistics.median(seconds), min(seconds), max(seconds)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--exchange", required=True, type=Path)
    parser.add_argument("--repeat", type=int, default=5)
    given = parser.parse_args()
    p = Population(given.exchange)
    total = plain_sum(p)
    key = key_of(p, total)
    overall, within = overall_by_argsort(p, key), within_by_lexsort(p, key)
    hold_against_steelyard(given.exchange, total, overall, within)

    def bandwidth(seconds: float) -> str:
        return f"{8 * p.count * (len(p.weights) + 1) / seconds / 1e6:.0f} MB/s"

    def people(seconds: float) -> str:
        return f"{p.count / seconds / 1e6:.1f} M people/s"

    print(f"{p.count} people in {p.group_count} groups; Steelyard's answers to the bit.\n")
    print("| step | median | fastest | slowest | rate |\n|---|---:|---:|---:|---|")
    best_sum = measured(
        "weighted sum", SUMS, given.repeat, total, 1e-12, lambda way: way(p), bandwidth)
    report("integer key", timed(given.repeat, lambda: key_of(p, total)), "")
    best_overall = measured(
        "overall rank", OVERALL, given.repeat, overall, 0, lambda way: way(p, key), people)
    best_within = measured(
        "rank in group", WITHIN, given.repeat, within, 0, lambda way: way(p, key), people)

    def everything(sum_way: Callable, overall_way: Callable, within_way: Callable) -> None:
        key = key_of(p, sum_way(p))
        overall_way(p, key)
        within_way(p, key)

    wholes = {
        "plain": (plain_sum, overall_by_argsort, within_by_lexsort),
        "fastest": (best_sum, best_overall, best_within),
    }
    titles = {
        "plain": "**all of it, ranks by sorting**",
        "fastest": "**all of it, each step the fastest way**",
    }
    times = []
    for form, ways in wholes.items():
        times.append(("weighted sum", form, timed(given.repeat, lambda: ways[0](p))))
        seconds = timed(given.repeat, lambda: everything(*ways))
        report(titles[form], seconds, people(statistics.median(seconds)))
        times.append(("re-weight and rank", form, seconds))
    write_times(given.exchange / "numpy.csv", times)


main()
