#!/usr/bin/env python3
"""Scores where the program says that events took place, and tries the examples of metonyms.

    run.py [--program BUILD/tidings] [--misses]

events.txt was used to write the rules, unseen.txt is only measured. An event is looked for by a word of its anchor; one that was not coded does not count, but few may be
missing. The marked place of each example of metonym_verbs.tsv must be a metonym. Exit status: 0 the
shares reach the floors, 1 they do not, 77 no model.
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
FLOORS = {"events.txt": 0.90, "unseen.txt": 0.75}    # of the events that are coded
CODED = 0.85                                         # of the events that are asked for
METONYMS = 0.95     # the parser reads some of the short examples wrongly
SKIP = 77


def read_reports(name):
    """(text, [(anchor, country or None, name or None)]) of each line."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        text, asked = line.rsplit(" | ", 1)
        wanted = []
        for part in asked.split("; "):
            anchor, place = part.split(" = ")
            country, _, name = place.partition("/")
            wanted.append((anchor, None if country == "-" else country, name or None))
        yield text, wanted


def read_examples():
    """(text, start, end) of the marked place of each example."""
    table = ROOT / "data" / "gazetteer" / "words" / "metonym_verbs.tsv"
    for line in table.read_text(encoding="utf-8").splitlines():
        if "[" in line and not line.startswith("#"):
            before, place, after = re.split(r"[][]", line.split("\t")[2])
            yield before + place + after, len(before), len(before) + len(place)


def code(program, texts):
    """The records of the texts, None without a language model."""
    lines = [json.dumps({"id": str(i), "text": text, "published": "2024-03-12"})
             for i, text in enumerate(texts)]
    done = subprocess.run([program, "code", "--format", "jsonl", "-"],
                          input="\n".join(lines), capture_output=True, text=True, check=False)
    if "not installed" in done.stderr:
        print("skipped: the sentences need the English model")
        sys.exit(SKIP)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def told(events, anchor):
    """The first event with the word in its anchor."""
    for event in events:
        if any(anchor in m["anchor"] or m["anchor"] in anchor for m in event["mentions"]):
            return event
    return None


def measure_events(name, options):
    reports = list(read_reports(name))
    asked = coded = right = 0
    for (text, wanted), record in zip(reports, code(options.program, [t for t, _ in reports])):
        for anchor, country, town in wanted:
            asked += 1
            event = told(record["events"], anchor)
            if event is None:
                if options.misses:
                    print(f"{text}\n    not coded: {anchor}")
                continue
            coded += 1
            place = event["place"] or {"country": None, "name": "", "text": ""}
            good = place["country"] == country and (town is None or town.lower() in place["text"].lower())
            right += good
            if options.misses and not good:
                print(f"{text}\n    {anchor}: want {country} {town or ''}, got {place['country']} "
                      f"{place['name']}")
    print(f"{name}: {asked} events, {coded} coded, {right} at the right place: {right / coded:.3f}")
    return right >= FLOORS[name] * coded and coded >= CODED * asked


def measure_metonyms(options):
    examples = list(read_examples())
    right = 0
    for (text, start, end), record in zip(examples, code(options.program, [e[0] for e in examples])):
        uses = [p["use"] for p in record["places"] if p["start"] < end and start < p["end"]]
        right += uses == ["metonym"]
        if options.misses and uses != ["metonym"]:
            print(f"{text}\n    {text[start:end]}: {uses}")
    print(f"metonym_verbs.tsv: {len(examples)} examples, {right} read as metonyms")
    return right >= METONYMS * len(examples)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=ROOT / "build" / "release" / "tidings")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    os.environ.setdefault("TIDINGS_DATA", str(ROOT / "data"))
    done = [measure_events(name, options) for name in FLOORS] + [measure_metonyms(options)]
    return 0 if all(done) else 1


if __name__ == "__main__":
    sys.exit(main())
