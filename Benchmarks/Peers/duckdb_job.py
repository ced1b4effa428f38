"""Scores a bank with DuckDB: the same job as `steelyard score`, as one SQL statement."""

import duckdb

import parameters

JOB = parameters.job(__doc__)
P = JOB.parameters


def number(value: float) -> str:
    """A double literal that reads back the same."""
    return f"{value!r}::DOUBLE"


def path(file: str) -> str:
    return "'" + file.replace("'", "''") + "'"


def attained(actual: str, plan: str) -> str:
    """Points for what was done against what was planned."""
    return f"""CASE WHEN {plan} > 0 THEN 100 * {actual} / {plan}
        WHEN {actual} < 0 THEN 0.0::DOUBLE ELSE {number(P.parameter("score_without_plan"))} END"""


def rorac_points() -> str:
    return f"""CASE WHEN rorac_plan > 0 THEN 100 * rorac / rorac_plan
        WHEN rorac_plan < 0 THEN 100 * (2 - rorac / rorac_plan)
        WHEN rorac < 0 THEN 0.0::DOUBLE ELSE {number(P.parameter("score_without_plan"))} END"""


def on_curve(name: str, x: str) -> str:
    """Straight lines between the points, the end values outside."""
    points = P.curve(name)
    cases = [f"WHEN {x} <= {number(points[0][0])} THEN {number(points[0][1])}"]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        line = f"{number(y0)} + {number(y1 - y0)} * ({x} - {number(x0)}) / {number(x1 - x0)}"
        cases.append(f"WHEN {x} < {number(x1)} THEN {line}")
    return f"CASE {' '.join(cases)} ELSE {number(points[-1][1])} END"


def clipped(score: str, dimension: str, measure: str) -> str:
    floor, cap = P.floor(dimension, measure), P.cap(dimension, measure)
    return f"least(greatest({score}, {number(floor)}), {number(cap)})"


def weighted(dimension: str, scores: dict[str, str]) -> str:
    """The weighted sum of scores that are all there."""
    return " + ".join(
        f"{number(P.measure_weight(dimension, name))} * ({score})"
        for name, score in scores.items())


def rorac() -> str:
    """The risk-adjusted profit of one ledger row."""
    floor, decay = number(P.parameter("stock_floor")), number(P.parameter("stock_decay"))
    return f"""CASE WHEN vintage = 'stock' THEN greatest({floor}, 1 - {decay} * stock_years)
        ELSE 1.0::DOUBLE END
        * (income - (direct_cost + management_cost + fixed_cost + risk_cost) - tax)"""


def internal() -> str:
    reviewed = {
        "npl": on_curve("npl_points", "npl_ratio"),
        "first_pass": "100 * first_pass_rate",
        "completeness": "100 * file_completeness",
        "self": "self_review",
        "superior": "superior_review",
        "peer": "peer_review",
    }
    others = sum(P.measure_weight("internal", name) for name in reviewed)
    last = P.measure_weight("internal", "subordinate")
    # Who leads nobody has no review from below: the other weights are rescaled.
    return f"""({weighted("internal", reviewed)}
        + {number(last)} * coalesce(subordinate_review, 0.0::DOUBLE))
        / CASE WHEN subordinate_review IS NULL THEN {number(others)}
            ELSE {number(others + last)} END"""


def dimensions() -> dict[str, str]:
    customer = {
        name: clipped(attained(f"{name}_actual", f"{name}_plan"), "customer", name)
        for name in ["deposit", "loan", "fee", "other"]
    }
    customer["satisfaction"] = "satisfaction"
    base, each = number(P.parameter("research_base")), number(P.parameter("research_each"))
    learning = {
        "hours": f"least(100 * training_completion, {number(P.cap('learning', 'hours'))})",
        "exam": "exam_score",
        "research": f"least(100.0::DOUBLE, {base} + {each} * research_results)",
    }
    rate, cap = number(P.parameter("tenure_rate")), number(P.parameter("tenure_cap"))
    profit = {"rorac_attainment": clipped(rorac_points(), "financial", "rorac_attainment")}
    return {
        "financial": weighted("financial", profit),
        "customer": weighted("customer", customer),
        "internal": internal(),
        "learning": weighted("learning", learning),
        "additional": weighted("additional", {"tenure": f"least({cap}, {rate} * tenure_years)"}),
    }


def table(file: str, columns: list[str], numbers: list[str]) -> str:
    """Reads a file with its columns declared, so that nothing is guessed."""
    types = ", ".join(f"{c}: '{'DOUBLE' if c in numbers else 'VARCHAR'}'" for c in columns)
    return f"read_csv({path(file)}, header = true, auto_detect = false, columns = {{{types}}})"


