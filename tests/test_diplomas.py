"""Diplomas on paper and as pictures: sound, to be listened to, read by a scanner, never half."""

from __future__ import annotations

import csv
import io
import json
import os
import stat
import struct
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import process_time

import pikepdf
import pytest
import zxingcpp
from PIL import Image, ImageFilter

from coursekit.award.files import texts_of
from coursekit.award.folder import open_folder, read_private, write_whole
from coursekit.award.keyring import new_key, open_key
from coursekit.award.picture import bake, baked
from coursekit.award.public import PublicKey, read_keys
from coursekit.award.published import Published
from coursekit.award.roster import Participant
from coursekit.award.signing import public_jwk, thumbprint
from coursekit.award.verdict import judge
from coursekit.bundle import own_labels
from coursekit.cli import main
from coursekit.content.course import load_course
from coursekit.errors import CourseError
from coursekit.hosts.awarding import make
from coursekit.hosts.awarding.archive import write_archive
from coursekit.hosts.awarding.make import Award, award, read_record, records
from coursekit.hosts.awarding.words import Words
from coursekit.hosts.printing.typeset import compiled
from coursekit.translate.language import read_interface

from .conftest import ROOT
from .pdf_tags import tags, text_of
from .test_broken import copy_of_tiny
from .test_towns import TOWN
from .vectors.make_diploma import KEYS, NOW, kid_of

TODAY = date(2026, 11, 27)
BASE = "https://curs.town.example/"
PASSPHRASE = "four fictional words here"
OFFICE = "Testtown City Hall (FICTIONAL)"
LONG = "Maximiliana Alexandra " * 9
ANA = Participant(2, "Ștefania Țurcanu-Öz", "2026-11-27", "supervised", 22.5)
PEOPLE = [
    ANA,
    Participant(3, LONG.strip(), "2026-11-27", "attended", 24),
    Participant(4, "Олена Шевченко", "2026-11-27", "attended", 24),
]


def _words(lang: str) -> Words:
    """The words of a course that could be."""
    labels = {**own_labels(), **(read_interface(ROOT, lang) if lang != "en" else {})}
    return Words(
        lang=lang,
        labels={key: text for key, text in labels.items() if key.startswith("award")},
        course="Talking about migration: a course for town halls",
        issuer=OFFICE,
        title="Certificate of completion",
        modules=tuple(f"{n} A module with a name" for n in range(1, 11)),
        competences=("Saying what is so", "Asking who is not in the room"),
        attendance=80,
    )


@pytest.fixture(scope="module")
def common(tmp_path_factory) -> Award:
    folder = tmp_path_factory.mktemp("town")
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'
    (folder / "logo.svg").write_text(logo)
    return Award(
        words=[_words("ro"), _words("en")],
        base=BASE,
        modules="1-10",
        expires="",
        public=KEYS[kid_of(NOW)],
        town="x",
        course="A course",
        root=folder,
        logo={"path": "/logo.svg", "alt": "Coat of arms"},
    )


@pytest.fixture(scope="module")
def made(common, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("diplomas")
    assert len(award(folder, PEOPLE, common, NOW).new) == 3
    return folder


def _home(folder: Path, name: str) -> Path:
    serial = next(one.serial for one in records(folder) if one.name == name)
    return folder / "diplomas" / serial


def test_a_diploma_is_archived_tagged_and_told_in_both_languages(made):
    file = _home(made, ANA.name) / "diploma.pdf"
    with pikepdf.open(file) as pdf:
        about = pdf.open_metadata()
        assert about["pdfuaid:part"] == "1"
        assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "A")
        assert str(pdf.Root.Lang) == "ro"
        kinds = [tag.kind for tag in tags(pdf)]
        assert kinds.count("H1") == 2 and "Link" in kinds
        assert all(tag.alt for tag in tags(pdf) if tag.kind == "Figure")
        assert len(pdf.pages) == 2
    text = text_of(file)
    for said in (ANA.name, "Diplomă", "22,5", "27 noiembrie 2026", "27 November 2026", "22.5"):
        assert said.replace(" ", "") in text, said
    words = _words("ro").labels
    for name in ("awardMeans-supervised", "awardNot-supervised", "awardSignTrainer"):
        assert words[name].replace(" ", "") in text, name


def test_paper_and_picture_hold_in_every_check(made):
    for person in PEOPLE:
        home = _home(made, person.name)
        for name in ("diploma.pdf", "badge.png", "credential.jwt"):
            (found,) = texts_of(str(home / name))
            answer = judge(found, KEYS, {}, "2026-11-28")
            assert answer.holds, (name, answer)
            assert (answer.says["name"], answer.says["level"]) == (person.name, person.level)
            assert answer.says["hours"] == f"{person.hours:g}"


