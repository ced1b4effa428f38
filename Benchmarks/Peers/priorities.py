"""Priorities with consistency in what people would use otherwise, timed on one core.

`batch JUDGEMENTS SIZE COUNT ANSWERS` solves all matrices by numpy.linalg.eig, after holding its
answers against ANSWERS, and prints seconds on the wall and of the processor for eig alone.
`one JUDGEMENTS SIZE TIMES RATIO` solves the first matrix again and again in AHPy and pyDecision and
prints the processor's seconds of each time.
"""

import importlib.util
import os
import sys
import time
from pathlib import Path

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import numpy  # noqa: E402

# What Steelyard's batches take for it too: Saaty 1980.
RANDOM_INDEX = {
    3: 0.58, 4: 0.90, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45, 10: 1.49, 11: 1.51, 12: 1.54,
    13: 1.56, 14: 1.57, 15: 1.59}


def matrices(file: str, size: int, count: int) -> numpy.ndarray:
    judgements = numpy.fromfile(file).reshape(-1, size * (size - 1) // 2)[:count]
    result = numpy.ones((count, size, size))
    rows, columns = numpy.triu_indices(size, 1)
    result[:, rows, columns] = judgements
    result[:, columns, rows] = 1 / judgements
    return result


def check(name: str, own: numpy.ndarray, theirs: numpy.ndarray) -> None:
    difference = numpy.max(numpy.abs(own - theirs))
    if not difference < 1e-9:
        sys.exit(f"{name} differ by {difference}")


def batch(file: str, size: int, count: int, answers: str) -> None:
    stack = matrices(file, size, count)
    wall, processor = time.perf_counter(), time.process_time()
    values, vectors = numpy.linalg.eig(stack)
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    largest = numpy.argmax(values.real, axis=1)
    every = numpy.arange(count)
    weights = numpy.abs(vectors[every, :, largest].real)
    weights /= weights.sum(axis=1, keepdims=True)
    eigenvalues = values[every, largest].real
    ratios = (eigenvalues - size) / (size - 1) / RANDOM_INDEX[size]
    found = numpy.fromfile(answers)
    check("weights", weights.ravel(), found[:count * size])
    check("eigenvalues", eigenvalues, found[count * size:count * (size + 1)])
    check("ratios", ratios, found[count * (size + 1):])
    print(wall, processor)


def pydecision_ahp():
    """The one function; the whole package would want a machine-learning library and more."""
    package = importlib.util.find_spec("pyDecision").submodule_search_locations[0]
    spec = importlib.util.spec_from_file_location(
        "ahp", Path(package) / "algorithm" / "ahp.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.ahp_method


def one(file: str, size: int, times: int, ratio: float) -> None:
    import ahpy

    matrix = matrices(file, size, 1)[0]
    comparisons = {
        (row, column): matrix[row, column] for row in range(size) for column in range(row + 1, size)}
    ahp_method = pydecision_ahp()

    def by_ahpy() -> float:
        return ahpy.Compare("x", comparisons, precision=12, random_index="saaty").consistency_ratio

    def by_pydecision() -> float:
        return ahp_method(matrix, wd="max_eigen")[1]

    for name, method, repetitions in [
            ("AHPy", by_ahpy, max(3, times // 50)), ("pyDecision", by_pydecision, times)]:
        check(f"{name}'s ratios", numpy.array([method()]), numpy.array([ratio]))
        start = time.process_time()
        for _ in range(repetitions):
            method()
        print(name, (time.process_time() - start) / repetitions)


def main() -> None:
    job, file, size, count, last = sys.argv[1:]
    if job == "batch":
        batch(file, int(size), int(count), last)
    else:
        one(file, int(size), int(count), float(last))


main()
