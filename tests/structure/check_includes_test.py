#!/usr/bin/env python3
"""The include checker itself: a small tree that is right, then one fault at a time."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHECKER = Path(__file__).with_name("check_includes.py")
TREE = {
    "CMakeLists.txt": "add_subdirectory(src/base)\nadd_subdirectory(src/report)\n"
                      "add_subdirectory(src/coding)\n",
    "src/base/CMakeLists.txt": 'tidings_stage(base "x" SOURCES a.cpp)\n',
    "src/report/CMakeLists.txt": 'tidings_stage(report "x" SOURCES a.cpp USES base LINK z)\n',
    "src/coding/CMakeLists.txt": 'tidings_stage(coding "x" SOURCES a.cpp USES base report)\n',
    "include/tidings/text.hpp": "#include <string>\n",
    "include/tidings/report.hpp": "#include <tidings/text.hpp>\n",
    "include/tidings/coding.hpp": "#include <tidings/report.hpp>\n",
    "src/report/a.cpp": '#include <vector>\n#include "base/x.hpp"\n#include "b.hpp"\n',
    "src/coding/a.cpp": '#include <tidings/coding.hpp>\n#include "report/x.hpp"\n',
}


def run(changes):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**TREE, **changes}.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, CHECKER, folder], capture_output=True, text=True)
        return done.returncode, done.stdout


class CheckIncludes(unittest.TestCase):
    def expect_fault(self, changes, message):
        status, output = run(changes)
        self.assertEqual(status, 1, output)
        self.assertIn(message, output)

    def test_right_tree_passes(self):
        self.assertEqual(run({})[0], 0)

    def test_private_header_of_a_later_stage(self):
        self.expect_fault({"src/report/a.cpp": '#include "coding/x.hpp"\n'},
                          "src/report/a.cpp:1: report includes coding/x.hpp of coding")

    def test_public_header_of_a_later_stage(self):
        self.expect_fault({"src/report/a.cpp": "#include <tidings/coding.hpp>\n"}, "downstream")

    def test_public_header_includes_a_later_one(self):
        self.expect_fault({"include/tidings/text.hpp": "#include <tidings/report.hpp>\n"},
                          "include/tidings/text.hpp:1: base includes")

    def test_link_to_a_later_stage(self):
        self.expect_fault(
            {"src/report/CMakeLists.txt": 'tidings_stage(report "x" SOURCES a.cpp USES coding)\n'},
            "links coding")
        self.expect_fault(
            {"src/report/CMakeLists.txt": "target_link_libraries(tidings_report tidings::coding)"},
            "links coding")

    def test_way_around_by_dots(self):
        self.expect_fault({"src/report/a.cpp": '#include "../coding/x.hpp"\n'}, "'..'")

    def test_folder_that_is_no_stage(self):
        self.expect_fault({"tests/unit/codings/x.cpp": "\n"}, "tests/unit/codings: not a stage")


if __name__ == "__main__":
    unittest.main()
