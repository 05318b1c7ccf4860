#!/usr/bin/env python3
"""Runs the examples in the documents and compares what they print with what stands there.

    run.py --program BUILD/tidings [--update] [DOCUMENT.md ...]

In a block that begins with ```console, a line `$ COMMAND` is run by bash in the root of the source
tree (a line that ends in a backslash goes on); the lines up to the next command are its output,
standard error included. A line `...` stands for any number of lines. --update writes in what the
commands print now, except where a `...` stands.

A block ```json behind a line `<!-- event of: COMMAND -->` is an event record, or a part of one, that
the command must print. Exit status: 0 all the same, 1 some differ, 77 there is no language model.
"""
import argparse
import difflib
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SKIP = 77


def run(command, program, models):
    with tempfile.TemporaryDirectory(prefix="tidings-docs-") as folder:
        path = Path(folder) / "tidings"
        path.symlink_to(program)
        environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
                       "TIDINGS_MODELS": str(models), "TIDINGS_DATA": str(ROOT / "data")}
        done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=environment, text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=120, check=False)
        return done.stdout.rstrip("\n").splitlines()


def examples(lines):
    """(command, first line of its output, line behind it) of every example in a document."""
    inside, command, start = False, None, 0
    for number, line in enumerate(lines):
        fence = line.startswith("```")
        starts = inside and line.startswith("$ ")
        if command is not None and (fence or starts):
            yield command, start, number
            command = None
        if fence:
            inside = line == "```console"
        elif starts:
            command, start = line[2:], number + 1
        elif command is not None and number == start and lines[number - 1].endswith("\\"):
            command, start = f"{command[:-1]}{line}", number + 1


def records(lines):
    """(command, line number, record) of every event record in a document."""
    for number, line in enumerate(lines):
        found = re.fullmatch(r"<!-- event of: (.*) -->", line)
        if found:
            first = lines.index("```json", number) + 1
            text = "\n".join(lines[first:lines.index("```", first)])
            yield found[1], first + 1, json.loads(text)


def holds(record, output):
    """Whether some event of the coded reports has everything that the record has."""
    events = [e for line in output if line.startswith("{") for e in json.loads(line)["events"]]
    return any(all(e.get(key) == value for key, value in record.items()) for e in events)


def loose(line):
    """Without the numbers of lines in data files, which every edit of a lexicon moves."""
    return re.sub(r"(\.(?:events|tsv)):\d+", r"\1:N", line.rstrip())


def same(wanted, got):
    """Line by line; `...` is any number of lines."""
    wanted, got = [loose(w) for w in wanted], [loose(g) for g in got]
    pattern = "".join(r"(?:.*\n)*?" if w == "..." else re.escape(w) + r"\n" for w in wanted)
    return re.fullmatch(pattern, "".join(g + "\n" for g in got)) is not None


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=ROOT / "build" / "release" / "tidings")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("document", nargs="*", default=["README.md"])
    options = parser.parse_args()
    models = Path(os.environ.get("TIDINGS_MODELS") or ROOT / "build" / "models").resolve()
    if not any(models.glob("*")):
        print(f"skipped: no language model in {models}")
        return SKIP
    failed = count = 0
    for name in options.document:
        path = ROOT / name
        lines = path.read_text(encoding="utf-8").splitlines()
        for command, start, end in reversed(list(examples(lines))):
            count += 1
            got, wanted = run(command, options.program.resolve(), models), lines[start:end]
            if same(wanted, got):
                continue
            if options.update and "..." not in wanted:
                lines[start:end] = [g.rstrip() for g in got]
                print(f"{name}:{start}: rewritten")
                continue
            failed += 1
            print(f"{name}:{start}: {command}")
            print(*difflib.unified_diff(wanted, got, name, "what it prints", lineterm=""), sep="\n")
        for command, number, record in records(lines):
            count += 1
            got = run(command, options.program.resolve(), models)
            if not holds(record, got):
                failed += 1
                print(f"{name}:{number}: no such event among:", *got, sep="\n")
        if options.update:
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{count} examples, {failed} print something else")
    return 1 if failed or not count else 0


if __name__ == "__main__":
    sys.exit(main())
