#!/usr/bin/env python3
"""Runs whole-command cases and compares standard output, standard error and status, each apart.

    run.py --program BUILD/tidings [--update] [--list] [CASE ...]

A case is a folder AREA/NAME beside this file; CASE is such a path, default all. See
../README.md for the files in it. --update writes down what the program does now.
Exit status: 0 all as written, 1 some differ, 77 none run because all of them need a model that is
not installed.
"""
import argparse
import difflib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TIMEOUT_S = 120
PARTS = ("stdout", "stderr", "status")
SKIP = 77

# What differs from machine to machine or from version to version, and what stands for it.
MASKS = [
    (re.compile(r"\b[0-9a-f]{64}\b"), "<sha256>"),
    (re.compile(r"\be[0-9a-f]{16}\b"), "<event>"),
    # The place of a rule in its entry and in its file, which every edit of a lexicon moves.
    (re.compile(r"(\w+:[^\s:\"]+\.(?:verb|noun|adjective)):\d+"), r"\1:N"),
    (re.compile(r"(\.(?:events|tsv)):\d+"), r"\1:N"),
    (re.compile(r'("coder":\s*\{"version":\s*")[^"]*'), r"\1<version>"),
    (re.compile(r'("lexicon":\s*")[^"]*'), r"\1<lexicon>"),
    (re.compile(r"\btidings \d+\.\d+\.\d+\S*"), "tidings <version>"),
    (re.compile(r"\b\d+(\.\d+)? (ms|s)\b"), "<time>"),
]


def mask(text, places):
    for path, name in places:
        text = text.replace(str(path), name)
    for pattern, replacement in MASKS:
        text = pattern.sub(replacement, text)
    return text


def find_cases(names):
    if names:
        folders = [(HERE / n.rstrip("/")).resolve() for n in names]
    else:
        folders = sorted(p.parent for p in HERE.glob("*/*/cmd"))
    for folder in folders:
        if not (folder / "cmd").is_file():
            sys.exit(f"{folder}: not a case, it has no file 'cmd'")
    return folders


def lacks(folder, models):
    """What a case needs and the machine has not, or None."""
    needs = folder / "needs"
    for word in needs.read_text().split() if needs.is_file() else []:
        if word != "model":
            sys.exit(f"{needs}: cannot tell what '{word}' is; known: model")
        if not any(models.glob("*")):
            return f"no language model in {models}"
    return None


def environment(program, path, models, home):
    keep = {k: v for k, v in os.environ.items()
            if not k.startswith("TIDINGS_") and k not in ("COLUMNS", "NO_COLOR", "TERM")}
    options = [os.environ.get("ASAN_OPTIONS"), "detect_leaks=1:allocator_may_return_null=1"]
    if ROOT not in program.parents:     # a build folder elsewhere does not find the data by itself
        keep["TIDINGS_DATA"] = str(ROOT / "data")
    return {**keep, "LC_ALL": "C.UTF-8", "HOME": str(home), "XDG_DATA_HOME": str(home / "data"),
            "TIDINGS_MODELS": str(models), "TIDINGS_TREE": str(ROOT), "TERM": "dumb",
            "PATH": f"{path}:{os.environ['PATH']}", "TZ": "UTC", "ASAN_OPTIONS": ":".join(o for o in options if o)}


def run_case(folder, program, models):
    """The three masked outputs of a case, run in a copy of its folder."""
    with tempfile.TemporaryDirectory(prefix="tidings-case-") as scratch:
        scratch = Path(scratch).resolve()
        work, home, path = scratch / "case", scratch / "home", scratch / "bin"
        home.mkdir()
        path.mkdir()
        (path / "tidings").symlink_to(program)
        shutil.copytree(folder, work, ignore=shutil.ignore_patterns("cmd", "needs", *PARTS))
        command = (folder / "cmd").read_text(encoding="utf-8")
        process = subprocess.Popen(
            ["bash", "-c", command], cwd=work, env=environment(program, path, models, home),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            start_new_session=True)
        try:
            out, err = process.communicate(timeout=TIMEOUT_S)
            status = process.returncode
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            out, err = process.communicate()
            status = f"no end after {TIMEOUT_S} s"
        places = [(work, "<case>"), (home, "<home>"), (models, "<models>"),
                  (program.parent, "<bin>"), (ROOT, "<root>"), (scratch, "<scratch>")]
        return {"stdout": mask(out.decode("utf-8", "backslashreplace"), places),
                "stderr": mask(err.decode("utf-8", "backslashreplace"), places),
                "status": f"{status}\n"}


def written(folder, part):
    path = folder / part
    return path.read_text(encoding="utf-8") if path.is_file() else None


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=ROOT / "build" / "release" / "tidings")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("case", nargs="*")
    options = parser.parse_args()
    folders = find_cases(options.case)
    if options.list:
        print(*(f.relative_to(HERE) for f in folders), sep="\n")
        return 0
    program = options.program.resolve()
    if not program.is_file():
        sys.exit(f"{program} is not there; build it first")
    models = Path(os.environ.get("TIDINGS_MODELS") or ROOT / "build" / "models").resolve()

    failed = skipped = 0
    for folder in folders:
        name = folder.relative_to(HERE)
        lacking = lacks(folder, models)
        if lacking:
            print(f"skipped {name}: {lacking}")
            skipped += 1
            continue
        got = run_case(folder, program, models)
        differs = [p for p in PARTS if got[p] != written(folder, p)]
        if options.update:
            for part in differs:
                (folder / part).write_text(got[part], encoding="utf-8")
                print(f"wrote {name}/{part}")
            continue
        for part in differs:
            before = (written(folder, part) or "").splitlines(keepends=True)
            sys.stdout.writelines(
                line if line.endswith("\n") else line + "\n"
                for line in difflib.unified_diff(before, got[part].splitlines(keepends=True),
                                                 f"{name}/{part}", "what the program does"))
        failed += bool(differs)
    print(f"{len(folders) - failed - skipped} cases as written, {failed} not, {skipped} skipped")
    if failed:
        return 1
    return SKIP if folders and skipped == len(folders) else 0


if __name__ == "__main__":
    sys.exit(main())
