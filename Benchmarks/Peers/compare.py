"""Holds the results of two programs against each other, before anybody asks which one is faster.

Keys and texts must be the same in the same order, scores equal within 1e-9 relative, and each
program's ranks right for its own totals. As sums are rounded, a total that lies on a rounding edge
may fall on either side of it: then, and only then, ranks may differ, and they are counted.
Prints one JSON object; exits with 1 when the results are not the same.
"""

import json
import sys

import numpy as np
import polars as pl

TEXTS = ["staff_id", "branch", "role"]
SCORES = ["financial", "customer", "internal", "learning", "additional", "total"]
RANKS = ["branch_rank", "overall_rank"]
TOLERANCE = 1e-9


def read(file: str) -> pl.DataFrame:
    types = {name: pl.String for name in TEXTS} | {name: pl.Float64 for name in SCORES + RANKS}
    header = pl.read_csv(file, n_rows=0).columns
    if header != list(types):
        raise SystemExit(f"{file}: the columns are {header}")
    return pl.read_csv(file, schema=types)


def keys(result: pl.DataFrame) -> np.ndarray:
    return np.floor(result["total"].to_numpy() * 100 + 0.5).astype(np.int64)


def has_right_ranks(result: pl.DataFrame) -> bool:
    """Whether the ranks are the competition ranks of the result's own totals."""
    key = pl.col("key")
    right = result.with_columns(key=pl.Series(keys(result))).select(
        branch_rank=key.rank("min", descending=True).over("branch"),
        overall_rank=key.rank("min", descending=True))
    return all(
        np.array_equal(right[name].to_numpy(), result[name].to_numpy()) for name in RANKS)


def compare(expected: pl.DataFrame, given: pl.DataFrame) -> dict:
    if expected.height != given.height:
        return {"same": False, "reason": f"{given.height} rows instead of {expected.height}"}
    for name in TEXTS:
        if not (expected[name] == given[name]).all():
            return {"same": False, "reason": f"{name} differs, or its order"}
    largest = 0.0
    for result in (expected, given):
        if any(result[name].null_count() for name in SCORES + RANKS):
            return {"same": False, "reason": "there are empty cells"}
    for name in SCORES:
        a, b = expected[name].to_numpy(), given[name].to_numpy()
        scale = np.maximum(np.maximum(np.abs(a), np.abs(b)), 1e-300)
        largest = max(largest, float(np.max(np.abs(a - b) / scale, initial=0.0)))
    edges = int(np.count_nonzero(keys(expected) != keys(given)))
    ranks = {
        name: int(np.count_nonzero(expected[name].to_numpy() != given[name].to_numpy()))
        for name in RANKS
    }
    report = {
        "rows": expected.height, "largest_relative_difference": largest,
        "totals_on_another_side_of_a_rounding_edge": edges,
        "different_ranks": ranks,
        "ranks_follow_from_totals": has_right_ranks(expected) and has_right_ranks(given),
    }
    same = largest <= TOLERANCE and report["ranks_follow_from_totals"]
    if edges == 0:
        same = same and not any(ranks.values())
    return {"same": bool(same)} | report


def main() -> None:
    expected, given = sys.argv[1:]
    report = compare(read(expected), read(given))
    print(json.dumps(report))
    if not report["same"]:
        sys.exit(1)


main()
