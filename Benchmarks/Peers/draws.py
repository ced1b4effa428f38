"""Ranks of many people by many draws of weights in numpy: the peer of Steelyard's expected ranks.

Reads scores and weights from the folder that `DrawRates prepare` writes, and holds the mean, best and worst
rank of everybody against what is there before it says how long it took: the seconds of one draw, by sorting
as most would write it (on some of the draws), and in the fastest way found (on all), in one process and in
as many as `--processes` says.
"""

import argparse
import os
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "2")

import numpy as np  # noqa: E402

DECIMALS = 2
# Totals by a product of matrices are rounded otherwise: so many sums of ranks may lie off by a little.
MOST_OFF = 1e-6


class Job:
    def __init__(self, folder: Path, dimensions: int) -> None:
        self.weights = np.fromfile(folder / "weights.f64").reshape(-1, dimensions)
        self.columns = np.fromfile(folder / "scores.f64").reshape(dimensions, -1)
        self.count = self.columns.shape[1]
        self.sums = np.zeros(self.count, dtype=np.int64)
        self.best = np.full(self.count, np.iinfo(np.int64).max)
        self.worst = np.zeros(self.count, dtype=np.int64)

    def add(self, ranks: np.ndarray) -> None:
        self.sums += ranks
        np.minimum(self.best, ranks, out=self.best)
        np.maximum(self.worst, ranks, out=self.worst)


def by_sorting(job: Job, draws: slice) -> None:
    """Dimension after dimension, then the order of the keys."""
    places = np.arange(job.count)
    for weights in job.weights[draws]:
        total = weights[0] * job.columns[0]
        for weight, column in zip(weights[1:], job.columns[1:]):
            total = total + weight * column
        key = np.floor(total * 10.0**DECIMALS + 0.5).astype(np.int64)
        order = np.argsort(-key)
        sorted_keys = key[order]
        changes = np.empty(job.count, dtype=bool)
        changes[0] = True
        np.not_equal(sorted_keys[1:], sorted_keys[:-1], out=changes[1:])
        ranks = np.empty(job.count, dtype=np.int64)
        ranks[order] = np.maximum.accumulate(changes * places) + 1
        job.add(ranks)


def by_counting(
    job: Job, draws: slice, block: int, kind: type, from_lowest: bool = False
) -> None:
    """Totals of some draws by one product, keys in place, ranks by a table from key to rank, which may
    begin at the lowest key."""
    weights = job.weights[draws]
    totals = np.empty((block, job.count))
    keys = np.empty((block, job.count), dtype=kind)
    ranks = np.empty(job.count, dtype=np.int64)
    for start in range(0, len(weights), block):
        some = weights[start : start + block] * 10.0**DECIMALS
        part, part_keys = totals[: len(some)], keys[: len(some)]
        np.matmul(some, job.columns, out=part)
        np.add(part, 0.5, out=part)
        # All totals are above 0, where cutting off the decimals rounds down.
        np.copyto(part_keys, part, casting="unsafe")
        for key in part_keys:
            if from_lowest:
                np.subtract(key, key.min(), out=key)
            counts = np.bincount(key)
            table = job.count - np.cumsum(counts) + 1
            np.take(table, key, out=ranks)
            job.add(ranks)


WAYS = {
    f"by_counting{'_from_lowest' if lowest else ''}, {block} draws at a time, {kind.__name__}":
        (lambda job, draws, lowest=lowest, block=block, kind=kind:
            by_counting(job, draws, block, kind, from_lowest=lowest))
    for lowest in (False, True)
    for block in (1, 8)
    for kind in (np.int64, np.int32)
}


def check(folder: Path, job: Job) -> None:
    sums = np.fromfile(folder / "sums.f64")
    best, worst = np.fromfile(folder / "best.f64"), np.fromfile(folder / "worst.f64")
    off = np.count_nonzero(np.abs(job.sums - sums) > 0.5)
    if off > MOST_OFF * job.count * len(job.weights) + 2:
        raise SystemExit(f"{off} sums of ranks are not Steelyard's")
    if np.abs(job.sums - sums).max() > 4 or np.abs(job.best - best).max() > 1 or (
            np.abs(job.worst - worst).max() > 1):
        raise SystemExit("ranks are not Steelyard's")


def timed(folder: Path, dimensions: int, way: str, draws: slice) -> tuple[float, Job]:
    job = Job(folder, dimensions)
    start = time.perf_counter()
    WAYS[way](job, draws)
    return time.perf_counter() - start, job


def part(folder: Path, dimensions: int, way: str, first: int, last: int) -> tuple:
    seconds, job = timed(folder, dimensions, way, slice(first, last))
    return seconds, job.sums, job.best, job.worst


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dimensions", type=int, default=5)
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    trial = Job(given.folder, given.dimensions)
    count = len(trial.weights)
    some = slice(0, min(count, 50))
    start = time.perf_counter()
    by_sorting(trial, some)
    sorting = (time.perf_counter() - start) / some.stop
    # The fastest way on some draws is the one that runs on all.
    trials = {way: min(
        timed(given.folder, given.dimensions, way, slice(0, min(count, 100)))[0]
        for _ in range(3)) for way in WAYS}
    best = min(trials, key=trials.get)
    alone, job = timed(given.folder, given.dimensions, best, slice(0, count))
    check(given.folder, job)
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    bounds = [count * index // given.processes for index in range(given.processes + 1)]
    with ProcessPoolExecutor(given.processes, mp_context=get_context("spawn")) as pool:
        jobs = [pool.submit(part, given.folder, given.dimensions, best, *pair)
                for pair in zip(bounds, bounds[1:])]
        results = [job.result() for job in jobs]
    whole = Job(given.folder, given.dimensions)
    for _, sums, low, high in results:
        whole.sums += sums
        np.minimum(whole.best, low, out=whole.best)
        np.maximum(whole.worst, high, out=whole.worst)
    check(given.folder, whole)
    # The processes work at the same time; what starting them takes is not counted.
    together = max(seconds for seconds, *_ in results)
    print(sorting, alone / count, together / count, best, sep="\t")


if __name__ == "__main__":
    main()
