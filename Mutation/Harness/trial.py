"""Building the copy, and running its tests with a mutant switched on until the first fails."""

import os
import re
import signal
import subprocess
import time
from pathlib import Path

_ERROR = re.compile(r"^(/\S+\.swift):(\d+):\d+: error: ", re.MULTILINE)
_FAILED = re.compile(r"✘ (?:Test|Suite) (.+?) (?:recorded an issue|failed after)")


def build(folder: Path) -> set[tuple[Path, int]]:
    """Builds program and tests; the places of the compiler's errors, none when it worked."""
    done = subprocess.run(
        # Optimised, as hundreds of runs follow.
        ["swift", "build", "--build-tests", "-c", "release", "-Xswiftc", "-enable-testing"],
        cwd=folder, text=True, capture_output=True)
    output = done.stdout + done.stderr
    places = {(Path(path), int(line)) for path, line in _ERROR.findall(output)}
    if done.returncode != 0 and not places:
        raise RuntimeError(output[-4000:])
    return places


class Tests:
    """The test program of the copy."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.program = next((folder / ".build/release").glob("*PackageTests.xctest"))
        self.modules = sorted(
            path.name for path in (folder / "Tests").iterdir() if path.name != "Cases")

    def stages(self, target: str) -> list[list[str]]:
        """The modules' own tests first, then those that run through the whole program."""
        own = [name for name in self.modules if name == f"{target}Tests"]
        whole = ["Conformance", "Commands"]
        # Tests of the architecture look at the text of the sources, which is not what it was.
        rest = [n for n in self.modules if n not in own + whole + ["Architecture"]]
        return [stage for stage in (own, *([name] for name in whole), rest) if stage]

    def failure(self, modules: list[str], mutant: int, seconds: float) -> str | None:
        """What failed first with a mutant switched on (0 for none); nil when all passed."""
        filters = [word for name in modules for word in ("--filter", f"^{name}\\.")]
        # A mutant may ask for memory without end.
        command = ["prlimit", f"--data={8 << 30}", "--", str(self.program),
                   "--testing-library", "swift-testing", *filters]
        log = self.folder / ".build/mutant.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                command, cwd=self.folder, stdout=output, stderr=subprocess.STDOUT,
                env=os.environ | {"STEELYARD_MUTANT": str(mutant), "NO_COLOR": "1"},
                start_new_session=True)
        deadline, rest = time.monotonic() + seconds, ""
        said = log.open(errors="replace")
        try:
            while True:
                code = process.poll()
                *lines, rest = (rest + said.read()).split("\n")
                for line in lines:
                    if found := _FAILED.search(line):
                        return found.group(1).strip('"')
                if code is not None:
                    return None if code == 0 else f"the tests ended with {code}"
                if time.monotonic() > deadline:
                    return f"not done in {seconds:.0f} s"
                time.sleep(0.1)
        finally:
            said.close()
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()
