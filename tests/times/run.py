#!/usr/bin/env python3
"""Scores the times that the program finds in newswire sentences as TempEval-3 does.

    run.py [--program BUILD/tidings] [--misses] [FILE ...]

FILE is newswire.txt, later.txt or unseen.txt; without one, all are scored. The last is only measured: no
rule is changed for one of its sentences, so its misses are not to be looked at.

A gold time counts as found when some predicted span overlaps it, and as right when the value is the
same too. Exit status: 0 the value F1 of each file reaches the floor, 1 it does not, 77 no model.
"""
import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FLOOR = 0.83        # of the value F1; systems that were built for TempEval-3 stand near .78
SKIP = 77
MARK = re.compile(r"\[([^|\]]+)\|([A-Z]+)\|([^\]]+)\]")


FILES = ("newswire.txt", "later.txt", "unseen.txt")


def read_sentences(name="newswire.txt"):
    """(published, plain text, [(start, end, type, value)]) of each line."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        published, marked = line.split(" | ", 1)
        text, gold, at = "", [], 0
        for found in MARK.finditer(marked):
            text += marked[at:found.start()]
            gold.append((len(text), len(text) + len(found[1]), found[2], found[3]))
            text += found[1]
            at = found.end()
        yield published, text + marked[at:], gold


def f1(hits, predicted, gold):
    return 2 * hits / (predicted + gold) if predicted + gold else 0.0


def measure(name, options):
    """Scores one file; true if its value F1 reaches the floor, None without a language model."""
    sentences = list(read_sentences(name))
    lines = [json.dumps({"id": str(i), "text": text, "published": published})
             for i, (published, text, _) in enumerate(sentences)]
    done = subprocess.run([options.program, "code", "--format", "jsonl", "-"],
                          input="\n".join(lines), capture_output=True, text=True, check=False)
    if "not installed" in done.stderr:
        return None
    if done.returncode != 0:
        sys.exit(done.stderr)
    n_gold = n_found = relaxed = strict = value = 0
    for (_, text, gold), line in zip(sentences, done.stdout.splitlines()):
        found = json.loads(line)["times"]
        n_gold += len(gold)
        n_found += len(found)
        for start, end, kind, wanted in gold:
            over = [t for t in found if t["start"] < end and start < t["end"]]
            relaxed += bool(over)
            same = any((t["start"], t["end"]) == (start, end) for t in over)
            strict += same
            right = any(t["value"] == wanted for t in over)
            value += right
            if options.misses and not (right and same):
                got = [(t["text"], t["type"], t["value"]) for t in over]
                print(f"{text}\n    want {text[start:end]!r} {kind} {wanted}, got {got}")
        for t in found:
            if options.misses and not any(t["start"] < e and s < t["end"] for s, e, *_ in gold):
                print(f"{text}\n    extra {t['text']!r} {t['value']}")
    figures = {"relaxed": f1(relaxed, n_found, n_gold), "strict": f1(strict, n_found, n_gold),
               "value": f1(value, n_found, n_gold)}
    print(f"{name}: {n_gold} times in {len(sentences)} sentences, {n_found} found; F1 "
          + ", ".join(f"{name} {figure:.3f}" for name, figure in figures.items()))
    return figures["value"] >= FLOOR


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=ROOT / "build" / "release" / "tidings")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("files", nargs="*", metavar="FILE")
    options = parser.parse_args()
    os.environ.setdefault("TIDINGS_DATA", str(ROOT / "data"))
    reached = [measure(name, options) for name in options.files or FILES]
    if None in reached:
        print("skipped: the sentences need the English model")
        return SKIP
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
