#!/usr/bin/env python3
"""Runs caret tests: sample reports whose spans are marked below the lines they stand in.

    run.py --program BUILD/tidings [--update] [--show] [NAME.report ...]

../README.md describes the form. --update rewrites the marks to what the program says now; it
refuses as long as a mark that must not hold (`!`) holds. --show prints every span that the program finds, in
the form of a mark, to start a new sample from. Exit status: 0 all marks hold, 1 some do not,
77 there is no language model.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
KINDS = ("section", "actor", "event", "source", "target", "time", "place", "quote")
MARK = re.compile(r"^( *)(\^+) +(!?)(\w+)((?: +\S+)*) *$")
SKIP = 77


@dataclass
class Mark:
    """A caret line: the code points it marks, and what must stand (or not stand) there."""
    number: int
    start: int
    end: int
    forbidden: bool
    kind: str
    words: list

    def text(self, line_start):
        indent = " " * (self.start - line_start)
        sign = "!" if self.forbidden else ""
        return f"{indent}{'^' * (self.end - self.start)} {sign}{' '.join([self.kind, *self.words])}"


@dataclass
class Found:
    """Something the program found: its span, and the words that describe it."""
    kind: str
    start: int
    end: int
    words: list


@dataclass
class Sample:
    options: dict = field(default_factory=dict)
    head: list = field(default_factory=list)     # header lines as they stand
    lines: list = field(default_factory=list)    # (text, start offset) of the report's own lines
    marks: dict = field(default_factory=dict)    # index of a line -> its marks

    @property
    def text(self):
        return "".join(line + "\n" for line, _ in self.lines)


def read_sample(path):
    sample, offset = Sample(), 0
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not sample.lines and raw.startswith("#"):
            sample.head.append(raw)
            option = re.match(r"#: (\w+) (.+)", raw)
            if option:
                sample.options[option[1]] = option[2].split()
            continue
        if not sample.lines and not raw and sample.head:
            sample.head.append(raw)
            continue
        found = MARK.match(raw)
        if not found:
            sample.lines.append((raw, offset))
            offset += len(raw) + 1
            continue
        if not sample.lines or found[4] not in KINDS:
            sys.exit(f"{path.name}:{number}: not a mark; known are {', '.join(KINDS)}")
        line, line_start = sample.lines[-1]
        start = len(found[1])
        end = start + len(found[2])
        if end > len(line):
            sys.exit(f"{path.name}:{number}: the carets reach beyond the line above")
        sample.marks.setdefault(len(sample.lines) - 1, []).append(
            Mark(number, line_start + start, line_start + end, bool(found[3]), found[4],
                 found[5].split()))
    return sample


def side_words(side):
    """`KEN GOV` for a source or target: country, primary sector."""
    return [side.get("country") or "-", *(side.get("sectors") or ["-"])[:1]]


def side_short(side):
    """`KEN`, a sector where there is no country, `-` for none."""
    if not side:
        return "-"
    return side.get("country") or (side.get("sectors") or ["?"])[0]


def everything_found(coded):
    """All that the program found, as (kind, span, words)."""
    actors = {a["id"]: a for a in coded.get("actors", [])}
    for s in coded["report"].get("sections", []):
        yield Found("section", s["start"], s["end"], [s["role"]])
    for a in actors.values():
        for start, end in a.get("mentions", []):
            yield Found("actor", start, end, side_words(a))
    for e in coded.get("events", []):
        pair = f"{side_short(e.get('source'))}>{side_short(e.get('target'))}"
        words = [e["type"], e.get("mode") or "-", e.get("cameo") or "-", pair, e["status"]]
        for m in e["mentions"]:
            yield Found("event", m["start"], m["end"], words)
        for name in ("source", "target"):
            side = e.get(name)
            if side and side.get("start") is not None:
                yield Found(name, side["start"], side["end"], [e["type"], *side_words(side)])
    for t in coded.get("times", []):
        yield Found("time", t["start"], t["end"], [t["type"], t.get("value") or "-"])
    for p in coded.get("places", []):
        yield Found("place", p["start"], p["end"], [p.get("country") or "-", p.get("kind") or "-"])
    for q in coded.get("quotes", []):
        speaker = actors.get((q.get("speaker") or {}).get("actor"), {}).get("name") or "-"
        yield Found("quote", q["start"], q["end"], [q["kind"], speaker.replace(" ", "_")])


def word_matches(wanted, word):
    """`*` is anything; in a pair, `KEN>*`, it is either side."""
    if wanted == "*" or wanted == word:
        return True
    pair, other = wanted.split(">"), word.split(">")
    return len(pair) == len(other) == 2 and all(w in ("*", o) for w, o in zip(pair, other))


def matches(mark, found):
    """Same kind and words (`*` and words left out match anything); the same span, but a section
    only has to hold the marked part of it, and what must not stand there must not even overlap."""
    if mark.kind != found.kind or len(mark.words) > len(found.words):
        return False
    if not all(word_matches(w, f) for w, f in zip(mark.words, found.words)):
        return False
    if mark.forbidden:
        return mark.start < found.end and found.start < mark.end
    if mark.kind == "section":
        return found.start <= mark.start and mark.end <= found.end
    return (mark.start, mark.end) == (found.start, found.end)


def code(sample, name, program, models):
    """The coded report of a sample's text."""
    with tempfile.TemporaryDirectory(prefix="tidings-report-") as folder:
        path = Path(folder) / f"{name}.txt"
        path.write_text(sample.text, encoding="utf-8")
        command = [program, "code", "--with-text", "--format", "jsonl"]
        if "published" in sample.options:
            command += ["--published", sample.options["published"][0]]
        done = subprocess.run([*command, path], capture_output=True, text=True, check=False,
                              env={**os.environ, "TIDINGS_MODELS": str(models)}, timeout=170)
    if done.returncode != 0:
        sys.exit(f"{name}: tidings ended with status {done.returncode}\n{done.stderr}")
    coded = json.loads(done.stdout)
    if coded["report"].get("text") != sample.text:
        sys.exit(f"{name}: report.text is not the input's own text")
    return coded


