#!/usr/bin/env python3
"""Set provtrack up in .venv and run it: ``python3 run.py demo``, ``python3 run.py test``.

Needs Python 3.11 and a network once; nothing else. The environment is built beside its place and
renamed into it when it is whole, so that an interrupted set-up leaves nothing half made. A stamp
in it tells what it was made from; while that holds, running again costs a few milliseconds.

Standard library only. The file parses on Python 3.6, so that an old one gets a sentence and not a
syntax error: hence the annotations in quotes.
"""

import contextlib
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

OLDEST_PYTHON = (3, 11)
OLDEST_PIP = (22, 3)  # the first that knows --python: installs into an environment without pip
ROOT = Path(__file__).resolve().parent
STAMP = "provtrack-set-up.json"
LOG = "set-up.log"
LEFTOVER_AGE_S = 3600  # an environment under construction this old was interrupted
LAST_WORDS = 6  # lines of pip's own words shown when it fails

WRONG_USE = 2
FAILED = 3
INTERRUPTED = 130

USAGE = """Usage: python3 run.py COMMAND [ARGUMENT...]        (Windows: py run.py COMMAND)

  demo                 record the invented specimen, compare its versions, build the reports
  test [ARGUMENT...]   run every check of the project; arguments go to pytest
  bench NAME           run bench/NAME.py; without a name, list the benchmarks
  provtrack ARGUMENT...
                       run any command of provtrack, for example: run.py provtrack --help

The first run makes the folder .venv beside this file and needs the network for it.
"""

# What is installed besides provtrack itself: dependency groups of pyproject.toml, by command.
GROUPS = {"demo": (), "provtrack": (), "test": ("test",), "bench": ("bench",)}

NO_NETWORK = re.compile(
    "NewConnectionError|NameResolutionError|name resolution|getaddrinfo failed|ProxyError|"
    "establish a new connection|Network is unreachable|Connect(ion|)(Timeout|Reset)|ReadTimeout"
)
# A user's settings that would send an installation elsewhere than into our environment.
MISLEADING = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PYTHONHOME", "__PYVENV_LAUNCHER__")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
NO_BROWSER = (
    "No Chromium found: the browser tests will be skipped. To run them too, install it: "
    "`apt install chromium` on Debian and Ubuntu, or `{python} -m playwright install chromium`."
)

NO_VENV = (
    "this Python has neither pip nor the parts that make virtual environments; install them: "
    "`apt install python3-venv` on Debian and Ubuntu, or Python from "
    "https://www.python.org/downloads/."
)


class SetUpError(Exception):
    """The set-up cannot go on; the message is shown to the user as it stands."""


