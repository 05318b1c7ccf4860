"""Tests of score.py: python3 -m unittest discover -s tests/coreference -p '*_test.py'"""

import unittest

import score

SOURCE = """# published: 2023-05-17

{a:Prime Minister Lena Holt} said {a?:she} would meet {b:China's miners' union}. {b?:The union} thanked {a?:her}. \
{a+b?:They} agreed.
"""


class ScoreTest(unittest.TestCase):
    def setUp(self):
        self.report = score.parse_report("toy", SOURCE)

    def spans(self, *words):
        return [[i, i + len(w)] for w in words for i in [self.report.text.index(w)]]

    def run_score(self, *actors):
        records = [
            {
                "report": {"id": "toy", "text": self.report.text},
                "actors": [{"id": n, "name": n, "mentions": self.spans(*m)} for n, m in actors],
            }
        ]
        return score.score([self.report], records)

    def test_parse(self):
        self.assertNotIn("{", self.report.text)
        self.assertEqual([a.text for a in self.report.anaphors], ["she", "The union", "her", "They"])
        for a in self.report.anaphors:
            self.assertEqual(self.report.text[a.start : a.end], a.text)
        self.assertEqual([a.kind for a in self.report.anaphors], ["pronoun", "description", "pronoun", "pronoun"])

    def test_broken(self):
        for body in ("{a:One {b:two}}", "{a?:He} left", "{a:One", "{a+b:Both}"):
            with self.assertRaises(ValueError):
                score.parse_report("x", "# published: 2023-05-17\n\n" + body)
        with self.assertRaises(ValueError):
            score.parse_report("x", "no header\n\ntext")

    def test_right_wrong_and_none(self):
        results = self.run_score(
            ("Holt", ["Lena Holt", "she", "The union"]), ("union", ["China's miners' union", "They"])
        )
        self.assertEqual([r.right for r in results], [True, False, False, True])
        self.assertEqual([r.answer for r in results], ["Holt", "Holt", None, "union"])
        summary = score.summarize(results)
        self.assertEqual(summary["all"], {"total": 4, "right": 2, "share": 0.5, "without_actor": 1})
        self.assertEqual(summary["description"]["right"], 0)

    def test_actor_nested_in_the_name_is_another(self):
        results = self.run_score(("China", ["China", "The union"]), ("union", ["China's miners' union"]))
        self.assertFalse(results[1].right)

    def test_most_exact_mention_counts(self):
        results = self.run_score(("Holt", ["Lena Holt", "she"]), ("clause", ["Lena Holt said she would"]))
        self.assertTrue(results[0].right)

    def test_actor_without_the_name_is_wrong(self):
        results = self.run_score(("she", ["she", "her"]))
        self.assertFalse(any(r.right for r in results))

    def test_group_actor(self):
        whole = self.report.text[: self.report.text.index(".")]
        results = self.run_score(
            ("Holt", ["Prime Minister Lena Holt"]), ("union", ["China's miners' union"]), ("group", [whole, "They"])
        )
        self.assertTrue(results[3].right)

    def test_parts(self):
        reports = score.load_reports()
        parts = [score.part_of(reports, part) for part in ("development", "held-out")]
        self.assertEqual([len(part) for part in parts], [12, 24])
        self.assertEqual(parts[0] + parts[1], score.part_of(reports, "all"))

    def test_the_set(self):
        reports = score.load_reports()
        self.assertEqual(len(reports), 36)
        for report in reports:
            self.assertTrue(3 <= len(report.anaphors) <= 6, f"{report.id}: {len(report.anaphors)}")
            self.assertTrue(90 <= len(report.text.split()) <= 220, f"{report.id}: {len(report.text.split())}")
        kinds = [a.kind for r in reports for a in r.anaphors]
        self.assertGreaterEqual(kinds.count("pronoun"), 70)
        self.assertGreaterEqual(kinds.count("description"), 60)


if __name__ == "__main__":
    unittest.main()
