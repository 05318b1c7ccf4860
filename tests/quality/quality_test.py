#!/usr/bin/env python3
"""The quality gate itself, on a gold set and a scorer made up for it."""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

GATE = Path(__file__).resolve().parent.parent.parent / "tools" / "quality"
SCORER = ("import json, sys\n"
          "print(json.dumps({'type': float(open(sys.argv[3]).read()), 'who_whom': 0.5}))\n")


class QualityGate(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.folder = Path(self.scratch.name)
        self.addCleanup(self.scratch.cleanup)
        (self.folder / "shared/gold").mkdir(parents=True)
        (self.folder / "shared/tools").mkdir()
        (self.folder / "shared/tools/score_classes.py").write_text(SCORER)
        for part in ("input", "gold"):
            (self.folder / f"shared/gold/events_plover_gsr.{part}.jsonl").write_text("{}\n")
        self.baseline = self.folder / "baseline.json"
        self.baseline.write_text('{"sets": {}}')

    def gate(self, score, *options):
        """Runs the gate on a program whose output is the score that it shall get."""
        program = self.folder / "tidings"
        program.write_text(f"#!/bin/sh\necho {score}\n")
        program.chmod(0o755)
        done = subprocess.run(
            [sys.executable, GATE, "--program", program, "--shared", self.folder / "shared",
             "--baseline", self.baseline, *options, "gsr"],
            capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def floors(self):
        return json.loads(self.baseline.read_text())["sets"]["gsr"]["floors"]

    def test_without_floors_fails(self):
        self.assertEqual(self.gate(0.6)[0], 1)

    def test_floor_holds_and_breaks(self):
        self.assertEqual(self.gate(0.6, "--update")[0], 0)
        self.assertEqual(self.floors(), {"type": 0.6, "who_whom": 0.5})
        self.assertEqual(self.gate(0.6)[0], 0)
        self.assertEqual(self.gate(0.598)[0], 0)     # within the tolerance
        status, output = self.gate(0.59)
        self.assertEqual(status, 1)
        self.assertIn("0.5900  floor 0.6000  BELOW", output)

    def test_update_raises_but_does_not_lower(self):
        self.gate(0.6, "--update")
        self.gate(0.7, "--update")
        self.assertEqual(self.floors()["type"], 0.7)
        status, output = self.gate(0.5, "--update")
        self.assertEqual(status, 1)
        self.assertIn("refused", output)
        self.assertEqual(self.floors()["type"], 0.7)
        self.assertEqual(self.gate(0.5, "--update", "--allow-regression", "why")[0], 0)
        self.assertEqual(self.floors()["type"], 0.5)
        self.assertIn("0.7000 to 0.5000: why", self.baseline.read_text())

    def test_small_steps_down_do_not_add_up(self):
        self.gate(0.6, "--update")
        self.gate(0.597, "--update")
        self.assertEqual(self.floors()["type"], 0.6)

    def test_other_texts_are_not_compared(self):
        self.gate(0.6, "--update")
        (self.folder / "shared/gold/events_plover_gsr.gold.jsonl").write_text("{ }\n")
        status, output = self.gate(0.6)
        self.assertEqual(status, 1)
        self.assertIn("other texts", output)

    def test_skips_where_there_is_no_gold(self):
        done = subprocess.run([sys.executable, GATE, "--shared", self.folder / "none", "gsr"],
                              capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 77)
        self.assertIn("not part of the project", done.stdout)


if __name__ == "__main__":
    unittest.main()