def near(mark, found):
    """What the program says of the marked words, for the message."""
    here = [f for f in found if f.kind == mark.kind and f.start < mark.end and mark.start < f.end]
    return here


def describe(found, text):
    return f"{' '.join([found.kind, *found.words])} at {text[found.start:found.end]!r}"


def faults(sample, found):
    """(line number, message, forbidden) for every mark that fails, and for what is not marked
    though the sample says that all of its kind are (`#: complete event`)."""
    text = sample.text
    marks = [m for line in sample.marks.values() for m in line]
    for mark in marks:
        hits = [f for f in found if matches(mark, f)]
        if mark.forbidden and hits:
            yield mark.number, f"must not be: {describe(hits[0], text)}", True
        if not mark.forbidden and not hits:
            there = "; ".join(describe(f, text) for f in near(mark, found)) or "nothing"
            wanted = f"{' '.join([mark.kind, *mark.words])} at {text[mark.start:mark.end]!r}"
            yield mark.number, f"wanted {wanted}, found {there}", False
    for kind in sample.options.get("complete", []):
        for f in found:
            if f.kind == kind and not any(matches(m, f) for m in marks if not m.forbidden):
                number = text.count("\n", 0, f.start) + 1
                yield 0, f"line {number} of the text: not marked: {describe(f, text)}", False


def updated(sample, found):
    """The marks rewritten: one that fails takes over what the program says of the same words or
    goes away; what is missing from a complete kind is added; those with `!` stay."""
    complete = set(sample.options.get("complete", []))
    out = [*sample.head]
    for index, (line, line_start) in enumerate(sample.lines):
        out.append(line)
        marks = []
        for mark in sample.marks.get(index, []):
            if mark.forbidden or any(matches(mark, f) for f in found):
                marks.append(mark)
                continue
            for f in near(mark, found)[:1]:
                marks.append(Mark(0, f.start, f.end, False, f.kind, f.words))
        for f in found:
            if f.kind in complete and line_start <= f.start < line_start + len(line) and \
                    not any(matches(m, f) for m in marks if not m.forbidden):
                marks.append(Mark(0, f.start, f.end, False, f.kind, f.words))
        limit = line_start + len(line)
        texts = [Mark(0, m.start, min(m.end, limit), m.forbidden, m.kind, m.words).text(line_start)
                 for m in sorted(marks, key=lambda m: (m.start, m.end)) if m.start >= line_start]
        out += dict.fromkeys(texts)
    return "".join(line + "\n" for line in out)


def show(sample, found):
    for line, start in sample.lines:
        print(line)
        for f in sorted(found, key=lambda f: (f.start, f.end)):
            if start <= f.start < start + len(line):
                end = min(f.end, start + len(line))
                print(Mark(0, f.start, end, False, f.kind, f.words).text(start))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=ROOT / "build" / "release" / "tidings")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--show", action="store_true")
    parser.add_argument("report", nargs="*")
    options = parser.parse_args()
    models = Path(os.environ.get("TIDINGS_MODELS") or ROOT / "build" / "models")
    if ROOT not in options.program.resolve().parents:  # it does not find the data by itself
        os.environ.setdefault("TIDINGS_DATA", str(ROOT / "data"))
    if not any(models.glob("*")):
        print(f"skipped: no language model in {models}")
        return SKIP
    paths = [HERE / r if not Path(r).is_absolute() else Path(r) for r in options.report]
    failed = marks = 0
    for path in paths or sorted(HERE.glob("*.report")):
        sample = read_sample(path)
        found = list(everything_found(code(sample, path.stem, options.program.resolve(), models)))
        if options.show:
            show(sample, found)
            continue
        wrong = list(faults(sample, found))
        marks += sum(len(m) for m in sample.marks.values())
        if options.update and not any(forbidden for _, _, forbidden in wrong):
            path.write_text(updated(sample, found), encoding="utf-8")
            print(f"{path.name}: {len(wrong)} marks rewritten")
            continue
        if options.update:
            print(f"{path.name}: not rewritten, because a mark that must not hold does")
        for number, message, _ in wrong:
            print(f"{path.name}:{number}: {message}")
        failed += len(wrong)
    print(f"{marks} marks, {failed} do not hold")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