def is_faulty(columns: list[str], texts: dict[str, list[str]], bounds: dict) -> str:
    """Whether a row has a cell that is missing, out of bounds or not among its values."""
    required = [name for name in columns if name not in parameters.MAY_BE_MISSING]
    tests = [f"{name} IS NULL" for name in required]
    tests += [
        f"{name} NOT IN ({', '.join(repr(value) for value in values)})"
        for name, values in texts.items()]
    tests += [f"{name} < {number(low)}" for name, (low, _) in bounds.items()]
    tests += [
        f"{name} > {number(high)}" for name, (_, high) in bounds.items() if high is not None]
    return f"coalesce({' OR '.join(tests)}, false)"


def check(connection: duckdb.DuckDBPyConnection) -> None:
    """Ends the program when something is wrong with the tables `people` and `profits`."""
    queries = {
        "staff rows with a faulty cell": "SELECT count(*) FROM people WHERE faulty",
        "staff numbers given twice": "SELECT count(*) - count(DISTINCT staff_id) FROM people",
        "ledger rows with a faulty cell": "SELECT sum(faulty) FROM profits",
        "ledger rows given twice": "SELECT sum(copies) FROM profits",
        "people in the ledger whom nobody knows":
            "SELECT count(*) FROM profits ANTI JOIN people USING (staff_id)",
    }
    parameters.stop_if_faulty({
        what: connection.execute(query).fetchone()[0] for what, query in queries.items()})


def profits(ledger: str) -> str:
    """The profit of each person; with checks also how many of their rows are faulty or repeated."""
    if not JOB.checks:
        return f"SELECT staff_id, sum({rorac()}) AS rorac FROM {ledger} GROUP BY staff_id"
    fault = is_faulty(
        parameters.LEDGER_COLUMNS, {"vintage": parameters.VINTAGES}, parameters.LEDGER_BOUNDS)
    return f"""SELECT staff_id, sum(rorac) AS rorac, sum(copies - 1) AS copies,
            sum(faulty) AS faulty
        FROM (
            SELECT staff_id, line, vintage, sum({rorac()}) AS rorac, count(*) AS copies,
                count(*) FILTER ({fault}) AS faulty
            FROM {ledger} GROUP BY ALL)
        GROUP BY staff_id"""


def people(staff: str) -> str:
    """The staff with their place in the file; with checks also whether a cell is faulty."""
    if not JOB.checks:
        return f"SELECT *, row_number() OVER () AS place FROM {staff}"
    fault = is_faulty(
        parameters.STAFF_COLUMNS, {"role": parameters.ROLES}, parameters.STAFF_BOUNDS)
    return f"SELECT *, row_number() OVER () AS place, {fault} AS faulty FROM {staff}"


def results(people: str, profits: str) -> str:
    """Everybody's scores and ranks in the order of the file.

    Ranks are worked out on narrow rows and brought back to the wide ones, which costs less memory
    than to carry all columns through two windows. A join keeps no order, hence the one at the end.
    """
    scores = dimensions()
    named = ", ".join(f"{expression} AS {name}" for name, expression in scores.items())
    total = " + ".join(f"{number(P.weight(name))} * {name}" for name in scores)
    return f"""WITH
        joined AS (
            SELECT people.*, coalesce(rorac, 0.0::DOUBLE) AS rorac
            FROM ({people}) AS people LEFT JOIN ({profits}) USING (staff_id)),
        dimensions AS (SELECT place, staff_id, branch, role, {named} FROM joined),
        scored AS MATERIALIZED (SELECT *, {total} AS total FROM dimensions),
        keyed AS (SELECT place, branch, floor(total * 100 + 0.5)::BIGINT AS key FROM scored),
        ranks AS (
            SELECT place, rank() OVER (PARTITION BY branch ORDER BY key DESC) AS branch_rank,
                rank() OVER (ORDER BY key DESC) AS overall_rank
            FROM keyed)
        SELECT {", ".join(parameters.RESULT_COLUMNS)}
        FROM scored JOIN ranks USING (place) ORDER BY place"""


def main() -> None:
    connection = duckdb.connect()
    connection.execute(f"SET threads = {JOB.threads}")
    staff = people(table(JOB.staff, parameters.STAFF_COLUMNS, parameters.STAFF_NUMBERS))
    ledger = profits(table(JOB.business, parameters.LEDGER_COLUMNS, parameters.LEDGER_NUMBERS))
    if JOB.checks:
        connection.execute(f"CREATE TEMP TABLE people AS {staff}")
        connection.execute(f"CREATE TEMP TABLE profits AS {ledger}")
        check(connection)
        staff, ledger = "FROM people", "FROM profits"
    connection.execute(f"COPY ({results(staff, ledger)}) TO {path(JOB.output)} (HEADER)")


main()
