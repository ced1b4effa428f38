"""All programs must give the same answers before any of them is timed."""

import json
import subprocess
import sys
from pathlib import Path

from . import tools


def compare(
    programs: tools.Programs, commands: list[tools.Command], results: Path, size: int
) -> dict[str, dict]:
    """How each peer's result differs from Steelyard's; ends the program when it is another."""
    for command in commands:
        command.output.unlink(missing_ok=True)
        finished = subprocess.run(command.words, stdout=subprocess.DEVNULL)
        if finished.returncode != 0:
            sys.exit(f"{command.name} failed at {size} people: exit code {finished.returncode}")
    return {
        command.name: _compared(programs, results / "steelyard.csv", command, size)
        for command in commands if command.name != "steelyard"
    }


def _compared(
    programs: tools.Programs, expected: Path, command: tools.Command, size: int
) -> dict:
    finished = subprocess.run(
        [str(programs.python), str(tools.PEERS / "compare.py"), str(expected),
         str(command.output)],
        stdout=subprocess.PIPE, text=True)
    if finished.returncode != 0:
        sys.exit(f"{command.name} gives another answer at {size} people: {finished.stdout}")
    return json.loads(finished.stdout)
