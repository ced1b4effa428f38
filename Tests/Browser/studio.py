#!/usr/bin/env python3
"""Works with the studio in Chromium as a designer would, and holds what it shows against the command line.

    studio.py PROGRAM FOLDER

FOLDER has policy.yaml (the demo's policy with stars and pay), its judgements and the tables in data/. Prints a
line for each flow, "ok NAME" or "not ok NAME: why", and ends with 1 if there is any of the latter. Needs
playwright and Chromium.
"""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
import traceback
from pathlib import Path
from urllib.parse import urlparse

from playwright.sync_api import expect, sync_playwright

DIMENSIONS = "scorecard.weights"
CARD = f'.card[data-path="{DIMENSIONS}"]'
HAND = ("[financial, customer, 2]", "[financial, customer, 4]")


class Studio:
    """A running studio, and the command line beside it."""

    def __init__(self, program: str, folder: Path):
        self.program, self.folder = program, folder
        self.process = subprocess.Popen(
            [program, "studio", "policy.yaml", "--data", "data"], cwd=folder,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.process.stdout.readline().strip()
        self.origin = self.address.split("/?")[0]

    def stop(self):
        self.process.kill()
        self.process.wait()

    def run(self, *words: str) -> str:
        """What a command prints; over the budget or with rows at fault is no failure."""
        done = subprocess.run(
            [self.program, *words], cwd=self.folder, capture_output=True, text=True)
        assert done.returncode in (0, 1), f"steelyard {' '.join(words)}: {done.stderr}"
        return done.stdout

    def json(self, *words: str) -> dict:
        return json.loads(self.run(*words, "--format", "json"))

    def score(self, policy: str) -> bytes:
        self.run("score", policy, "--data", "data", "--output", "result.csv")
        return (self.folder / "result.csv").read_bytes()

    def results(self, policy: str) -> dict[str, dict[str, str]]:
        lines = self.score(policy).decode().splitlines()
        return {row["staff_id"]: row for row in csv.DictReader(lines)}

    def written(self, policy: str, *changes: tuple[str, str]) -> str:
        """A copy of the policy edited by hand, under its own name."""
        text = (self.folder / "policy.yaml").read_text()
        for before, after in changes:
            assert text.count(before) == 1, before
            text = text.replace(before, after)
        (self.folder / policy).write_text(text)
        return policy


class Tab:
    """A page of the studio in a browser of its own, with everything that goes wrong on it."""

    def __init__(self, browser, studio: Studio, **options):
        self.studio = studio
        self.context = browser.new_context(viewport={"width": 1500, "height": 1000}, **options)
        self.faults: list[str] = []
        self.context.on("request", self.watch)
        self.context.on("console", lambda message: self.faults.append(message.text)
                        if message.type in ("error", "warning") else None)
        self.context.on("weberror", lambda error: self.faults.append(str(error.error)))
        self.page = self.context.new_page()
        self.open(studio.address)

    def watch(self, request):
        place = urlparse(request.url)
        if place.scheme not in ("data", "blob") and f"{place.scheme}://{place.netloc}" != self.studio.origin:
            self.faults.append(f"asked {request.url}")

    def open(self, address: str):
        self.page.goto(address)
        self.ready()

    def ready(self):
        self.page.evaluate("async () => { await steelyardStudio.ready; }")

    def state(self, what: str):
        return self.page.evaluate(f"() => steelyardStudio.state.{what}")

    def settled(self):
        """Waits until the newest draft has its board, or its refusal."""
        for _ in range(2000):
            self.page.wait_for_timeout(15)
            if not self.state("isBusy"):
                return
        raise AssertionError("the board does not come")

    @property
    def card(self):
        return self.page.locator(CARD)

    def cell(self, row: str, column: str):
        return self.card.get_by_label(f"{row} against {column}")

    def judge(self, *keys: str):
        """Types into the judgement of Financial against Customer."""
        self.cell("Financial", "Customer").focus()
        for key in keys:
            self.page.keyboard.press(key)
        self.settled()

    def number(self, path: str, words: str):
        row = self.page.locator(f'.number-row[data-path="{path}"]')
        row.evaluate("(row) => { row.closest('details').open = true; }")
        field = row.locator('input[type="text"]')
        field.fill(words)
        field.press("Enter")
        self.settled()
        return row

    def press(self, action: str):
        self.page.locator(f'[data-action="{action}"]').click()
        self.settled()

    def save(self, version: str) -> str:
        """Saves the draft; the name of its file."""
        self.press("save")
        dialog = self.page.locator("dialog[open]")
        dialog.locator("#new-version").fill(version)
        dialog.get_by_role("button", name="Save", exact=True).click()
        expect(dialog.locator(".saved code")).to_be_visible(timeout=30000)
        file = dialog.locator(".saved code").inner_text()
        self.difference = dialog.locator(".difference").inner_text()
        self.page.keyboard.press("Escape")
        return os.path.basename(file)

    def figures(self) -> str:
        return " ".join(self.page.locator(".figures").inner_text().split())

    def close(self):
        self.context.close()


def percent(share: float) -> str:
    """A share as the page writes it."""
    return f"{100 * share:.1f}".rstrip("0").rstrip(".") + " %"


def check(found, wanted, what: str):
    assert found == wanted, f"{what}: the page has {found!r}, the command line {wanted!r}"


def opens(tab: Tab):
    assert "token" not in tab.page.url, tab.page.url
    check(tab.state("changes"), {}, "changes")
    assert "stars and pay" in tab.page.title(), tab.page.title()
    for title in ["Weights", "Ranks", "Cost of pay", "Scores and cuts", "Who gains, who loses"]:
        expect(tab.page.get_by_role("heading", name=title, exact=True)).to_be_visible()
    rejected = tab.page.request.get(tab.studio.origin + "/", headers={"Cookie": ""})
    assert rejected.status == 403, rejected.status


def judgement(tab: Tab):
    """A judgement by the arrow keys and a pay parameter: as the command line has it, to the last bit."""
    tab.judge("ArrowUp", "ArrowUp")
    tab.number("parameters.three_star_pay", "1800元")
    studio, policy = tab.studio, tab.save("2-judgement")
    hand = studio.written("hand.yaml", HAND, ("{value: 1500元", "{value: 1800元"))
    check(studio.score(policy), studio.score(hand), "the scores of the saved version")
    assert "4]" in tab.difference and "1800元" in tab.difference, tab.difference

    analysis = next(one for one in studio.json("check", policy)["judgements"]
                    if one["path"] == DIMENSIONS)["analysis"]
    weighing = tab.state("board.weighings[0]")
    check(weighing["weights"], analysis["weights"], "weights")
    check(weighing["ratio"], analysis["consistencyRatio"], "consistency ratio")
    check(weighing["lambdaMax"], analysis["lambdaMax"], "largest eigenvalue")
    ratio = f"CR {analysis['consistencyRatio']:.3f} < 0.1: consistent"
    check(tab.card.locator(".gauge-words").inner_text(), ratio, "consistency ratio in words")
    check(tab.card.locator("td.own").all_inner_texts(), [percent(one) for one in analysis["weights"]],
          "weights in words")

    compared = studio.json("compare", "policy.yaml", policy, "--data", "data")["comparisons"][0]
    effect, movement = tab.state("board.effect"), compared["rank"]
    check(effect["rankMovers"], movement["up"] + movement["down"], "ranks that change")
    table = compared["grades"][0]["transitions"]
    changes = sum(count for row, counts in enumerate(table) for column, count in enumerate(counts)
                  if row != column)
    check(effect["gradeChanges"], changes, "grades that change")
    payroll = tab.state("board.payroll")
    check([payroll["before"], payroll["after"]],
          [compared["payroll"]["before"], compared["payroll"]["after"]], "pay")
    check([payroll["gaining"], payroll["losing"]],
          [compared["payroll"]["gaining"], compared["payroll"]["losing"]], "people paid otherwise")
    change = compared["payroll"]["after"] - compared["payroll"]["before"]
    assert change != 0 and f"{change:+,.0f} CNY" in tab.figures(), tab.figures()
    assert f"Ranks change {effect['rankMovers']} " in tab.figures(), tab.figures()

    before, after = studio.results("policy.yaml"), studio.results(policy)
    slopes = tab.state("board.slopes")
    assert slopes["people"], slopes
    drawn = tab.page.locator("main").inner_text()
    for person in slopes["people"]:
        key = person["key"]
        check([person.get("before"), person.get("after")],
              [int(rows[key]["branch_rank"]) if rows[key]["branch_rank"] else None
               for rows in (before, after)], f"ranks of {key}")
        assert key in drawn, f"{key} is not drawn"


def suggestion(tab: Tab):
    """The repair that is suggested: tried by one click."""
    worst = tab.state("board.weighings[0].worst")
    ringed = tab.card.locator(".cell.worst")
    expect(ringed).to_have_count(1)
    button = tab.card.locator(".repair button")
    button.click()
    tab.settled()
    weighing = tab.state("board.weighings[0]")
    check(weighing["ratio"], worst["ratioIfSuggested"], "consistency ratio after the repair")
    said = next(one for one in weighing["cells"]
                if (one["row"], one["column"]) == (worst["row"], worst["column"]))["text"]
    check(said, worst["suggestion"], "the judgement after the repair")
    assert f"{weighing['ratio']:.3f}" in tab.card.locator(".gauge-words").inner_text()


def undoing(tab: Tab):
    start = tab.state("board.weighings[0].weights")
    tab.judge("ArrowUp")
    first = tab.state("board.weighings[0].weights")
    tab.judge("End")
    last = tab.state("board.weighings[0].weights")
    assert start != first != last
    tab.press("undo")
    check(tab.state("board.weighings[0].weights"), first, "weights after an undo")
    tab.page.keyboard.press("Control+z")
    tab.settled()
    check(tab.state("board.weighings[0].weights"), start, "weights after two")
    tab.page.keyboard.press("Control+Shift+z")
    tab.settled()
    tab.press("redo")
    check(tab.state("board.weighings[0].weights"), last, "weights after two redos")
    tab.press("reset")
    check([tab.state("changes"), tab.state("board.weighings[0].weights")], [{}, start], "after a reset")
    check(tab.state("board.effect.scoreChanges"), 0, "scores that change after a reset")


def keys(tab: Tab):
    """The matrix by keyboard alone: reached by Tab, moved by arrows, typed into."""
    cell = tab.cell("Financial", "Customer")
    tab.card.get_by_role("checkbox").focus()
    for _ in range(4):
        tab.page.keyboard.press("Tab")
        if cell.evaluate("(cell) => cell === document.activeElement"):
            break
    else:
        raise AssertionError("Tab does not reach the first judgement")
    outline = cell.evaluate("(cell) => getComputedStyle(cell).outlineStyle + getComputedStyle(cell).boxShadow")
    assert outline != "nonenone", "the focus is not seen"
    for key, wanted in [("ArrowUp", "3"), ("ArrowRight", "4"), ("ArrowDown", "3"), ("ArrowLeft", "2"),
                        ("PageUp", "4"), ("Home", "1/9"), ("End", "9")]:
        tab.page.keyboard.press(key)
        check(cell.locator("b").inner_text(), wanted, key)
    for key in "1/3":
        tab.page.keyboard.press(key)
    tab.page.keyboard.press("Enter")
    tab.settled()
    check(tab.state("changes"), {"judgements": {DIMENSIONS: {"financial": {"customer": "1/3"}}}}, "draft")
    assert "3 times as important" in cell.get_attribute("aria-valuetext"), cell.get_attribute("aria-valuetext")
    check(cell.get_attribute("aria-valuenow"), "-2", "aria-valuenow")
    tab.page.keyboard.press("Tab")
    assert not cell.evaluate("(cell) => cell === document.activeElement"), "Tab does not leave"


def dragging(tab: Tab):
    """The matrix by mouse: dragged to the right, and one undo takes the whole drag back."""
    box = tab.cell("Financial", "Customer").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    tab.page.mouse.move(x, y)
    tab.page.mouse.down()
    for step in range(1, 7):
        tab.page.mouse.move(x + 8 * step, y)
    tab.page.mouse.up()
    tab.settled()
    check(tab.state("changes"), {"judgements": {DIMENSIONS: {"financial": {"customer": "5"}}}}, "draft")
    tab.press("undo")
    check(tab.state("changes"), {}, "draft after one undo")


def direct(tab: Tab):
    """Weights set directly, with the nearest judgements; a locked weight stays."""
    tab.card.get_by_label("set weights directly").check()
    tab.settled()
    field = tab.card.get_by_label("Weight of Financial in percent")
    field.fill("40")
    field.press("Enter")
    tab.settled()
    weights = tab.state(f"changes.weights['{DIMENSIONS}']")
    assert weights["financial"] == 0.4 and abs(sum(weights.values()) - 1) < 1e-12, weights
    nearest = tab.state("board.weighings[0].nearest")
    assert nearest and nearest["cells"], nearest
    expect(tab.card.locator(".nearest details")).to_be_visible()
    policy = tab.save("2-direct")
    document = tab.studio.json("check", policy)
    found = {one["name"]: one["weight"] for one in document["dimensions"] if not one["bonus"]}
    check(weights, found, "weights of the saved version")


def languages(tab: Tab):
    tab.judge("ArrowUp")
    weights = tab.card.locator("td.own").all_inner_texts()
    tab.page.locator('[data-language="zh"]').click()
    check(tab.page.locator("html").get_attribute("lang"), "zh", "language")
    text = tab.page.locator("body").inner_text()
    for words in ["判断与权重", "财务", "名次", "另存为新版本"]:
        assert words in text, words
    for words in ["Judgements and weights", "undefined", "NaN", "[object", "Save as"]:
        assert words not in text, words
    check(tab.card.locator("td.own").all_inner_texts(), weights, "weights in Chinese")
    check(tab.state("changes"), {"judgements": {DIMENSIONS: {"financial": {"customer": "3"}}}}, "draft")
    tab.page.reload()
    tab.ready()
    check(tab.page.locator("html").get_attribute("lang"), "zh", "language after a reload")
    tab.page.locator('[data-language="en"]').click()
    assert "Judgements and weights" in tab.page.locator("body").inner_text()


def reloading(tab: Tab):
    tab.judge("ArrowUp", "ArrowUp")
    tab.number("parameters.stock_floor", "0.7")
    draft, weights = tab.state("changes"), tab.state("board.weighings[0].weights")
    figures = tab.figures()
    tab.page.reload()
    tab.ready()
    check(tab.state("changes"), draft, "draft after a reload")
    check([tab.state("board.weighings[0].weights"), tab.figures()], [weights, figures], "board after a reload")
    tab.press("undo")
    check(list(tab.state("changes")), ["judgements"], "draft after an undo")


def refusing(tab: Tab):
    """What makes no policy is refused with a message, and the last good board stays."""
    board = tab.state("board.weighings[0].weights")
    for words in ["abc", "-1", "7", "1e400", "0.5元"]:
        row = tab.number("parameters.stock_floor", words)
        warning = tab.page.locator("#head .state.warning")
        assert warning.is_visible() and len(warning.inner_text()) > 60, f"{words} is not refused"
        # A unit that does not go with the others is a fault of the formula, not of the field.
        assert row.locator(".fault").is_visible() == (words != "0.5元"), f"{words}: the field does not say so"
        check(tab.state("board.weighings[0].weights"), board, "weights")
        expect(tab.page.locator('[data-action="save"]')).to_be_disabled()
    row = tab.number("parameters.stock_floor", "0.7")
    expect(row.locator(".fault")).to_be_hidden()
    # An inconsistent draft is shown, and cannot be saved.
    tab.judge("1", "/", "9")
    assert "too inconsistent" in tab.card.locator(".gauge-words").inner_text()
    expect(tab.page.locator('[data-action="save"]')).to_be_disabled()
    tab.faults = [fault for fault in tab.faults if "422" not in fault]


def person(tab: Tab):
    """A person's explanation by the policy and by the draft, as `score` has them; and the page to print."""
    tab.judge("ArrowUp", "ArrowUp")
    studio = tab.studio
    before = studio.results("policy.yaml")
    after = studio.results(studio.written("person.yaml", HAND))
    key = next(key for key in before
               if before[key]["final"] != after[key]["final"] and before[key]["branch_rank"])
    tab.page.get_by_role("combobox", name="Search a person").fill(key)
    tab.page.get_by_role("option").first.wait_for()
    tab.page.keyboard.press("ArrowDown")
    tab.page.keyboard.press("Enter")
    table = tab.page.locator("dialog[open] table")
    table.wait_for()
    finals = [f"{float(rows[key]['final']):.2f}" for rows in (before, after)]
    row = table.get_by_role("row", name=re.compile("^Final score"))
    check(row.locator("td").all_inner_texts(), finals, f"final score of {key}")
    branch = [f"{int(rows[key]['branch_rank'])} of" for rows in (before, after)]
    text = table.inner_text()
    for words in branch:
        assert words in text, (words, text)
    for which, wanted in [("policy", finals[0]), ("draft", finals[1])]:
        with tab.context.expect_page() as opened:
            tab.page.locator("dialog[open]").get_by_role("button", name=f"by the {which}").click()
        opened.value.wait_for_load_state()
        assert wanted in opened.value.inner_text("body"), f"{which}: {wanted} is not on the page to print"
        assert opened.value.url.endswith("/person")
        opened.value.close()


def branch(tab: Tab):
    """The page of a group to print: its ranking by the draft."""
    tab.judge("ArrowUp", "ArrowUp")
    rows = tab.studio.results(tab.studio.written("branch.yaml", HAND))
    group = tab.state("board.slopes.group")
    with tab.context.expect_page() as opened:
        tab.page.locator("#view").get_by_role("button", name="by the draft").click()
    opened.value.wait_for_load_state()
    text = opened.value.inner_text("body")
    assert group in text, "the group's name is missing"
    for key, row in rows.items():
        if row["branch"] == group and row["branch_rank"]:
            assert key in text and f"{float(row['final']):.2f}" in text, f"{key} is missing"
    opened.value.close()


def apart(tab: Tab):
    """A second browser has a draft of its own, and both are answered."""
    other = Tab(tab.context.browser, tab.studio)
    tab.judge("ArrowUp")
    other.judge("End")
    check(tab.state("changes"), {"judgements": {DIMENSIONS: {"financial": {"customer": "3"}}}}, "draft")
    assert tab.state("board.weighings[0].weights") != other.state("board.weighings[0].weights")
    tab.faults += other.faults
    other.close()


FLOWS = [opens, judgement, suggestion, undoing, keys, dragging, direct, languages, reloading, refusing,
         person, branch, apart]


def main() -> int:
    program, folder = sys.argv[1], Path(sys.argv[2])
    wanted = sys.argv[3:]
    failed = 0
    studio = Studio(os.path.abspath(program), folder)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for flow in FLOWS:
                if wanted and flow.__name__ not in wanted:
                    continue
                tab = None
                try:
                    tab = Tab(browser, studio, locale="en-US")
                    flow(tab)
                    assert not tab.faults, f"went wrong on the page: {tab.faults}"
                    print(f"ok {flow.__name__}", flush=True)
                except Exception as failure:  # The next flow is looked at all the same.
                    failed += 1
                    where = traceback.extract_tb(failure.__traceback__)
                    line = next((one.lineno for one in where if one.name == flow.__name__), 0)
                    reason = " ".join(f"{failure or type(failure).__name__}".split())[:600]
                    print(f"not ok {flow.__name__}: line {line}: {reason}", flush=True)
                finally:
                    if tab:
                        tab.close()
            browser.close()
    finally:
        studio.stop()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
