"""The programs under test: built or installed, and the commands that start them."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent
PROJECT = FOLDER.parent
PEERS = FOLDER / "Peers"
POLICY = PROJECT / "Datasets" / "policies" / "customer-manager" / "policy.yaml"
EXAMPLE = PROJECT / "Datasets" / "branches" / "demo-bank"
REQUIREMENTS = PEERS / "requirements.txt"


@dataclass(frozen=True)
class Command:
    """One program and what it writes."""

    name: str
    words: list[str]
    output: Path


@dataclass(frozen=True)
class Programs:
    """Where the programs are, and the file with the policy's numbers that the peers are given."""

    python: Path
    steelyard: Path
    throughput: Path | None
    parameters: Path

    def commands(
        self, jobs: list[str], data: Path, results: Path, threads: int, checks: bool
    ) -> list[Command]:
        return [self._command(job, data, results / f"{job}.csv", threads, checks) for job in jobs]

    def _command(
        self, job: str, data: Path, output: Path, threads: int, checks: bool
    ) -> Command:
        common = ["--data", str(data), "--output", str(output), "--threads", str(threads)]
        if job == "steelyard":
            words = [str(self.steelyard), "score", str(POLICY), *common, "--quiet"]
        else:
            words = [
                str(self.python), str(PEERS / f"{job}_job.py"), *common,
                "--parameters", str(self.parameters)]
            words += ["--checks"] if checks else []
        return Command(job, words, output)


def prepare(
    scratch: Path, steelyard: Path | None, kernels: bool, say: Callable[[str], None]
) -> Programs:
    """Builds and installs what is missing."""
    python = environment(say)
    if steelyard is None:
        say("building steelyard")
        subprocess.run([str(PROJECT / "Scripts" / "build")], check=True, stdout=sys.stderr)
        steelyard = PROJECT / ".build" / "release" / "steelyard"
    throughput = None
    if kernels:
        say("building the kernels")
        throughput = build("Throughput")
    # A copy, so that a build meanwhile does not change what is measured.
    copy = Path(shutil.copy2(steelyard, scratch / "steelyard"))
    return Programs(python, copy, throughput, _parameters(scratch, copy))


def environment(say: Callable[[str], None]) -> Path:
    """The peers' own Python, with exactly the versions that requirements.txt names."""
    python = FOLDER / ".venv" / "bin" / "python"
    installed = FOLDER / ".venv" / "requirements.txt"
    wanted = REQUIREMENTS.read_text()
    if not (installed.exists() and installed.read_text() == wanted):
        say("installing the peers")
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER / ".venv")], check=True)
        subprocess.run(
            [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
             "--requirement", str(REQUIREMENTS)], check=True, stdout=sys.stderr)
        installed.write_text(wanted)
    return python


def build(product: str) -> Path:
    """A program of this folder's package, optimised."""
    # Without the cached manifest files that are new in the package it depends on are not missed.
    subprocess.run(
        ["swift", "build", "--package-path", str(FOLDER), "-c", "release",
         "--disable-build-manifest-caching", "--product", product],
        check=True, stdout=sys.stderr)
    return FOLDER / ".build" / "release" / product


def _parameters(scratch: Path, steelyard: Path) -> Path:
    """Every number of the policy, weights worked out, as Steelyard records them with a result."""
    result = scratch / "example.csv"
    subprocess.run(
        [str(steelyard), "score", str(POLICY), "--data", str(EXAMPLE), "--output", str(result),
         "--quiet"], check=True)
    manifest = json.loads(Path(f"{result}.manifest.json").read_text())
    file = scratch / "parameters.json"
    file.write_text(json.dumps(manifest["parameters"], indent=1))
    return file
