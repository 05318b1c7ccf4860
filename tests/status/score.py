#!/usr/bin/env python3
"""Scores the status of one marked event a sentence.

    score.py --emit FILE                 write the sentences for the program, JSON Lines
    score.py --score OUT.jsonl [--json]  score the records of `tidings code --format jsonl`
        [--part odd|even] [--misses] [--table]

right: share of the sentences whose marked words are coded with the marked status; found: share
that is coded at all.
"""
import argparse
import json
import sys
from collections import Counter
from pathlib import Path

SENTENCES = Path(__file__).with_name("sentences.jsonl")
STATUSES = ["actual", "ongoing", "planned", "possible", "alleged", "denied", "negated", "failed"]


def read(path):
    with Path(path).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def coded_status(record, gold):
    """The status of the event whose words are the marked ones, or none."""
    for event in record["events"]:
        for mention in event["mentions"]:
            if mention["start"] < gold["anchor_end"] and gold["anchor_start"] < mention["end"]:
                return event["status"]
    return "none"


def score(sentences, records, misses=False):
    answers = {record["report"]["id"]: record for record in records}
    pairs = Counter()
    right = 0
    for sentence in sentences:
        gold = sentence["events"][0]
        got = coded_status(answers[sentence["id"]], gold)
        pairs[gold["status"], got] += 1
        good = got in (gold["status"], *gold.get("status_alt", []))
        right += good
        if misses and not good:
            print(sentence["id"], gold["status"], "coded", got, "|", gold["anchor"], "|",
                  sentence["text"], file=sys.stderr)
    found = sum(n for (_, got), n in pairs.items() if got != "none")
    return {"sentences": len(sentences), "right": round(right / len(sentences), 4),
            "found": round(found / len(sentences), 4)}, pairs


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--emit", metavar="FILE")
    what.add_argument("--score", metavar="OUT.jsonl")
    parser.add_argument("--part", choices=("odd", "even"))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--table", action="store_true")
    options = parser.parse_args()
    sentences = read(SENTENCES)
    if options.emit:
        with open(options.emit, "w", encoding="utf-8") as out:
            for row in sentences:
                line = {key: row[key] for key in ("id", "text", "published")}
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
        return
    if options.part:
        sentences = [s for s in sentences if int(s["id"][1:]) % 2 == (options.part == "odd")]
    figures, pairs = score(sentences, read(options.score), options.misses)
    print(json.dumps(figures) if options.json
          else "  ".join(f"{name} {value}" for name, value in figures.items()))
    if options.table:
        columns = [*STATUSES, "none"]
        print(" " * 10 + "".join(f"{c:>9}" for c in columns), file=sys.stderr)
        for row in STATUSES:
            print(f"{row:10}" + "".join(f"{pairs[row, c]:9}" for c in columns), file=sys.stderr)


if __name__ == "__main__":
    main()
