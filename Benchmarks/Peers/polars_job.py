"""Scores a bank with Polars: the same job as `steelyard score`, as one lazy query."""

import os

import parameters

JOB = parameters.job(__doc__)
# Polars makes its threads when it is imported.
os.environ["POLARS_MAX_THREADS"] = str(JOB.threads)

import polars as pl  # noqa: E402

P = JOB.parameters


def attained(actual: str, plan: str) -> pl.Expr:
    """Points for what was done against what was planned."""
    without_plan = pl.when(pl.col(actual) < 0).then(0.0).otherwise(
        P.parameter("score_without_plan"))
    return (
        pl.when(pl.col(plan) > 0).then(100 * pl.col(actual) / pl.col(plan))
        .otherwise(without_plan))


def rorac_points() -> pl.Expr:
    rorac, plan = pl.col("rorac"), pl.col("rorac_plan")
    without_plan = pl.when(rorac < 0).then(0.0).otherwise(P.parameter("score_without_plan"))
    return (
        pl.when(plan > 0).then(100 * rorac / plan)
        .when(plan < 0).then(100 * (2 - rorac / plan))
        .otherwise(without_plan))


def on_curve(name: str, x: pl.Expr) -> pl.Expr:
    """Straight lines between the points, the end values outside."""
    points = P.curve(name)
    result = pl.when(x <= points[0][0]).then(points[0][1])
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        result = result.when(x < x1).then(y0 + (y1 - y0) * (x - x0) / (x1 - x0))
    return result.otherwise(points[-1][1])


def clipped(score: pl.Expr, dimension: str, measure: str) -> pl.Expr:
    return score.clip(P.floor(dimension, measure), P.cap(dimension, measure))


def weighted(dimension: str, scores: dict[str, pl.Expr]) -> pl.Expr:
    """The weighted sum of scores that are all there."""
    terms = [P.measure_weight(dimension, name) * score for name, score in scores.items()]
    result = terms[0]
    for term in terms[1:]:
        result = result + term
    return result


def rorac() -> pl.Expr:
    """The risk-adjusted profit of one ledger row."""
    retained = (
        pl.when(pl.col("vintage") == "stock")
        .then((1 - P.parameter("stock_decay") * pl.col("stock_years")).clip(
            lower_bound=P.parameter("stock_floor")))
        .otherwise(1.0))
    costs = (
        pl.col("direct_cost") + pl.col("management_cost") + pl.col("fixed_cost")
        + pl.col("risk_cost"))
    return retained * (pl.col("income") - costs - pl.col("tax"))


def internal() -> pl.Expr:
    reviewed = {
        "npl": on_curve("npl_points", pl.col("npl_ratio")),
        "first_pass": 100 * pl.col("first_pass_rate"),
        "completeness": 100 * pl.col("file_completeness"),
        "self": pl.col("self_review"),
        "superior": pl.col("superior_review"),
        "peer": pl.col("peer_review"),
    }
    last = pl.col("subordinate_review")
    weights = [P.measure_weight("internal", name) for name in reviewed]
    last_weight = P.measure_weight("internal", "subordinate")
    # Who leads nobody has no review from below: the other weights are rescaled.
    return (
        (weighted("internal", reviewed) + last_weight * last.fill_null(0.0))
        / pl.when(last.is_null()).then(sum(weights)).otherwise(sum(weights) + last_weight))


def dimensions() -> dict[str, pl.Expr]:
    customer = {
        name: clipped(attained(f"{name}_actual", f"{name}_plan"), "customer", name)
        for name in ["deposit", "loan", "fee", "other"]
    }
    customer["satisfaction"] = pl.col("satisfaction")
    learning = {
        "hours": (100 * pl.col("training_completion")).clip(
            upper_bound=P.cap("learning", "hours")),
        "exam": pl.col("exam_score"),
        "research": (
            P.parameter("research_base") + P.parameter("research_each")
            * pl.col("research_results")).clip(upper_bound=100.0),
    }
    tenure = (P.parameter("tenure_rate") * pl.col("tenure_years")).clip(
        upper_bound=P.parameter("tenure_cap"))
    return {
        "financial": weighted(
            "financial",
            {"rorac_attainment": clipped(rorac_points(), "financial", "rorac_attainment")}),
        "customer": weighted("customer", customer),
        "internal": internal(),
        "learning": weighted("learning", learning),
        "additional": weighted("additional", {"tenure": tenure}),
    }


