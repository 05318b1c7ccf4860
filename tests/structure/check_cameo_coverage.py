#!/usr/bin/env python3
"""Fails unless every CAMEO leaf code outside root 01 is reached by at least two lexicon entries.

    check_cameo_coverage.py [ROOT]

An entry reaches a code by a rule that names it, or by an operator whose row of
data/events/composition.tsv gives it for an inner event that the lexicon can code.
"""
import collections
import re
import sys
from pathlib import Path

ACTION = re.compile(r"=>\s*(\S+)\s+(\S+)(?:\s+(\S+))?")


def table(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines()
             if line.strip() and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def read_rules(folder):
    """Codes and operators with the entries that use them, and the (type, mode) of each code."""
    codes, operators = collections.defaultdict(set), collections.defaultdict(set)
    readings = set()
    for path in sorted(folder.glob("*.events")):
        entry = None
        for line in path.read_text(encoding="utf-8").splitlines():
            line = line.split("#")[0].rstrip()
            indent = len(line) - len(line.lstrip())
            if line and indent == 0:
                entry = f"{path.name}:{line}"
            found = ACTION.search(line) if line and indent == 4 else None
            if not found:
                continue
            action, mode, code = found.groups()
            if action == "compose":
                operators[mode].add(entry)
            elif code:
                codes[code].add(entry)
                readings.add((action, mode, code))
    return codes, operators, readings


def can_be_coded(inner, readings):
    if inner in ("*", "-"):
        return True
    if inner[0].isdigit():
        return any(code.startswith(inner) for _, _, code in readings)
    kind, _, mode = inner.partition("/")
    return any(t == kind and (not mode or m == mode) for t, m, _ in readings)


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    names = {row[0]: row[1] for row in table(root / "data/ontology/codes.tsv")}
    leaves = [code for code in names if not code.startswith("01")
              and not any(other != code and other.startswith(code) for other in names)]
    codes, operators, readings = read_rules(root / "data/events")
    for op, inner, _, _, code in table(root / "data/events/composition.tsv"):
        if code in names and can_be_coded(inner, readings):
            codes[code] |= operators[op]
    few = [code for code in leaves if len(codes[code]) < 2]
    for code in few:
        print(f"CAMEO {code} ({names[code]}) is reached by {len(codes[code])} entries")
    print(f"{len(leaves)} leaf codes, {len(few)} with fewer than two entries")
    return 1 if few or not leaves else 0


if __name__ == "__main__":
    sys.exit(main())
