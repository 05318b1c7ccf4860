#!/usr/bin/env python3
"""The caret runner itself, against a stand-in program that always gives the same answer."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

RUNNER = Path(__file__).with_name("run.py")
TEXT = "Kenya expelled two Sudanese envoys.\nZ\u00fcrich was calm.\n"
ANSWER = {
    "report": {"text": TEXT, "sections": [{"role": "body", "start": 0, "end": 52}]},
    "actors": [{"id": "a1", "name": "Kenya", "country": "KEN", "sectors": ["GOV"],
                "mentions": [[0, 5]]}],
    "places": [{"start": 36, "end": 42, "country": "CHE", "kind": "city"}],
    "events": [{"type": "SANCTION", "mode": "expel", "cameo": "161", "status": "actual",
                "source": {"country": "KEN", "sectors": ["GOV"], "start": 0, "end": 5},
                "target": {"country": "SDN", "sectors": ["GOV"], "start": 15, "end": 34},
                "mentions": [{"start": 6, "end": 14}]}],
}
GOOD = """#: complete event

Kenya expelled two Sudanese envoys.
^^^^^ actor KEN GOV
^^^^^ source SANCTION KEN
      ^^^^^^^^ event SANCTION expel 161 KEN>SDN actual
                   ^^^^^^^^ !event AID
Z\u00fcrich was calm.
^^^^^^ place CHE city
           ^^^^ section body
           ^^^^ !event
"""


class CaretRunner(unittest.TestCase):
    def run_on(self, sample, *options):
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            (folder / "models").mkdir()
            (folder / "models" / "m").touch()
            program = folder / "tidings"
            program.write_text("#!/bin/sh\ncat <<'EOF'\n" + json.dumps(ANSWER) + "\nEOF\n")
            program.chmod(0o755)
            path = folder / "s.report"
            path.write_text(sample, encoding="utf-8")
            done = subprocess.run(
                [sys.executable, RUNNER, "--program", program, *options, path],
                capture_output=True, text=True, encoding="utf-8",
                env={**os.environ, "TIDINGS_MODELS": str(folder / "models")})
            return done.returncode, done.stdout + done.stderr, path.read_text(encoding="utf-8")

    def test_marks_that_hold(self):
        status, output, _ = self.run_on(GOOD)
        self.assertEqual((status, output), (0, "7 marks, 0 do not hold\n"))

    def test_wrong_words_and_wrong_span(self):
        status, output, _ = self.run_on(GOOD.replace("KEN>SDN", "SDN>KEN"))
        self.assertEqual(status, 1)
        self.assertIn("s.report:6: wanted event SANCTION expel 161 SDN>KEN", output)
        self.assertIn("found event SANCTION expel 161 KEN>SDN actual at 'expelled'", output)
        status, output, _ = self.run_on(GOOD.replace("^^^^^ actor", "^^^^ actor"))
        self.assertIn("wanted actor KEN GOV at 'Keny', found actor KEN GOV at 'Kenya'", output)

    def test_wildcards(self):
        for pair in ("*", "*>*", "KEN>*", "*>SDN"):
            self.assertEqual(self.run_on(GOOD.replace("KEN>SDN", pair))[0], 0, pair)
        for pair in ("SDN>*", "*>KEN", "KEN"):
            self.assertEqual(self.run_on(GOOD.replace("KEN>SDN", pair))[0], 1, pair)

    def test_what_must_not_be(self):
        sample = GOOD.replace("^^^^^ actor", "^^^^^ !actor")
        status, output, after = self.run_on(sample, "--update")
        self.assertEqual(status, 1)
        self.assertIn("must not be: actor KEN GOV", output)
        self.assertEqual(after, sample)

    def test_complete_kind_wants_every_event_marked(self):
        sample = GOOD.replace("      ^^^^^^^^ event SANCTION expel 161 KEN>SDN actual\n", "")
        status, output, _ = self.run_on(sample)
        self.assertEqual(status, 1)
        self.assertIn("not marked: event SANCTION", output)
        self.assertEqual(self.run_on(sample, "--update")[2], GOOD)

    def test_update_takes_over_what_is_found(self):
        self.assertEqual(self.run_on(GOOD.replace("expel 161", "- 160"), "--update")[2], GOOD)

    def test_marks_that_are_none(self):
        self.assertIn("not a mark", self.run_on("Kenya\n^^^^^ actress KEN\n")[1])
        self.assertIn("beyond the line", self.run_on("Ken\n^^^^^ actor KEN\n")[1])


if __name__ == "__main__":
    unittest.main()
