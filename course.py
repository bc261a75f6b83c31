#!/usr/bin/env python3
"""Prepare the course on this machine, then run it. The only file to run on a fresh machine.

    python3 course.py                build the course and open it in the browser
    python3 course.py test           run all the tests
    python3 course.py lab            open the notebooks in JupyterLab
    python3 course.py present TOPIC --jupyter
                                     present a module with a live kernel, in JupyterLab
    python3 course.py check          any other words go to the command `coursekit`

Needs the standard library alone. The first lines run on any Python, to say when it is too old.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "This course needs Python 3.11 or newer; this is Python %d.%d. "
        "Install a newer one and run the same command with it." % sys.version_info[:2]
    )

import hashlib
import json
import os
import shutil
import subprocess
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
COURSE = ROOT / ".venv"
LAB = ROOT / ".venv-lab"
TREE = ROOT / "_build" / "course"
COVERED = {"requirements-test.lock": ("requirements.lock",)}  # what else a lock file installs
# Cells of one notebook need each other: a notebook stays with one worker.
NBVAL = ("-p", "tests.nbval_kernels", "-q", "-n", "2", "--dist", "loadfile")
NBVAL += ("--nbval-lax", "-W", "ignore")
TESTS = ("-n", "2", "--dist", "loadgroup", "--durations=15", "--durations-min=1", "tests")
TREES = {"romanian": ("--lang", "ro"), "lampedusa": ("--town", "lampedusa")}  # run as well
NOTEBOOKS = ("book", "modules", "exercises", "solutions")


def main(words):
    command = words[0] if words else "serve"
    if command == "test":
        return test(words[1:])
    if command == "lab":
        return lab(words[1:])
    if command == "present" and "--jupyter" in words:
        return present(words[1:])
    python = prepare(COURSE, "requirements.lock")
    return run([python, "-m", "coursekit", *(words or ["serve"])])


def lab(words):
    """JupyterLab over the tree in which all names and figures are filled in."""
    python = prepare(LAB, "requirements-lab.lock")
    if words[:1] == ["--town"]:
        tree, town, words = TREE.parent / "towns" / "lab", words[:2], words[2:]
    else:
        tree, town = TREE, []
    problems = run([python, "-m", "coursekit", "localise", *town, str(tree)])
    return problems or run([python, "-m", "jupyter", "lab", *words], tree)


def present(words):
    """A lecture in JupyterLab, ready to be shown as a deck: TOPIC [--town X] [--lang Y]."""
    words = [word for word in words if word != "--jupyter"]
    chosen = [word for n, word in enumerate(words) if not is_option(words, n)]
    known = sorted(path.parent.name for path in ROOT.glob("modules/*/lecture.ipynb"))
    if len(chosen) != 1 or chosen[0] not in known:
        sys.exit("Name one module: python3 course.py present TOPIC --jupyter\n" + "\n".join(known))
    options = [word for word in words if word not in chosen]
    if not (LAB / "coursekit-stamp").exists():
        print("This installs JupyterLab with its slides (jupyterlab-slideshow) and its MyST texts")
        print("(jupyterlab-myst) into .venv-lab: about 600 MB, once. Learners do not need it.")
    python = prepare(LAB, "requirements-lab.lock")
    tree = TREE.parent / "present"
    problems = run([python, "-m", "coursekit", "localise", "--deck", *options, str(tree)])
    return problems or run(deck_command(python, tree, "modules/%s/lecture.ipynb" % chosen[0]), tree)


def is_option(words, place):
    """Whether a word is the name of an option, or the value behind one."""
    return words[place].startswith("-") or (place and words[place - 1] in ("--town", "--lang"))


def deck_command(python, tree, notebook):
    """JupyterLab at a notebook, with the tree's own settings: a button that begins the deck."""
    own = tree / ".jupyterlab"
    places = ["--LabApp.user_settings_dir=%s" % (own / "settings")]
    places += ["--LabApp.workspaces_dir=%s" % (own / "workspaces")]
    return [python, "-m", "jupyter", "lab", *places, "--LabApp.default_url=/lab/tree/" + notebook]


