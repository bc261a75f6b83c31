"""The zip for a USB stick, and the list from which a site is saved offline."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from coursekit.audit import read_page
from coursekit.hosts.offline import LIST, WORKER, list_of, part_of, write_offline
from coursekit.hosts.stick import FIRST, FOLDER, write_zip

from .conftest import ROOT

HOMES = {"en": "", "ro": "ro/"}
FILES = {
    "index.html": "start",
    "book/welcome.html": "welcome",
    "_static/host-static.js": "shared",
    "_static/reveal.js": "reveal",
    "slides/speaker.html": "speaker",
    "ro/index.html": "început",
    "ro/_static/host-static.js": "shared",
    "ro/slides/one.html": "slides",
    ".htaccess": "for the server",
    "_headers": "for the server",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return _write(tmp_path / "site", FILES)


def _write(site: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    write_offline(site, HOMES)
    return site


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("index.html", "en"),
        ("ro/index.html", "ro"),
        ("rota.html", "en"),
        ("slides/one.html", "en-slides"),
        ("ro/slides/one.html", "ro-slides"),
        ("ro/_static/reveal.js", "ro-slides"),
        ("modules/slides/lecture.html", "en"),
    ],
)
def test_every_file_belongs_to_one_part(path, part):
    assert part_of(path, HOMES) == part


def test_the_list_names_what_pages_load_and_nothing_of_the_server(site):
    found = list_of(site, HOMES)
    paths = [path for part in found["parts"] for path, _, _ in part["files"]]
    assert sorted(paths) == sorted(set(FILES) - {".htaccess", "_headers"})
    assert [part["id"] for part in found["parts"]] == ["en", "en-slides", "ro", "ro-slides"]
    digests = {path: digest for part in found["parts"] for path, digest, _ in part["files"]}
    assert digests["_static/host-static.js"] == digests["ro/_static/host-static.js"]


def test_the_version_changes_with_the_content_alone(site, tmp_path):
    first = (site / LIST).read_bytes()
    again = _write(tmp_path / "again", dict(reversed(FILES.items())))
    assert (again / LIST).read_bytes() == first
    (again / "book" / "welcome.html").write_text("Welcome", "utf-8")
    assert list_of(again, HOMES)["version"] != json.loads(first)["version"]


def test_the_worker_and_the_list_are_not_on_the_list(site):
    assert {LIST, WORKER} <= {file.name for file in site.iterdir()}
    assert WORKER not in (site / LIST).read_text("utf-8")


def test_a_zip_of_the_same_site_is_the_same_whenever_it_is_made(site, tmp_path):
    first = write_zip(ROOT, site).read_bytes()
    again = _write(tmp_path / "later" / "site", dict(reversed(FILES.items())))
    for file in again.rglob("*"):
        os.utime(file, (1, 1))
    assert write_zip(ROOT, again).read_bytes() == first


def test_the_zip_says_in_each_language_which_file_to_open(site):
    with zipfile.ZipFile(write_zip(ROOT, site)) as stick:
        names = stick.namelist()
        text = stick.read(FIRST).decode()
    assert {f"{FOLDER}/{name}" for name in FILES} | {FIRST} <= set(names)
    assert names == sorted(names, key=lambda name: (name != FIRST, name))
    links = read_page(text).links
    assert links == [f"{FOLDER}/index.html", f"{FOLDER}/ro/index.html"] and set(links) <= set(names)
    assert "Open the course" in text and "Deschideți cursul" in text