@pytest.mark.parametrize("name", [ANA.name, LONG.strip()])
def test_the_code_is_read_from_a_poor_scan(common, made, name):
    """Printed at 3 cm, scanned at 300 dpi in grey, a little turned and out of focus."""
    record = json.loads((_home(made, name) / "record.json").read_text("utf-8"))
    page = make.pages_of(made, [_home(made, name).name], common)[0]
    assert page["code"]["width"] >= 30
    layout = b"#let d = json(bytes(sys.inputs.paper))\n#set page(width: 70mm, height: 70mm)\n"
    layout += b'#image(bytes(d.svg), format: "svg", width: d.width * 1mm)'
    png = compiled(layout, json.dumps(page["code"]), made, "code", picture=True)
    drawn = Image.open(io.BytesIO(png)).convert("L")
    paper = drawn.resize([round(70 / 25.4 * 300)] * 2, Image.Resampling.BOX)
    for turned in (-3, 7, 90):
        scan = paper.rotate(turned, Image.Resampling.BICUBIC, fillcolor=255)
        scan = scan.filter(ImageFilter.GaussianBlur(1))
        (found,) = zxingcpp.read_barcodes(scan)
        assert found.text == f"{BASE}book/verify.html#{record['code']}", turned


def test_a_badge_is_a_picture_with_one_credential(made):
    png = (_home(made, ANA.name) / "badge.png").read_bytes()
    picture = Image.open(io.BytesIO(png))
    assert picture.text["openbadgecredential"] == baked(png)
    assert picture.size[0] == picture.size[1] > 300
    assert baked(bake(png, baked(png))) == ""
    assert baked(png[:-20][:60]) == "" and baked(b"no picture") == ""


def test_all_that_can_be_handed_in_is_found(common, made, tmp_path):
    codes = [json.loads(file.read_text("utf-8"))["code"] for file in made.rglob("record.json")]
    pages = make.pages_of(made, [one.serial for one in records(made)], common)
    file = tmp_path / "file"
    file.write_bytes(make.typeset_diplomas(pages, common, "pack"))
    assert sorted(texts_of(str(file))) == sorted(codes)
    broken_over_lines = f"{BASE}book/verify.html#{codes[0][:90]}\n  {codes[0][90:]} "
    assert texts_of(broken_over_lines) == [codes[0]]
    own = b"%PDF-1.7\n(https://town.example/book/verify.html#self-declared)"
    for data, verdict in ((own, "self-declared"), (b"%PDF-1.7", "form"), (b"\x89PNG", "form")):
        file.write_bytes(data)
        assert [judge(text, KEYS, {}, "2026-11-28").verdict for text in texts_of(str(file))] == [
            verdict
        ]
    bomb = zlib.compress(bytes(70_000_000), 9)
    file.write_bytes(b"%PDF-1.7\n1 0 obj stream\n" + bomb + b"\nendstream")
    with pytest.raises(CourseError, match="unpacks to too much"):
        texts_of(str(file))


def test_a_packed_text_in_a_picture_is_read_as_well():
    def chunk(how: bytes, text: bytes) -> bytes:
        body = b"openbadgecredential\0" + how + b"\0\0" + text
        return struct.pack(">I", len(body)) + b"iTXt" + body + bytes(4)

    packed = zlib.compress(b"eyJ")
    assert baked(b"\x89PNG\r\n\x1a\n" + chunk(b"\1\0", packed)) == "eyJ"
    for how, text in (
        (b"\1\0", b"eyJ"),
        (b"\1\1", packed),
        (b"\1\0", zlib.compress(bytes(300_000))),
    ):
        assert baked(b"\x89PNG\r\n\x1a\n" + chunk(how, text)) == ""


def test_a_second_run_makes_nothing_and_says_what_differs(common, made):
    before = {path: path.stat().st_mtime_ns for path in made.rglob("*.pdf")}
    changed = [replace(PEOPLE[1], hours=20), *PEOPLE[2:], ANA]
    again = award(made, changed, common, NOW)
    assert (len(again.new), len(again.there)) == (0, 2)
    assert [person.line for person, _ in again.changed] == [3]
    assert before == {path: path.stat().st_mtime_ns for path in made.rglob("*.pdf")}


