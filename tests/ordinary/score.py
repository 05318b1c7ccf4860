#!/usr/bin/env python3
"""Counts what is coded in ordinary texts, which hold no political event.

    score.py --emit FILE                 write the texts for the program, JSON Lines
    score.py --score OUT.jsonl [--json]  score the records of `tidings code --format jsonl`
        [--misses]                       and print every event on standard error

quiet: 1 less the events a sentence; silent: the share of texts without any event.
"""
import argparse
import json
import re
import sys
from pathlib import Path

TEXTS = Path(__file__).with_name("texts.jsonl")


def read(path):
    with Path(path).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def sentences(text):
    """These texts end every sentence with a mark and a blank."""
    return len(re.findall(r"[.!?](?=\s|$)", text))


def score(texts, records, misses):
    events = sum(len(record["events"]) for record in records)
    if misses:
        for record in records:
            for event in record["events"]:
                print(record["report"]["id"], event["type"], event["cameo"],
                      event["mentions"][0]["anchor"], file=sys.stderr)
    told = sum(sentences(text["text"]) for text in texts)
    quiet = sum(not record["events"] for record in records)
    return {"texts": len(texts), "sentences": told, "events": events,
            "quiet": round(1 - events / told, 4), "silent": round(quiet / len(texts), 4)}


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--emit", metavar="FILE")
    what.add_argument("--score", metavar="OUT.jsonl")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if options.emit:
        Path(options.emit).write_text(TEXTS.read_text(encoding="utf-8"), encoding="utf-8")
        return
    result = score(read(TEXTS), read(options.score), options.misses)
    print(json.dumps(result) if options.json
          else "  ".join(f"{name} {value}" for name, value in result.items()))


if __name__ == "__main__":
    main()