def test(words):
    """All notebooks, then all tests; words are passed to pytest instead, if there are any."""
    python = prepare(COURSE, "requirements-test.lock")
    prepare(LAB, "requirements-lab.lock")
    pytest = [python, "-m", "pytest"]
    if words:
        return run([*pytest, *words])
    print("1/2 Every notebook runs (nbval)", flush=True)
    failed, folders = 0, [*NOTEBOOKS]
    for name, options in TREES.items():
        tree = Path("_build", "nbval", name)
        failed = run([python, "-m", "coursekit", "localise", *options, str(tree)]) or failed
        folders += [str(tree / folder) for folder in NOTEBOOKS]
    failed = run([*pytest, *NBVAL, *folders]) or failed
    print("2/2 Rules, grading, pages in the browser, JupyterLab", flush=True)
    return run([*pytest, *TESTS]) or failed


def quiet_lab(folder):
    """JupyterLab without news and update checks: nothing leaves the machine unasked."""
    settings = folder / "share" / "jupyter" / "lab" / "settings"
    settings.mkdir(parents=True, exist_ok=True)
    quiet = {"fetchNews": "false", "checkForUpdates": False}
    overrides = {"@jupyterlab/apputils-extension:notification": quiet}
    (settings / "overrides.json").write_text(json.dumps(overrides), encoding="utf-8")


def prepare(folder, lock_name):
    """The Python of an environment that holds what the lock file names; made when needed."""
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "coursekit-stamp"
    wanted = fingerprint(folder, lock_name)
    if python.exists() and stamp.exists() and wanted in stamp.read_text().split():
        return str(python)
    print("Preparing %s (once; needs the network)." % folder.name, flush=True)
    if not python.exists():
        make_environment(folder)
    install(python, ROOT / lock_name)
    if folder == LAB:
        quiet_lab(folder)
    with stamp.open("a") as file:
        for name in (lock_name, *COVERED.get(lock_name, ())):
            file.write(fingerprint(folder, name) + "\n")
    return str(python)


def fingerprint(folder, lock_name):
    parts = [(ROOT / lock_name).read_bytes(), (ROOT / "pyproject.toml").read_bytes()]
    parts.append(str(folder).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def make_environment(folder):
    shutil.rmtree(folder, ignore_errors=True)
    try:
        venv.create(folder, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        shutil.rmtree(folder, ignore_errors=True)
        stop("%s ensurepip" % error)


def install(python, lock):
    """Everything in the lock file, hashes checked, then the course itself."""
    total = sum(1 for line in lock.read_text().splitlines() if "==" in line and line[0] != " ")
    pip = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    follow([*pip, "--require-hashes", "-r", str(lock)], total)
    follow([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], 1)


def follow(command, total):
    """Run pip, show how far it is, and turn its faults into one sentence."""
    done, lines = 0, []
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
    )
    for line in process.stdout:
        lines.append(line)
        if line.startswith(("Collecting ", "Obtaining ", "Processing ", "Requirement already")):
            done += 1
            print("\r  %d of %d packages " % (min(done, total), total), end="", flush=True)
        elif line.startswith("Installing collected"):
            print("\r  installing %d packages … " % total, end="", flush=True)
    print()
    if process.wait():
        stop("".join(lines))


FAULTS = (
    (
        ("No space left", "Errno 28", "not enough space"),
        "The disk is full: free about 1 GB and run the same command again.",
    ),
    (
        ("ensurepip",),
        "Python's own packages venv and ensurepip are missing: install them "
        "(on Debian and Ubuntu: python3-venv) and run the same command again.",
    ),
    (
        (
            "Temporary failure",
            "getaddrinfo",
            "Connection",
            "timed out",
            "Network",
            "ProxyError",
            "No matching distribution",
            "Could not fetch",
            "SSLError",
        ),
        "The packages could not be fetched: connect this machine to the internet "
        "and run the same command again.",
    ),
)


def advice(output):
    """What to do about a fault, in one sentence; an empty text if it is not known."""
    for signs, sentence in FAULTS:
        if any(sign in output for sign in signs):
            return sentence
    return ""


def stop(output):
    """End with the one sentence, or with the last lines of a fault that is not known."""
    unknown = "%s\nThe packages could not be installed: see the lines above." % output[-2000:]
    sys.exit(advice(output) or unknown)


def run(command, folder=ROOT):
    """Run a command to its end; Ctrl+C ends both in peace."""
    try:
        return subprocess.run(command, cwd=folder).returncode
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