def test_a_crash_leaves_only_whole_diplomas(common, tmp_path, monkeypatch):
    real, calls = make.typeset_diplomas, []

    def breaks(*args):
        calls.append(args)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return real(*args)

    monkeypatch.setattr(make, "typeset_diplomas", breaks)
    with pytest.raises(KeyboardInterrupt):
        award(tmp_path, PEOPLE, common, NOW)
    assert [one.name for one in records(tmp_path)] == [ANA.name]
    monkeypatch.undo()
    again = award(tmp_path, PEOPLE, common, NOW)
    assert (len(again.new), len(again.there)) == (2, 1)
    assert not list((tmp_path / "diplomas").glob(".*"))
    for home in (tmp_path / "diplomas").iterdir():
        assert {file.name for file in home.iterdir()} == {
            "diploma.pdf",
            "badge.png",
            "credential.jwt",
            "record.json",
        }


def test_five_hundred_are_made_within_a_minute(common, tmp_path):
    """By the time of one processor alone, and so on however busy a machine; two share the work."""
    award(tmp_path, [ANA], common, NOW)
    start = process_time()
    award(tmp_path, [replace(ANA, name=f"Ana {sign}") for sign in "ABCDEF"], common, NOW)
    assert (process_time() - start) / 6 * 500 < 60


def test_many_are_made_by_two_processes(common, tmp_path):
    many = [replace(ANA, name=f"Ana {sign}") for sign in "ABCDEFGH"]
    assert len(award(tmp_path, many, replace(common, words=common.words[:1]), NOW).new) == 8
    assert len(records(tmp_path)) == 8


def test_the_archive_shows_names_as_text_and_who_was_revoked(common, tmp_path):
    hostile = replace(ANA, name="<script>alert</script>")
    award(tmp_path, [hostile], common, NOW)
    (one,) = records(tmp_path)
    files = write_archive(tmp_path, common.words[1], {one.serial: "2026-11-28"})
    page = files[1].read_text("utf-8")
    assert "&lt;script&gt;" in page and "<script" not in page and "28 November 2026" in page
    (row,) = csv.DictReader(io.StringIO(files[0].read_text("utf-8-sig")))
    assert row["revoked"] == "2026-11-28"
    (tmp_path / "diplomas" / one.serial / "record.json").write_text("{}")
    with pytest.raises(CourseError, match="not what we wrote"):
        read_record(tmp_path / "diplomas" / one.serial)


def test_a_private_key_is_locked_and_for_its_owner_alone(tmp_path):
    with pytest.raises(CourseError, match="shorter"):
        new_key(tmp_path, "short")
    key = new_key(tmp_path, PASSPHRASE)
    kid = thumbprint(public_jwk(key.public_key()))
    (file,) = (tmp_path / "keys").iterdir()
    assert file.read_bytes().startswith(b"-----BEGIN ENCRYPTED PRIVATE KEY-----")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert open_key(tmp_path, kid, PASSPHRASE).private_numbers() == key.private_numbers()
    for wrong in ("", "another phrase of words"):
        with pytest.raises(CourseError, match="does not open"):
            open_key(tmp_path, kid, wrong)
    file.chmod(0o644)
    with pytest.raises(CourseError, match="others on this machine"):
        read_private(file)