def main(arguments: "list[str]") -> int:
    """Run one command line; returns its exit code."""
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(USAGE, end="")
        return 0 if arguments else WRONG_USE
    if arguments[0] not in GROUPS:
        print(f"run.py knows no command {arguments[0]!r}.\n\n{USAGE}", end="", file=sys.stderr)
        return WRONG_USE
    try:
        refuse_old_python(sys.version_info[:3])
        return run(arguments[0], arguments[1:])
    except SetUpError as fault:
        print(f"run.py: {fault}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("\nrun.py: interrupted.", file=sys.stderr)
        return INTERRUPTED


def refuse_old_python(version: "tuple[int, ...]") -> None:
    """Raise unless `version` is new enough."""
    if version[:2] < OLDEST_PYTHON:
        raise SetUpError(
            "provtrack needs Python {}.{} or newer, and this is Python {}; install a newer one "
            "from https://www.python.org/downloads/ and call run.py with it, for example "
            "`python3.12 run.py demo`.".format(*OLDEST_PYTHON, ".".join(map(str, version)))
        )


def run(command: str, rest: "list[str]") -> int:
    """Set up what a command needs, and run it."""
    benchmarks = sorted(path.stem for path in (ROOT / "bench").glob("[a-z]*.py"))
    if command == "bench" and rest[:1] not in [[name] for name in benchmarks]:
        print("Benchmarks: {}".format(", ".join(benchmarks) or "none yet"), file=sys.stderr)
        return WRONG_USE
    python = ready_python(ROOT, GROUPS[command])
    if command == "provtrack":  # where the user stands; all else where the project is
        return call(python, ["-m", "provtrack", *rest])
    os.chdir(str(ROOT))
    if command == "test":
        return test(python, rest)
    if command == "bench":
        return call(python, [str(ROOT / "bench" / f"{rest[0]}.py"), *rest[1:]])
    return call(python, ["-m", "provtrack", "demo", *rest])


def ready_python(root: Path, groups: "Iterable[str]") -> Path:
    """Return the interpreter of an environment that holds provtrack and `groups`; make it first."""
    place = environment_place(root)
    made_from = fingerprint(root)
    stamp = read_stamp(place)
    if stamp.get("made_from") != [made_from] or not set(groups) <= set(stamp["groups"]):
        build(root, place, made_from, sorted({*groups, *stamp.get("groups", ())}))
    return interpreter(place)


def environment_place(root: Path) -> Path:
    """Choose .venv, or .venv.run where a .venv stands that run.py did not make."""
    place = root / ".venv"
    if os.path.lexists(str(place)) and not read_stamp(place):
        print(
            "run.py: the .venv here was not made by run.py and is left alone; using .venv.run.",
            file=sys.stderr,
        )
        place = root / ".venv.run"
        if place.exists() and not read_stamp(place):
            raise SetUpError(
                f"{place} was not made by run.py; rename or remove it and run this again."
            )
    return place


def fingerprint(root: Path) -> str:
    """Digest what an environment depends on: dependencies, interpreter, place of the project."""
    parts = (
        hashlib.sha256((root / "pyproject.toml").read_bytes()).hexdigest(),
        sys.version,
        sys.base_prefix,
        str(root),
    )
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def read_stamp(place: Path) -> "dict[str, list[str]]":
    """Return the stamp of an environment; empty if there is none that we can read."""
    try:
        stamp = json.loads((place / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) and isinstance(stamp.get("groups"), list) else {}


def write_stamp(place: Path, made_from: str, groups: "list[str]") -> None:
    """Say what an environment was made from."""
    stamp = json.dumps({"made_from": [made_from], "groups": sorted(groups)}) + "\n"
    (place / STAMP).write_text(stamp, encoding="utf-8")


def interpreter(place: Path) -> Path:
    """Name the Python of an environment, on this system."""
    return place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def build(root: Path, place: Path, made_from: str, groups: "list[str]") -> None:
    """Make an environment beside its place and rename it into it when it is whole."""
    print(f"run.py: setting up {place.name} (once; a minute or two) ...", file=sys.stderr)
    remove_leftovers(root)
    under_way = place.with_name(f"{place.name}.tmp-{os.getpid()}")
    try:
        make_environment(under_way)
        install(root, under_way, ["--editable", str(root), *requirements(root, groups)])
        point_scripts(under_way, place)
        write_stamp(under_way, made_from, groups)
        put_in_place(under_way, place)
    except OSError as fault:
        raise SetUpError(
            f"cannot write in {root} ({fault.strerror or fault}); copy the project to a folder "
            "that you may write in, and run it there."
        ) from fault
    finally:
        shutil.rmtree(str(under_way), ignore_errors=True)


def remove_leftovers(root: Path) -> None:
    """Delete environments that were interrupted while being made, or replaced, an hour ago."""
    for pattern in (".venv*.tmp-*", ".venv*.old-*"):
        for folder in root.glob(pattern):
            with contextlib.suppress(OSError):
                if time.time() - folder.stat().st_mtime > LEFTOVER_AGE_S:
                    shutil.rmtree(str(folder), ignore_errors=True)


def make_environment(folder: Path) -> None:
    """Make an empty virtual environment; with a pip of its own only where there is none outside."""
    with_pip = not pip_reaches_out()
    needed = ("venv", "ensurepip") if with_pip else ("venv",)
    if not all(map(importlib.util.find_spec, needed)):
        raise SetUpError(NO_VENV)
    import venv

    folder.mkdir()
    try:
        venv.create(str(folder), with_pip=with_pip, symlinks=os.name != "nt")
    except (ValueError, subprocess.CalledProcessError) as fault:
        raise SetUpError(f"Python could not make {folder}: {fault}") from fault


def pip_reaches_out() -> bool:
    """Tell whether the pip of this interpreter can install into another environment."""
    try:
        from importlib.metadata import version

        found = version("pip").split(".")[:2]
        return tuple(int(part) for part in found) >= OLDEST_PIP
    except Exception:  # no pip, or one whose version cannot be read: both mean "make one"
        return False


def requirements(root: Path, groups: "Iterable[str]") -> "list[str]":
    """List what dependency groups of pyproject.toml ask for (PEP 735), whatever pip's age."""
    import tomllib

    tables = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    found = []
    for group in groups:
        for entry in tables["dependency-groups"].get(group, ()):
            if isinstance(entry, dict):
                found += requirements(root, (entry["include-group"],))
            else:
                found.append(entry)
    return found


def install(root: Path, folder: Path, wanted: "list[str]") -> None:
    """Install into an environment, keeping pip's words in its log.

    Raises:
        SetUpError: With the reason, and pip's last words.
    """
    python = str(interpreter(folder))
    if pip_reaches_out():
        command = [sys.executable, "-X", "utf8", "-m", "pip", "--python", python]
    else:
        command = [python, "-X", "utf8", "-m", "pip"]
    command += ["install", "--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    lines = []
    with (folder / LOG).open("a", encoding="utf-8") as log:
        for line in words_of(command + wanted, root):
            log.write(line + "\n")
            lines.append(line)
            show_progress(line)
    show_progress("")
    if lines[-1] != "exit 0":
        raise SetUpError(failure(lines[:-1], keep_log(root, folder / LOG)))


def words_of(command: "list[str]", root: Path) -> "Iterator[str]":
    """Run a command and yield what it says, line by line; at the end "exit " and its code."""
    process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own arguments
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=clean_surroundings(os.environ),
        cwd=str(root),
    )
    try:
        for raw in process.stdout or ():
            yield raw.decode("utf-8", "replace").rstrip()
        yield f"exit {process.wait()}"
    except KeyboardInterrupt:
        process.terminate()
        process.wait()
        raise


def clean_surroundings(environment: "Mapping[str, str]") -> "dict[str, str]":
    """Return the environment variables without those that lead an installation astray."""
    kept = {name: value for name, value in environment.items() if name not in MISLEADING}
    kept.update({"PYTHONUTF8": "1", "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"})
    return kept


def show_progress(line: str) -> None:
    """Show what pip is at in one line that is overwritten; on a terminal only."""
    if sys.stderr.isatty() and (not line or line.startswith(("Collecting", "Installing"))):
        sys.stderr.write(f"\r{line:<76.76}\r")
        sys.stderr.flush()


def failure(lines: "list[str]", log: "Path | None") -> str:
    """Say why an installation failed, with pip's last words."""
    words = "\n".join(lines)
    if NO_NETWORK.search(words):
        reason = (
            "the packages provtrack needs could not be fetched: there is no connection to the "
            "package index. Connect once and run this again (behind a proxy, set HTTPS_PROXY)."
        )
    elif "No space left on device" in words:
        reason = "the disk is full; make room (about 500 MB) and run this again."
    else:
        reason = "pip could not install what provtrack needs."
    telling = [line for line in lines if "ERROR:" in line] or lines
    last = "\n".join("  " + line.strip() for line in telling[-LAST_WORDS:])
    place = f" (all of them in {log})" if log else ""
    return f"{reason}\npip's last words{place}:\n{last}"


def keep_log(root: Path, log: Path) -> "Path | None":
    """Save the log of a failed set-up from its environment, which is about to be removed."""
    kept = root / ".venv.failed" / LOG
    with contextlib.suppress(OSError):
        kept.parent.mkdir(exist_ok=True)
        return Path(shutil.copyfile(str(log), str(kept)))
    return None


def point_scripts(folder: Path, place: Path) -> None:
    """Name the final place in the scripts of an environment that is about to be renamed.

    run.py itself calls ``python -m`` only; this is for people who activate the environment.
    Launchers of Windows (.exe) are left as they are.
    """
    old, new = (os.fsencode(str(path)) for path in (folder, place))
    for script in interpreter(folder).parent.iterdir():
        if script.is_symlink() or not script.is_file() or script.suffix == ".exe":
            continue
        content = script.read_bytes()
        if old in content:
            script.write_bytes(content.replace(old, new))


def put_in_place(under_way: Path, place: Path) -> None:
    """Rename a finished environment into its place, moving an outdated one of ours away."""
    if read_stamp(place) == read_stamp(under_way):  # another run.py was faster
        return
    retired = place.with_name(f"{place.name}.old-{os.getpid()}")
    with contextlib.suppress(FileNotFoundError):
        place.rename(retired)
    under_way.rename(place)
    shutil.rmtree(str(retired), ignore_errors=True)
    shutil.rmtree(str(place.parent / ".venv.failed"), ignore_errors=True)


def call(python: Path, arguments: "list[str]") -> int:
    """Run the environment's Python; returns its exit code, 128 + n where signal n ended it."""
    command = [str(python), "-X", "utf8", *arguments]
    surroundings = clean_surroundings(os.environ)
    process = subprocess.Popen(command, env=surroundings)  # noqa: S603 - our own interpreter
    while process.returncode is None:
        with contextlib.suppress(KeyboardInterrupt):  # the child is told too: let it finish
            process.wait()
    return process.returncode if process.returncode >= 0 else 128 - process.returncode


def test(python: Path, arguments: "list[str]") -> int:
    """Run ruff, mypy and pytest, all of them; 0 only if all pass. pytest's summary comes last."""
    failed = []
    for name, check in (
        ("ruff check", ["-m", "ruff", "check", "."]),
        ("ruff format --check", ["-m", "ruff", "format", "--check", "."]),
        ("mypy", ["-m", "mypy"]),
    ):
        print(f"== {name}", flush=True)
        code = call(python, check)
        if code == INTERRUPTED:
            return code
        failed += [name] if code else []
    if failed:
        print("== failed so far: {}; the tests run all the same".format(", ".join(failed)))
    if not has_browser():
        print("== " + NO_BROWSER.format(python=os.path.relpath(str(python))))
    print("== pytest", flush=True)
    code = call(python, ["-m", "pytest", *arguments])
    return code or (1 if failed else 0)


def has_browser() -> bool:
    """Tell whether there is a Chromium of the system's or of playwright's."""
    homes = (Path.home() / ".cache", Path.home() / "Library/Caches", Path.home() / "AppData/Local")
    return any(map(shutil.which, BROWSERS)) or any(
        any(home.glob("ms-playwright/chromium*")) for home in homes
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
