"""What the three data-frame programs have in common: their command line and the policy's numbers.

The numbers are the parameter vector that Steelyard writes into the manifest of a result: every
weight, cap, floor and scale of the policy under its path. Nothing of the policy is written down a
second time here but its formulas.
"""

import argparse
import json
import sys
from dataclasses import dataclass

STAFF_NUMBERS = [
    "deposit_plan", "deposit_actual", "loan_plan", "loan_actual", "fee_plan", "fee_actual",
    "other_plan", "other_actual", "satisfaction", "npl_ratio", "first_pass_rate",
    "file_completeness", "self_review", "superior_review", "peer_review", "subordinate_review",
    "training_completion", "exam_score", "research_results", "tenure_years", "rorac_plan",
]
STAFF_COLUMNS = ["staff_id", "branch", "role"] + STAFF_NUMBERS

LEDGER_NUMBERS = [
    "stock_years", "income", "direct_cost", "management_cost", "fixed_cost", "risk_cost", "tax",
]
LEDGER_COLUMNS = ["staff_id", "line", "vintage"] + LEDGER_NUMBERS

RESULT_COLUMNS = [
    "staff_id", "branch", "role", "financial", "customer", "internal", "learning", "additional",
    "total", "branch_rank", "overall_rank",
]

ROLES = ["corporate", "personal", "wealth"]
VINTAGES = ["stock", "new"]

POINTS = (0.0, 100.0)
RATIO = (0.0, 1.0)
NOT_NEGATIVE = (0.0, None)
# Steelyard's reader always holds the rows against these; the peers do when --checks is given.
STAFF_BOUNDS = {
    "deposit_plan": NOT_NEGATIVE, "loan_plan": NOT_NEGATIVE, "fee_plan": NOT_NEGATIVE,
    "other_plan": NOT_NEGATIVE, "satisfaction": POINTS, "npl_ratio": RATIO,
    "first_pass_rate": RATIO, "file_completeness": RATIO, "self_review": POINTS,
    "superior_review": POINTS, "peer_review": POINTS, "subordinate_review": POINTS,
    "training_completion": NOT_NEGATIVE, "exam_score": POINTS, "research_results": NOT_NEGATIVE,
    "tenure_years": NOT_NEGATIVE,
}
LEDGER_BOUNDS = {"stock_years": NOT_NEGATIVE}
MAY_BE_MISSING = {"subordinate_review"}


@dataclass(frozen=True)
class Parameters:
    """The numbers of the policy by their paths."""

    values: dict[str, float]

    def __getitem__(self, path: str) -> float:
        return float(self.values[path])

    def parameter(self, name: str) -> float:
        return self[f"parameters.{name}"]

    def weight(self, dimension: str) -> float:
        return self[f"scorecard.weights.{dimension}"]

    def measure_weight(self, dimension: str, measure: str) -> float:
        return self[f"scorecard.dimensions.{dimension}.weights.{measure}"]

    def floor(self, dimension: str, measure: str) -> float:
        return self[f"scorecard.dimensions.{dimension}.measures.{measure}.floor"]

    def cap(self, dimension: str, measure: str) -> float:
        return self[f"scorecard.dimensions.{dimension}.measures.{measure}.cap"]

    def curve(self, name: str) -> list[tuple[float, float]]:
        """The points of a curve from left to right."""
        points = []
        while f"curves.{name}.{len(points) + 1}.x" in self.values:
            path = f"curves.{name}.{len(points) + 1}"
            points.append((self[f"{path}.x"], self[f"{path}.y"]))
        return points


@dataclass(frozen=True)
class Job:
    """One run: what to read, what to write, on how many threads, and whether to check the input."""

    staff: str
    business: str
    output: str
    parameters: Parameters
    threads: int
    checks: bool


def job(description: str) -> Job:
    """The job that the command line asks for."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", required=True, help="folder with staff.csv and business.csv")
    parser.add_argument("--output", required=True, help="the CSV to write")
    parser.add_argument("--parameters", required=True, help="JSON: the policy's numbers by path")
    parser.add_argument("--threads", type=int, required=True)
    parser.add_argument("--checks", action="store_true", help="check keys, texts and bounds too")
    given = parser.parse_args()
    with open(given.parameters, encoding="utf-8") as file:
        values = json.load(file)
    return Job(
        f"{given.data}/staff.csv", f"{given.data}/business.csv", given.output,
        Parameters(values), given.threads, given.checks)


def stop_if_faulty(faults: dict[str, int]) -> None:
    """Ends the program with a line for each kind of fault that was found."""
    found = {what: count for what, count in faults.items() if count}
    for what, count in found.items():
        print(f"{what}: {count}", file=sys.stderr)
    if found:
        sys.exit(3)
