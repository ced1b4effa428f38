"""A copy of the project in which every chosen mutant stands under its switch."""

import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

from Harness.mutants import OPERATORS, Mutant

SWITCH = """import Glibc

private let active = getenv("STEELYARD_MUTANT").map { Int(atoi($0)) } ?? 0

@inline(__always) func isMutant(_ number: Int) -> Bool { active == number }
"""


def copy(project: Path, folder: Path) -> None:
    """Copies what git knows of, as it stands now; what is the same already stays, so that it need
    not be built again."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=project,
        check=True, capture_output=True).stdout.decode().split("\0")
    names = {name for name in listed if name and (project / name).is_file()}
    for old in (path for path in folder.rglob("*") if path.is_file()):
        name = old.relative_to(folder).as_posix()
        if not name.startswith(".build/") and name not in names and old.name != "Mutants.swift":
            old.unlink()
    for name in names:
        if not name.endswith(".swift") or not name.startswith("Sources/"):
            place(project / name, folder / name)


def place(source: Path, copy: Path) -> None:
    write(copy, source.read_bytes())
    shutil.copymode(source, copy)


def write(path: Path, content: bytes) -> None:
    if path.exists() and path.read_bytes() == content:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def switch(project: Path, folder: Path, mutants: dict[int, Mutant]) -> None:
    """Writes all sources, with the mutants in them."""
    in_file, in_target = defaultdict(list), defaultdict(list)
    for number, mutant in mutants.items():
        in_file[mutant.path].append((number, mutant))
        in_target[mutant.target].append((number, mutant))
    sources = project / "Sources"
    for path in sources.rglob("*"):
        if not path.is_file():
            continue
        name = path.relative_to(sources)
        content = path.read_bytes()
        if name in in_file:
            lines = content.decode().split("\n")
            for number, mutant in sorted(in_file[name], key=lambda pair: -pair[1].start):
                lines[mutant.line - 1] = mutant.switched(number, lines[mutant.line - 1])
            content = "\n".join(lines).encode()
        write(folder / "Sources" / name, content)
    for target in {path.name for path in sources.iterdir() if path.is_dir()}:
        file = folder / "Sources" / target / "Mutants.swift"
        operators = [
            OPERATORS[mutant.old].declaration(number) for number, mutant in in_target[target]
            if mutant.kind == "operator"]
        if in_target[target]:
            write(file, "\n".join([SWITCH, *operators, ""]).encode())
        else:
            file.unlink(missing_ok=True)
