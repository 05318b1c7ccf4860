#!/usr/bin/env python3
"""`tidings eval` against the public scorers: the same figures on the same answers.

    compare_scorers.py --program TIDINGS --shared FOLDER

Codes some gold sets once and scores the answers twice. Exit status 77 where the sets are absent.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

SKIP = 77
ROOT = Path(__file__).resolve().parent.parent.parent
# set, scorer with its arguments, stage, {figure of the scorer: figure of the stage}
SAME = {"precision": "precision", "recall": "recall", "f1": "f1"}


def under(prefix, names):
    return {f"{prefix}.{a}": f"{prefix}.{b}" for a, b in names.items()}


EVENTS = {**under("anchor", SAME), **under("type", SAME), **under("who-whom", SAME),
          "reports": "reports", "events_in_boilerplate": "events in boilerplate",
          **{f"accuracy.{a.replace(' ', '_')}.share": f"of matched.{a}"
             for a in ("mode", "cameo root", "cameo", "source sector", "target sector", "date",
                       "status", "place country")}}
SPANS = {"gold": "gold", "predicted": "predicted", **under("relaxed", SAME)}
CHECKS = [
    ("reports_dev", ["score_events.py"], "events", EVENTS),
    ("reports_dev", ["score_spans.py", "times"], "times",
     {**SPANS, **under("strict", SAME), **under("value", SAME), **under("type", SAME)}),
    ("reports_dev", ["score_spans.py", "places"], "places",
     {**SPANS, **under("strict", SAME),
      "end_to_end.within_161_km": "end to end.within 161 km"}),
    ("reports_dev", ["score_spans.py", "quotes"], "quotes",
     {**SPANS, "recall_by_kind.indirect": "recall.indirect",
      "speaker_accuracy.share": "speaker.right"}),
    ("events_plover_gsr", ["score_classes.py", "records"], "records",
     {"type": "type", "who_whom": "who-whom", "events_a_sentence": "events a sentence"}),
    ("plv_dev", ["score_relations.py"], "relations",
     {f"{group}.{a}": f"{group}.{a.replace('_', ' ')}"
      for group in ("strict", "lenient", "strict by type", "lenient by type")
      for a in ("root_macro_f1", "quad_macro_f1", "root_accuracy", "labelled")}),
]


def flatten(value, prefix=""):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from flatten(inner, f"{prefix}.{key}" if prefix else key)
    elif isinstance(value, (int, float)):
        yield prefix, float(value)


def run(command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def differences(program, shared, coded, check):
    name, scorer, stage, figures = check
    gold = shared / "gold" / f"{name}.gold.jsonl"
    theirs = dict(flatten(json.loads(run(
        [sys.executable, shared / "tools" / scorer[0], *scorer[1:], gold, coded, "--json"]))))
    ours = json.loads(run([program, "eval", gold, coded, "--stage", stage, "--format", "json"]))
    ours = dict(flatten(ours[stage]["figures"]))
    for a, b in figures.items():
        # A figure falls between two of its last digit now and then; this one has three.
        if abs(theirs[a] - ours[b]) > (0.0006 if a == "events_a_sentence" else 0.00011):
            yield f"{name} {stage} {b}: {ours[b]}, the scorer {a} says {theirs[a]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--shared", type=Path, required=True)
    options = parser.parse_args()
    os.environ.setdefault("TIDINGS_MODELS", str(ROOT / "build" / "models"))
    if not (options.shared / "gold").is_dir():
        print(f"skipped: no gold sets in {options.shared}")
        return SKIP
    if not any(Path(os.environ["TIDINGS_MODELS"]).glob("*")):
        print("skipped: no language model is installed")
        return SKIP
    wrong = compared = 0
    with tempfile.TemporaryDirectory(prefix="tidings-eval-") as folder:
        for check in CHECKS:
            coded = Path(folder) / f"{check[0]}.jsonl"
            if not coded.exists():
                coded.write_text(run([options.program, "code", "--with-text", "--format", "jsonl",
                                      options.shared / "gold" / f"{check[0]}.input.jsonl"]),
                                 encoding="utf-8")
            for line in differences(options.program, options.shared, coded, check):
                print(line)
                wrong += 1
            compared += len(check[3])
    print(f"{compared} figures compared, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
