#!/usr/bin/env python3
"""Pages a second and core: tidings against trafilatura's fast mode, on the same pages, in turns.

    pages_bench.py [--program BUILD/tidings] [--rounds N] --python VENV/bin/python FOLDER ...

FOLDERs hold pages (*.html, *.htm). The interpreter named by --python must have trafilatura installed
(`python3 -m venv VENV && VENV/bin/pip install trafilatura`). Both read the text and the metadata of
every page on one thread. Counted is processor time: of tidings that of the whole process, start
included; of trafilatura that of the extraction alone, imports and reading of files left out. Printed
are the medians and the median of the ratios of each round.
"""
import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def pages(folders):
    return sorted(p for f in folders for p in Path(f).rglob("*") if p.suffix in (".html", ".htm"))


def work(folders):
    """Runs in the other interpreter: seconds that trafilatura takes for all pages."""
    from trafilatura import bare_extraction
    took = 0.0
    for page in pages(folders):
        data = page.read_bytes()
        start = time.process_time()
        try:
            bare_extraction(data, fast=True, with_metadata=True, include_comments=False)
        except Exception:       # a page that it cannot read has taken its time all the same
            pass
        took += time.process_time() - start
    print(json.dumps(took))


def run_tidings(program, files):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "read", "--threads", "1", *files], stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run_trafilatura(python, folders):
    done = subprocess.run([python, __file__, "--work", *folders], capture_output=True, text=True,
                          check=True)
    return json.loads(done.stdout.splitlines()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=ROOT / "build" / "release" / "tidings")
    parser.add_argument("--python", help="interpreter that has trafilatura")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    options = parser.parse_args()
    if options.work:
        return work(options.folders)
    if not options.python or not os.access(options.python, os.X_OK):
        parser.error("--python names no interpreter")
    files = pages(options.folders)
    if not files:
        parser.error("no pages in these folders")
    ours, theirs = [], []
    for _ in range(options.rounds):
        ours.append(run_tidings(options.program, files) * 1000 / len(files))
        theirs.append(run_trafilatura(options.python, options.folders) * 1000 / len(files))
        print(f"tidings {ours[-1]:.2f} ms a page, trafilatura {theirs[-1]:.2f}", file=sys.stderr)
    ratio = statistics.median(b / a for a, b in zip(ours, theirs))
    print(f"{len(files)} pages, {options.rounds} rounds: tidings {statistics.median(ours):.2f} ms a "
          f"page, trafilatura {statistics.median(theirs):.2f}, ratio {ratio:.1f}")
    return None


if __name__ == "__main__":
    main()
