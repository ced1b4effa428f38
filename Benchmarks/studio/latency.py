#!/usr/bin/env python3
"""How long it takes from a key or a move of the mouse to the picture that shows what it does.

Opens the studio in Chromium over made-up people, changes judgements and a number by real input events, and
measures in the browser: from the event's time stamp to the second animation frame after the board of that
change is drawn, which is when its picture is on the screen. Needs playwright (requirements.txt) and Chromium.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
POLICY = PROJECT / "Datasets/policies/customer-manager"

WATCH = """() => {
  window.seen = [];
  let input = 0;
  for (const kind of ["keydown", "pointermove"]) {
    addEventListener(kind, (event) => { input = event.timeStamp; }, true);
  }
  const inputs = new Map();
  new PerformanceObserver((list) => {
    for (const mark of list.getEntries()) {
      if (mark.name === "steelyard:change") inputs.set(mark.detail.sequence, input);
      if (mark.name === "steelyard:painted") {
        const request = performance.getEntriesByType("resource")
          .filter((one) => one.name.endsWith("/api/draft")).at(-1);
        window.seen.push({ sequence: mark.detail.sequence, input: inputs.get(mark.detail.sequence),
          painted: mark.startTime, server: mark.detail.milliseconds,
          asked: request.startTime, answered: request.responseEnd, bytes: request.decodedBodySize });
      }
    }
  }).observe({ entryTypes: ["mark"] });
  performance.setResourceTimingBufferSize(100000);
}"""


def bank(data: Path, people: int, program: Path) -> Path:
    """The folder of a bank of some people, made where it is not there yet."""
    folder = data / f"people-{people}"
    if not (folder / "policy.yaml").exists():
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copytree(POLICY / "judgements", folder / "judgements", dirs_exist_ok=True)
        subprocess.run(
            [program, "generate", POLICY / "stars.yaml", "--staff", str(people), "--seed", "1",
             "--output", folder / "data"], check=True, stderr=subprocess.DEVNULL)
        shutil.copy(POLICY / "stars.yaml", folder / "policy.yaml")
    return folder


def wait_for(page, sequence: int, seconds: float = 60) -> None:
    """Waits until the board of a change, or of a later one, is painted."""
    for _ in range(int(seconds * 100)):
        if page.evaluate("() => window.seen.length ? window.seen.at(-1).sequence : -1") >= sequence:
            return
        page.wait_for_timeout(10)
    raise SystemExit(f"change {sequence} was not painted within {seconds} s")


def sequence_of(page) -> int:
    return page.evaluate("() => steelyardStudio.state.sequence")


def single(page, changes: int, rest: int) -> None:
    """Changes one after the other by keys, with a rest between them: judgements and a slider in turn."""
    cells = page.locator('.card[data-path="scorecard.weights"] .cell')
    slider = page.locator('.number-row input[type="range"]').first
    slider.scroll_into_view_if_needed()
    for number in range(changes):
        # Up and down again, another cell or the slider each time: no draft is far from the policy.
        place = number // 2 % (cells.count() + 1)
        (slider if place == cells.count() else cells.nth(place)).focus()
        before = sequence_of(page)
        page.keyboard.press("ArrowUp" if number % 2 == 0 else "ArrowDown")
        if sequence_of(page) == before:
            raise SystemExit("a key changed nothing")
        wait_for(page, before + 1)
        page.wait_for_timeout(rest)


def drag(page, changes: int) -> None:
    """A slider dragged to and fro with a move in each frame, until so many boards are painted."""
    slider = page.locator('.number-row input[type="range"]').first
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    middle = box["y"] + box["height"] / 2
    painted = len(page.evaluate("() => window.seen"))
    page.mouse.move(box["x"] + box["width"] / 2, middle)
    page.mouse.down()
    step = 0
    while len(page.evaluate("() => window.seen")) < painted + changes:
        step += 1
        share = 0.3 + 0.4 * abs(step % 80 - 40) / 40
        page.mouse.move(box["x"] + share * box["width"], middle)
        page.wait_for_timeout(16)
    page.mouse.up()
    wait_for(page, sequence_of(page))


def measure(program: Path, folder: Path, arguments) -> dict[str, list[dict]]:
    """What was seen in each way of working with the studio."""
    server = subprocess.Popen(
        [program, "studio", "policy.yaml", "--data", "data"], cwd=folder, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True)
    try:
        address = server.stdout.readline().strip()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1600, "height": 1000})
            page.goto(address)
            page.evaluate("async () => { await steelyardStudio.ready; }")
            page.evaluate(WATCH)
            seen = {}
            for name, work in [
                ("hand at work", lambda: single(page, arguments.changes, 250)),
                ("after a rest", lambda: single(page, arguments.changes // 2, 1000)),
                ("dragged", lambda: drag(page, arguments.changes)),
            ]:
                page.evaluate("() => { window.seen = []; }")
                work()
                seen[name] = [one for one in page.evaluate("() => window.seen") if one["input"]]
            browser.close()
        return seen
    finally:
        server.kill()


def share(values: list[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def line(people: int, name: str, seen: list[dict]) -> str:
    """One row of the table: the distribution, and where the time of the median goes."""
    total = [one["painted"] - one["input"] for one in seen]
    answer = [one["answered"] - one["asked"] for one in seen]
    draw = [one["painted"] - one["answered"] for one in seen]
    server = [sum(one["server"].values()) for one in seen]
    cells = [f"{people:,}", name, str(len(seen))]
    cells += [f"{share(total, part):.0f}" for part in (0.5, 0.9, 1)]
    cells += [f"{share(values, 0.5):.0f}" for values in (server, answer, draw)]
    return "| " + " | ".join(cells) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--steelyard", type=Path, default=PROJECT / ".build/release/steelyard")
    parser.add_argument("--sizes", default="10000,1000000")
    parser.add_argument("--changes", type=int, default=50)
    parser.add_argument("--data", type=Path, default=PROJECT / "Benchmarks/.data/studio")
    parser.add_argument("--results", type=Path, help="write the table to a file too")
    parser.add_argument("--raw", type=Path, help="write every measurement to a JSON file")
    arguments = parser.parse_args()
    program = arguments.steelyard.resolve()
    rows, raw = [], {}
    for people in (int(size) for size in arguments.sizes.split(",")):
        seen = measure(program, bank(arguments.data, people, program), arguments)
        raw[people] = seen
        rows += [line(people, name, found) for name, found in seen.items()]
        print(rows[-len(seen):], file=sys.stderr)
    version = subprocess.run(
        [shutil.which("chromium"), "--version"], capture_output=True, text=True).stdout.strip()
    table = "\n".join([
        f"{os.cpu_count()} processors, {platform.system()} {platform.release().partition('-')[0]}, {version}, "
        "no graphics processor. Milliseconds from the event to the picture; the parts are medians.", "",
        "| people | hand | changes | p50 | p90 | largest | scored in | answered in | drawn in |",
        "|---|---|---|---|---|---|---|---|---|"] + rows)
    print(table)
    if arguments.results:
        arguments.results.write_text(table + "\n")
    if arguments.raw:
        arguments.raw.write_text(json.dumps(raw))


if __name__ == "__main__":
    main()
