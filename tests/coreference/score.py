#!/usr/bin/env python3
"""Score actor coreference in the marked reports of this directory.

    score.py --emit FILE                          write the plain reports as JSON Lines
    score.py --score OUT.jsonl [--part PART] [--misses] [--json]
                                                  score the output of
                                                  `tidings code --with-text --format jsonl`

The format of the marks and the rule of scoring are described in README.md.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Iterable, Iterator

HERE = Path(__file__).resolve().parent
SUFFIX = ".report.txt"
DEVELOPMENT = 12  # the first reports may be read while rules are written; the others are only scored

MARK = re.compile(r"\{([a-z0-9]+(?:\+[a-z0-9]+)*)(\??):([^{}]+)\}")

PRONOUNS = frozenset(
    """he she it they him her them his hers its their theirs himself herself itself themselves
    who whom whose i me my mine myself we us our ours ourselves you your yours
    both all each neither one""".split()
)

Span = tuple[int, int]


@dataclass(frozen=True)
class Anaphor:
    """A marked expression to be resolved to one of the actors `targets`."""

    start: int
    end: int
    text: str
    targets: tuple[str, ...]

    @property
    def kind(self) -> str:
        return "pronoun" if self.text.lower() in PRONOUNS else "description"


@dataclass
class Report:
    """A report without its marks; all offsets are code points into `text`."""

    id: str
    published: str
    text: str
    names: dict[str, list[Span]] = field(default_factory=dict)
    anaphors: list[Anaphor] = field(default_factory=list)


@dataclass(frozen=True)
class Result:
    """What the program made of one anaphor."""

    report: Report
    anaphor: Anaphor
    right: bool
    answer: str | None  # name of the actor found; None if there is none


def parse_report(id: str, source: str) -> Report:
    """Read a marked report; raises ValueError where a mark is broken or has no named actor."""
    header, _, marked = source.partition("\n\n")
    published = re.fullmatch(r"# published: (\d{4}-\d{2}-\d{2})", header)
    if not published:
        raise ValueError(f"{id}: the first line is not '# published: YYYY-MM-DD'")
    report = Report(id, published[1], "")
    marked = marked.strip()
    parts: list[str] = []
    length = position = 0
    for mark in MARK.finditer(marked):
        actors, query, words = mark.groups()
        before = marked[position : mark.start()]
        start = length + len(before)
        length = start + len(words)
        parts += [before, words]
        position = mark.end()
        targets = tuple(actors.split("+"))
        if query:
            report.anaphors.append(Anaphor(start, length, words, targets))
        elif len(targets) == 1:
            report.names.setdefault(actors, []).append((start, length))
        else:
            raise ValueError(f"{id}: a naming mark has one actor: {mark[0]}")
    report.text = "".join(parts) + marked[position:]
    if re.search(r"[{}]", report.text):
        raise ValueError(f"{id}: broken mark")
    for anaphor in report.anaphors:
        for target in anaphor.targets:
            if target not in report.names:
                raise ValueError(f"{id}: actor {target!r} is never named")
    return report


def load_reports(directory: Path = HERE) -> list[Report]:
    """All marked reports of a directory, in the order of their names."""
    return [
        parse_report(path.name.removesuffix(SUFFIX), path.read_text(encoding="utf-8"))
        for path in sorted(directory.glob("*" + SUFFIX))
    ]


def part_of(reports: list[Report], part: str) -> list[Report]:
    """The reports that may be read, those that are only scored, or all."""
    return {"development": reports[:DEVELOPMENT], "held-out": reports[DEVELOPMENT:], "all": reports}[part]


def overlaps(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def best_actors(actors: list[dict[str, Any]], span: Span) -> set[int]:
    """Indexes of the actors whose mention fits the span most exactly (several if they tie)."""
    best: set[int] = set()
    least: int | None = None
    for index, actor in enumerate(actors):
        for mention in actor.get("mentions", []):
            if not overlaps(mention, span):
                continue
            # Symmetric difference of two intervals that overlap.
            difference = abs(mention[0] - span[0]) + abs(mention[1] - span[1])
            if least is None or difference < least:
                best, least = {index}, difference
            elif difference == least:
                best.add(index)
    return best


def is_right(report: Report, anaphor: Anaphor, actors: list[dict[str, Any]], found: set[int]) -> bool:
    """Whether every actor found for the anaphor is (one of) the right one(s)."""
    spans = [span for target in anaphor.targets for span in report.names[target]]
    if len(anaphor.targets) == 1:
        right = set().union(*(best_actors(actors, span) for span in spans))
    else:
        # A group actor such as "Armenia and Azerbaijan" fits neither name best, but is right.
        right = {
            index
            for index, actor in enumerate(actors)
            if any(overlaps(mention, span) for mention in actor.get("mentions", []) for span in spans)
        }
    return bool(found) and found <= right


def score_report(report: Report, actors: list[dict[str, Any]]) -> Iterator[Result]:
    for anaphor in report.anaphors:
        found = best_actors(actors, (anaphor.start, anaphor.end))
        answer = " / ".join(str(actors[i].get("name") or actors[i].get("id")) for i in sorted(found))
        yield Result(report, anaphor, is_right(report, anaphor, actors, found), answer if found else None)


def score(reports: Iterable[Report], records: Iterable[dict[str, Any]]) -> list[Result]:
    """Score output records against the reports; a report without a record has no actors."""
    by_id = {record["report"]["id"]: record for record in records if "report" in record}
    results: list[Result] = []
    for report in reports:
        record = by_id.get(report.id)
        if record is None:
            print(f"warning: no output for {report.id}", file=sys.stderr)
            record = {}
        elif record["report"].get("text", report.text) != report.text:
            raise ValueError(f"{report.id}: the text of the output is not the text that was emitted")
        results += score_report(report, record.get("actors", []))
    return results


def summarize(results: list[Result]) -> dict[str, dict[str, Any]]:
    """Counts and shares for all anaphors and for each kind."""
    summary: dict[str, dict[str, Any]] = {}
    for kind in ("all", "pronoun", "description"):
        chosen = [r for r in results if kind in ("all", r.anaphor.kind)]
        right = sum(r.right for r in chosen)
        summary[kind] = {
            "total": len(chosen),
            "right": right,
            "share": round(right / len(chosen), 4) if chosen else None,
            "without_actor": sum(r.answer is None for r in chosen),
        }
    return summary


def describe_miss(result: Result) -> str:
    report, anaphor = result.report, result.anaphor
    before = report.text[max(0, anaphor.start - 50) : anaphor.start]
    after = report.text[anaphor.end : anaphor.end + 30]
    wanted = " + ".join(
        report.text[slice(*max(report.names[t], key=lambda s: s[1] - s[0]))] for t in anaphor.targets
    )
    context = f"{before}[{anaphor.text}]{after}".replace("\n", " ")
    return f"{report.id}: …{context}…\n    wanted: {wanted}\n    got: {result.answer or '(no actor)'}"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Score actor coreference in the marked reports.")
    action = parser.add_mutually_exclusive_group(required=True)
    action.add_argument("--emit", metavar="FILE", help="write the plain reports as JSON Lines ('-' for stdout)")
    action.add_argument("--score", metavar="OUT.jsonl", help="score this output ('-' for stdin)")
    parser.add_argument(
        "--part", choices=("all", "development", "held-out"), default="all", help="score only these reports"
    )
    parser.add_argument("--misses", action="store_true", help="also list what was not right")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    args = parser.parse_args(argv)

    reports = load_reports()
    if args.emit:
        lines = "".join(
            json.dumps({"id": r.id, "text": r.text, "published": r.published}, ensure_ascii=False) + "\n"
            for r in reports
        )
        if args.emit == "-":
            sys.stdout.write(lines)
        else:
            Path(args.emit).write_text(lines, encoding="utf-8")
        return 0

    output = sys.stdin.read() if args.score == "-" else Path(args.score).read_text(encoding="utf-8")
    # Split on "\n" only: str.splitlines would also split at U+2028 within a string.
    results = score(part_of(reports, args.part), (json.loads(line) for line in output.split("\n") if line.strip()))
    summary = summarize(results)
    misses = [describe_miss(r) for r in results if not r.right]
    if args.json:
        print(json.dumps({**summary, **({"misses": misses} if args.misses else {})}, ensure_ascii=False, indent=2))
        return 0
    for kind, counts in summary.items():
        share = f"{counts['share']:.1%}" if counts["share"] is not None else "-"
        print(
            f"{kind:<12} {counts['right']:>4} of {counts['total']:>4} right  {share:>6}"
            f"   without an actor: {counts['without_actor']}"
        )
    if args.misses:
        print("", *misses, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