def test_no_folder_inside_a_repository(tmp_path):
    (tmp_path / "clone" / ".git").mkdir(parents=True)
    for inside in (tmp_path / "clone" / "deep" / "folder", ROOT / "diplomas"):
        with pytest.raises(CourseError, match="inside the repository"):
            open_folder(inside, ROOT)
        assert not inside.exists()
    folder = open_folder(tmp_path / "own", ROOT)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    write_whole(tmp_path / "a", b"old")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        write_whole(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"


def test_keys_come_and_go_and_old_diplomas_hold(tmp_path):
    published = Published(tmp_path)
    first, second = (new_key(tmp_path / "own", PASSPHRASE) for _ in "ab")
    old = published.add(first, BASE, OFFICE, date(2026, 1, 1), date(2026, 1, 1))
    new = published.add(second, BASE, OFFICE, date(2026, 6, 1), date(2026, 6, 1))
    keys = published.keys()
    assert [key.until for key in keys.values()] == ["2026-06-01", ""]
    assert published.current() == new
    assert keys[old.kid].speaks_on("2026-03-01") and not keys[old.kid].speaks_on("2026-07-01")
    published.sign_list({"2222-2222-2222": "2026-06-02"}, second, TODAY)
    assert published.revoked() == {"2222-2222-2222": "2026-06-02"}
    published.give_up(new.kid, TODAY)
    assert published.revoked() is None
    with pytest.raises(CourseError, match="no key that is in use"):
        published.current()


@pytest.mark.parametrize(
    "change",
    [
        {"jwk": {"kty": "EC"}},
        {"kid": "x" * 43},
        {"from": "soon"},
        {"name": ""},
        {"until": None},
    ],
)
def test_a_broken_list_of_keys_is_told(change):
    (key, *_) = KEYS.values()
    assert isinstance(key, PublicKey)
    with pytest.raises(ValueError, match="key 1"):
        read_keys({"version": 1, "keys": [{**key.data(), **change}]})


LINK = f'links:\n  course: {{title: "The course", url: "{BASE}"}}\n'
DIPLOMA = """\
title: "Certificate"
intro: "What it asks for."
attendance: 80
pages: 100
quizzes: {set: none, pass: 70}
exercises: {name: individual, average: 2.0}
capstone: reading-numbers.note
distinction: "And more."
competences: ["Counting"]
"""
TASK = """\
note:
  code: I-1
  revision: 1
  title: "A note"
  minutes: 20
  intro: "Write a note."
  steps:
    write:
      title: "Write"
      minutes: 20
      text: "Write it."
      fields:
        text: {kind: long-text, label: "Note"}
  rubric:
    clear: {text: "Clear"}
"""


def test_from_a_key_to_a_ceremony(tmp_path, monkeypatch, capsys):
    """Every command once, as a trainer meets them."""
    monkeypatch.setenv("COURSEKIT_PASSPHRASE", PASSPHRASE)
    root, town = copy_of_tiny(tmp_path), tmp_path / "town"
    (root / "data" / "diploma.yml").write_text(DIPLOMA)
    (root / "exercises" / "reading-numbers" / "tasks.yml").write_text(TASK)
    town.mkdir()
    (town / "town.yml").write_text(TOWN + LINK, "utf-8")
    monkeypatch.setattr("coursekit.checks.load_sound_course", _loaded)
    roster = tmp_path / "roster.csv"
    rows = [
        "Ana,2026-11-27,attended,24",
        "Ion,2026-11-27,attended,10",
        "Eva,2026-11-27,supervised,24",
    ]
    roster.write_text("name,date,level,hours\n" + "\n".join(rows), "utf-8")
    own = tmp_path / "own"

    def run(*words: str) -> tuple[int, str]:
        where = ["--course", str(root), "--town", str(town), "--today", "2026-11-27"]
        code = main(["diploma", *words, *where, "--folder", str(own)])
        told = capsys.readouterr()
        return code, told.out + told.err

    assert run(str(roster), "--hours", "24")[0] == 1  # there is no key yet
    assert run("key")[0] == 0
    assert run("key")[0] == 1
    code, told = run(str(roster), "--hours", "24")
    assert code == 1 and "1 diplomas made" in told and "2 not yet" in told
    assert "line 3: Ion: 10 of 24 hours attended, 80% are asked for" in told
    assert "line 4: Eva: no results file" in told
    (one,) = records(own)
    badge = str(own / "diplomas" / one.serial / "badge.png")
    code, told = run("verify", badge)
    assert code == 0 and "valid" in told and "name: Ana" in told
    assert "It does not prove" in told
    code, told = run("pack", str(roster))
    assert code == 0 and "Eva has no diploma" in told and "Ana has" not in told
    assert {file.name for file in (own / "ceremony").iterdir()} == {
        "diplomas.pdf",
        "attendance.pdf",
        "photo-consent.pdf",
    }
    assert "Eva" not in text_of(own / "ceremony" / "attendance.pdf")
    assert run("key", "--rotate")[0] == 0
    assert run("verify", badge)[0] == 0
    assert run("revoke", "2222-2222-2222")[0] == 1
    assert run("revoke", one.serial)[0] == 0
    code, told = run("verify", badge)
    assert code == 1 and "revoked" in told
    code, told = run(str(roster), "--hours", "24")
    assert "0 diplomas made" in told and f"{one.serial}, is revoked" in told
    assert "1 diplomas made" in run(str(roster), "--hours", "24", "--again")[1]
    assert "1 were there" in run(str(roster), "--hours", "24")[1]
    assert len(records(own)) == 2
    assert not list(root.rglob("*.pem")) and not list(town.rglob("*.pem"))
    assert {file.name for file in (town / "diplomas").iterdir()} == {"keys.json", "revoked.jwt"}


def _loaded(root: Path, town: str = ""):
    return load_course(root, town)[0]