def scan(file: str, columns: list[str], numbers: list[str]) -> pl.LazyFrame:
    """A file with its columns declared, so that nothing is guessed."""
    types = {name: pl.Float64 if name in numbers else pl.String for name in columns}
    return pl.scan_csv(file, schema=types)


def is_faulty(columns: list[str], texts: dict[str, list[str]], bounds: dict) -> pl.Expr:
    """Whether a row has a cell that is missing, out of bounds or not among its values."""
    required = [name for name in columns if name not in parameters.MAY_BE_MISSING]
    tests = [pl.col(name).is_null() for name in required]
    # A comparison with a missing cell is missing, which counts as false here.
    tests += [~pl.col(name).is_in(values) for name, values in texts.items()]
    tests += [pl.col(name) < low for name, (low, _) in bounds.items()]
    tests += [pl.col(name) > high for name, (_, high) in bounds.items() if high is not None]
    return pl.any_horizontal([test.fill_null(False) for test in tests])


def checked(staff: pl.LazyFrame, ledger: pl.LazyFrame) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    """Staff and profits once nothing is wrong with them; ends the program when something is."""
    staff_fault = is_faulty(
        parameters.STAFF_COLUMNS, {"role": parameters.ROLES}, parameters.STAFF_BOUNDS)
    ledger_fault = is_faulty(
        parameters.LEDGER_COLUMNS, {"vintage": parameters.VINTAGES}, parameters.LEDGER_BOUNDS)
    profits = (
        ledger.group_by("staff_id", "line", "vintage")
        .agg(
            rorac().sum().alias("rorac"), pl.len().alias("copies"),
            ledger_fault.sum().alias("faulty"))
        .group_by("staff_id")
        .agg(pl.col("rorac").sum(), (pl.col("copies") - 1).sum(), pl.col("faulty").sum())
        .collect(engine="streaming"))
    people = staff.with_columns(faulty=staff_fault).collect(engine="streaming")
    unknown = profits.join(people, on="staff_id", how="anti")
    parameters.stop_if_faulty({
        "staff rows with a faulty cell": people["faulty"].sum(),
        "staff numbers given twice": people.height - people["staff_id"].n_unique(),
        "ledger rows with a faulty cell": profits["faulty"].sum(),
        "ledger rows given twice": profits["copies"].sum(),
        "people in the ledger whom nobody knows": unknown.height,
    })
    return people.lazy(), profits.lazy()


def main() -> None:
    staff = scan(JOB.staff, parameters.STAFF_COLUMNS, parameters.STAFF_NUMBERS)
    ledger = scan(JOB.business, parameters.LEDGER_COLUMNS, parameters.LEDGER_NUMBERS)
    if JOB.checks:
        staff, profits = checked(staff, ledger)
    else:
        profits = ledger.group_by("staff_id").agg(rorac().sum().alias("rorac"))
    scores = dimensions()
    total = sum(
        (P.weight(name) * pl.col(name) for name in list(scores)[1:]),
        start=P.weight("financial") * pl.col("financial"))
    key = (pl.col("total") * 100 + 0.5).floor().cast(pl.Int64)
    (
        staff.join(
            profits.select("staff_id", "rorac"), on="staff_id", how="left", maintain_order="left")
        .with_columns(pl.col("rorac").fill_null(0.0))
        .select("staff_id", "branch", "role", **scores)
        .with_columns(total=total)
        .with_columns(
            branch_rank=key.rank("min", descending=True).over("branch"),
            overall_rank=key.rank("min", descending=True))
        .sink_csv(JOB.output, engine="streaming"))


main()
