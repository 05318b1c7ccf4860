#!/usr/bin/env python3
"""Fails if a stage looks at a stage to its right, or if the trees do not bear the same names.

    check_includes.py ROOT

The order of the stages is that of `add_subdirectory(src/STAGE)` in the root's CMakeLists.txt.
Checked: the includes of src/STAGE and of include/tidings/STAGE.hpp; the stages that
src/STAGE/CMakeLists.txt uses; that every folder of src is a stage; that a folder of tests/unit
and of fuzz bears a stage's name.
"""
import re
import sys
from pathlib import Path

# Public headers that belong to a stage of another name.
HEADER_STAGE = {"error": "base", "text": "base"}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]')


def stages_in_order(root):
    text = (root / "CMakeLists.txt").read_text(encoding="utf-8")
    return re.findall(r"^\s*add_subdirectory\(src/(\w+)\)", text, re.MULTILINE)


def stage_of_include(name, stages):
    """The stage that an include names, or None for a library's or the folder's own header."""
    parts = name.split("/")
    if parts[0] == "tidings" and len(parts) == 2:
        stem = parts[1].removesuffix(".hpp")
        return HEADER_STAGE.get(stem, stem)
    return parts[0] if len(parts) > 1 and parts[0] in stages else None


def check_file(path, stage, root, stages):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        where = f"{path.relative_to(root)}:{number}"
        if ".." in found[1].split("/"):
            yield f"{where}: include names another folder by '..': {found[1]}"
        used = stage_of_include(found[1], stages)
        if used is None:
            continue
        if used not in stages:
            yield f"{where}: '{found[1]}' belongs to no stage"
        elif stages.index(used) > stages.index(stage):
            yield f"{where}: {stage} includes {found[1]} of {used}, which is downstream of it"


def check_uses(root, stage, stages):
    path = root / "src" / stage / "CMakeLists.txt"
    if not path.is_file():
        yield f"src/{stage}: no CMakeLists.txt"
        return
    text = re.sub(r"#.*", "", path.read_text(encoding="utf-8"))
    used = set(re.findall(r"\btidings(?:::|_)(\w+)", text)) - {"stage", "warnings", stage}
    for block in re.findall(r"\bUSES\b([^)]*)", text):
        for word in block.split():
            if word.isupper():
                break
            used.add(word)
    for name in sorted(used & set(stages)):
        if stages.index(name) > stages.index(stage):
            yield f"src/{stage}/CMakeLists.txt: links {name}, which is downstream of it"


def check_names(root, stages):
    for folder in ("src", "tests/unit", "fuzz"):
        for path in sorted((root / folder).glob("*/")):
            if path.name not in stages and any(path.iterdir()):
                yield f"{folder}/{path.name}: not a stage that the root's CMakeLists.txt adds"


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    stages = stages_in_order(root)
    if not stages:
        sys.exit("no add_subdirectory(src/...) in the root's CMakeLists.txt")
    wrong, files = list(check_names(root, stages)), 0
    for stage in stages:
        wrong += check_uses(root, stage, stages)
        for path in sorted((root / "src" / stage).rglob("*")):
            if path.suffix in (".cpp", ".hpp", ".h", ".cc"):
                files += 1
                wrong += check_file(path, stage, root, stages)
    for path in sorted((root / "include" / "tidings").glob("*.hpp")):
        stage = HEADER_STAGE.get(path.stem, path.stem)
        files += 1
        if stage not in stages:
            wrong.append(f"{path.relative_to(root)}: belongs to no stage")
        else:
            wrong += check_file(path, stage, root, stages)
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"{len(stages)} stages, {files} files, {len(wrong)} wrong")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
