"""Towns: names in each language, what is checked, and a whole course for each of them."""

from __future__ import annotations

import json
import random
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from coursekit.checks import check_course, check_warnings, load_sound_course
from coursekit.cli import main
from coursekit.content.course import load_course
from coursekit.content.towns import towns_of
from coursekit.errors import ContentProblems, CourseError
from coursekit.localise import build_folder, localise, tree_of
from coursekit.ready import report_on
from coursekit.render_town import town_html
from coursekit.render_verify import verify_html
from coursekit.town_tree import translation_for
from coursekit.towns import Country, Town
from coursekit.towns.colours import LEAST, contrast, theme_colour
from coursekit.towns.contact import is_phone
from coursekit.translate.catalogue import read_file
from coursekit.translate.language import Translation

from .conftest import NOT_COPIED, ROOT, TINY
from .test_broken import apply, copy_of_tiny
from .test_build import run
from .test_mutations import MUTATIONS
from .test_statement import STATEMENT

TOWNS = towns_of(ROOT)
TOWN = """\
id: x
names:
  en: {name: "Constanta"}
  ro: {name: "Constanța", of: "Constanței", in: "la Constanța"}
country: ro
institutions:
  town-hall:
    role: "Where everybody can ask"
    office: "City Hall"
    phone: "+40 241 000 000"
    page: {unknown: "The press office"}
    owner: "City Hall, press office"
    read: "2026-11"
    review: "2032-06"
  school-desk: {role: "School places", unknown: "The school inspectorate"}
licence: "CC BY 4.0"
"""
COUNTRY = """\
names: {en: "Romania", ro: "România"}
emergency:
  role: "Police, fire brigade, ambulance"
  office: "Emergency number"
  phone: "112"
  owner: "Editors"
  read: "2026-11"
  review: "2032-06"
law:
  stay:
    title: "Stay"
    text: "One law."
    owner: "Legal office"
    read: "2026-11"
    review: "2032-06"
    unverified: true
"""


@pytest.fixture
def root(tmp_path) -> Path:
    """The tiny course with a town of its own."""
    root = copy_of_tiny(tmp_path)
    name = '      name: "Constanta"\n'
    apply(root, {"in": "_config.yml", "replace": name, "with": f"      id: x\n{name}"})
    apply(root, {"write": "towns/x/town.yml", "text": TOWN})
    apply(root, {"write": "countries/ro/country.yml", "text": COUNTRY})
    apply(
        root, {"append": "book/welcome.md", "text": "\nPeople {{ town.in }}, {{ town.country }}.\n"}
    )
    return root


def test_there_are_three_towns_in_two_countries():
    assert TOWNS == ["constanta", "lampedusa", "timisoara"]


@pytest.mark.parametrize("town", TOWNS)
def test_every_town_gives_a_sound_course(town, tmp_path):
    course = load_sound_course(ROOT, town)
    localise(course, tmp_path / "tree")
    tree, problems = load_course(tmp_path / "tree")
    assert problems == [] and tree.local.town == course.local.town
    assert tree.local.country == course.local.country and tree.facts == course.facts
    assert tree.values["town.name"] == course.local.town.names["en"].name
    lecture = tree.notebooks["modules/people-words-duties/lecture"]
    assert "{{" not in "".join(cell.source for cell in lecture.cells if cell.kind == "markdown")
    assert "to-add" not in "".join(town_html(tree))


def test_no_town_of_the_repository_has_a_stale_or_odd_contact_today():
    for town in TOWNS:
        course = load_course(ROOT, town)[0]
        warnings = check_warnings(course, date(2026, 11, 30))
        assert not [one for one in warnings if one.path.startswith(("towns/", "countries/"))]


def test_figures_of_the_default_town_stay_facts_about_it_in_every_course():
    course = load_course(ROOT, "lampedusa")[0]
    fact = course.facts["constanta-city-population-2021"]
    assert "Constanta" in fact.statement and "Constanta" in fact.place


def test_the_town_is_found_by_name_and_by_folder_and_its_absence_is_told(root, tmp_path):
    elsewhere = shutil.copytree(root / "towns" / "x", tmp_path / "elsewhere" / "y")
    town = (elsewhere / "town.yml").read_text("utf-8").replace("id: x", "id: y")
    (elsewhere / "town.yml").write_text(town.replace("Constanta", "Verdeni"), "utf-8")
    course = load_sound_course(root, str(elsewhere))
    assert course.values["town.name"] == "Verdeni" and not course.local.is_default
    assert tree_of(course) == root / "_build" / "towns" / "y" / "course"
    assert build_folder(load_course(root, "x")[0]) == root / "_build"
    (elsewhere / "town.yml").write_text(town.replace("    role:", "    rolle:", 1), "utf-8")
    problems = check_course(root, str(elsewhere))[1]
    assert [one.path for one in problems] == [f"{elsewhere}/town.yml"]
    with pytest.raises(CourseError, match=r"there is no such town.*\n.*Known towns: x"):
        load_course(root, "z")


def test_a_town_elsewhere_keeps_the_translations_of_its_own_texts(root, tmp_path, capsys):
    elsewhere = shutil.copytree(root / "towns" / "x", tmp_path / "y")
    town = (elsewhere / "town.yml").read_text("utf-8").replace("id: x", "id: y")
    (elsewhere / "town.yml").write_text(town, "utf-8")
    assert main(["texts", "ro", "--course", str(root)]) == 0
    before = {path: path.read_bytes() for path in (root / "locale").rglob("*") if path.is_file()}
    words = ["texts", "ro", "--course", str(root), "--town", str(elsewhere)]
    assert main(words) == 0 and "1 files changed" in capsys.readouterr().out
    assert before == {
        path: path.read_bytes() for path in (root / "locale").rglob("*") if path.is_file()
    }
    own = elsewhere / "locale" / "ro.po"
    place = "towns/y/town.yml/institutions/town-hall/role"
    (role,) = (key for key in read_file(own).entries if key[0] == place)
    report = report_on(load_sound_course(root, str(elsewhere)), date(2026, 11, 30))
    assert any(one.state == "untranslated" for item in report.items for one in item.findings)
    po = own.read_text("utf-8")
    own.write_text(
        po.replace(f'msgid "{role[1]}"\nmsgstr ""', f'msgid "{role[1]}"\nmsgstr "Primăria"')
    )
    course = load_sound_course(root, str(elsewhere))
    localise(course, tmp_path / "tree", translation_for(course, "ro"))
    tree, problems = load_course(tmp_path / "tree")
    assert problems == [] and tree.local.town.institutions["town-hall"].role == "Primăria"
    assert main(words) == 0 and "0 files changed" in capsys.readouterr().out
    own.write_text(
        own.read_text("utf-8").replace('"Primăria"', '"Primăria {{ town.name }}"'), "utf-8"
    )
    problems = check_course(root, str(elsewhere))[1]
    assert [(one.path, "placeholder not in the text" in one.what) for one in problems] == [
        (str(own), True)
    ]


def test_names_have_the_forms_of_each_language_and_others_where_none_are_given():
    town = Town.model_validate(yaml.load(TOWN, yaml.BaseLoader))
    country = Country.model_validate(yaml.load(COUNTRY, yaml.BaseLoader))

    def forms(lang: str) -> list[str]:
        values = town.values(lang, country)
        return [values[f"town.{form}"] for form in ("name", "of", "in", "country")]

    assert forms("en") == ["Constanta", "of Constanta", "in Constanta", "Romania"]
    assert forms("ro") == ["Constanța", "Constanței", "la Constanța", "România"]
    assert forms("it") == ["Constanta", "di Constanta", "a Constanta", "Romania"]
    assert forms("de") == ["Constanta", "Constanta", "Constanta", "Romania"]


def test_a_tree_calls_the_town_as_its_language_does(root, tmp_path):
    localise(load_sound_course(root), tmp_path / "en")
    localise(load_sound_course(root), tmp_path / "ro", Translation("ro"))
    assert "People in Constanta, Romania." in (tmp_path / "en/book/welcome.md").read_text("utf-8")
    assert "People la Constanța, România." in (tmp_path / "ro/book/welcome.md").read_text("utf-8")
    config = yaml.safe_load((tmp_path / "ro/_config.yml").read_text("utf-8"))
    assert config["parse"]["myst_substitutions"]["town"]["of"] == "Constanței"


def test_what_is_missing_shows_in_the_preview_only(root):
    course = load_sound_course(root)
    page, preview = "".join(town_html(course)), "".join(town_html(course, preview=True))
    for hidden in ("School places", "The press office", "To be added by the town"):
        assert hidden not in page and hidden in preview
    assert '<a href="tel:+40241000000">+40 241 000 000</a>' in page and "112" in page
    assert "Ask your legal office" in page and "Not confirmed yet. Before" not in page
    assert page.count("<dl") == page.count("</dl>") == page.count("<h2")


def test_what_a_town_publishes_of_its_diplomas_stands_in_the_page_that_checks_them(root, tmp_path):
    assert '"keys":null' in verify_html(load_sound_course(root))
    folder = root / "towns" / "x" / "diplomas"
    folder.mkdir()
    for name in ("keys.json", "revoked.jwt"):
        shutil.copy(ROOT / "tests" / "vectors" / name, folder)
    localise(load_sound_course(root), tmp_path / "tree")
    html = verify_html(load_sound_course(tmp_path / "tree"))
    for key in json.loads((folder / "keys.json").read_text("utf-8"))["keys"]:
        assert key["kid"] in html
    assert (folder / "revoked.jwt").read_text("utf-8").strip() in html
    (folder / "keys.json").write_text('{"version": 1, "keys": [{}]}', "utf-8")
    with pytest.raises(ContentProblems, match="the list of keys cannot be read"):
        load_sound_course(root)


def test_a_course_without_a_town_shows_nothing():
    assert "".join(town_html(load_course(TINY)[0], preview=True)) == ""


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#ffffff", "#000000", 21), ("#767676", "#ffffff", 4.54), ("#777777", "#ffffff", 4.48)],
)
def test_contrast_is_counted_as_wcag_does(one, other, ratio):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


def test_the_accent_of_the_theme_would_be_accepted():
    for mode in ("light", "dark"):
        for ground in ("paper", "soft"):
            assert contrast(theme_colour("accent", mode), theme_colour(ground, mode)) >= LEAST


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("112", True),
        ("0241 488 100", True),
        ("+40 241 488 100", True),
        ("800 901 010", True),
        ("+40", False),
        ("241-488", False),
        ("see page", False),
        ("+40 241 488 100 200 300", False),
    ],
)
def test_a_phone_number_can_be_dialled(text, is_right):
    assert is_phone(text) == is_right


def test_a_stale_entry_and_odd_contacts_are_warnings_that_name_owner_and_line(root):
    file = root / "towns/x/town.yml"
    text = file.read_text("utf-8").replace("2032-06", "2026-12").replace("+40 241", "tel. 241")
    file.write_text(text.replace('{unknown: "The press office"}', '"www.x.example"'), "utf-8")
    course = load_sound_course(root)
    assert check_warnings(course, date(2026, 12, 31)) != []
    told = [str(one) for one in check_warnings(course, date(2027, 1, 1))]
    assert [line.partition("\n")[0] for line in told] == [
        "towns/x/town.yml:10: institutions, town-hall, phone: "
        "'tel. 241 000 000' is not a phone number.",
        "towns/x/town.yml:11: institutions, town-hall, page: "
        "'www.x.example' is not a safe web address.",
        "towns/x/town.yml:14: institutions, town-hall, review: "
        "the review was due in December 2026 (City Hall, press office).",
    ]


FACT = """\
{name}:
  statement: "The town counts {value} residents [FICTIONAL]."
  value: {value}
  unit: persons
  date: "2026"
  place: "X"
  source: census
  confidence: high
  read: "2026-11"
  review: "2032-06"
  owner: "City Hall"
"""


def test_a_town_puts_its_own_figure_in_the_place_of_one_of_the_course(root, tmp_path):
    fact = FACT.format(name="foreigners-2021", value=30) + "  overrides: true\n"
    apply(root, {"write": "towns/x/facts.yml", "text": fact})
    course = load_sound_course(root)
    assert course.facts["foreigners-2021"].owner == "City Hall"
    localise(course, tmp_path / "tree")
    tree, problems = load_course(tmp_path / "tree")
    assert problems == [] and tree.facts["foreigners-2021"].date == "2026"
    fact = FACT.format(name="foreigners-2021", value=31) + "  overrides: true\n"
    apply(root, {"write": "towns/x/facts.yml", "text": fact})
    told = [one.what for one in check_course(root)[1]]
    assert told == ["'foreign-share-2021', computed: the formula gives 3.1, not 3.0."]


def test_a_town_has_tables_and_pictures_beside_it(root, tmp_path):
    entries = yaml.load((TINY / "data/tables.yml").read_text("utf-8"), yaml.BaseLoader)
    own = yaml.safe_dump({"own_residents": entries["residents_by_year"]}, sort_keys=False)
    apply(root, {"write": "towns/x/tables.yml", "text": own})
    rows = (TINY / "data/residents_by_year.csv").read_text("utf-8")
    apply(root, {"write": "towns/x/own_residents.csv", "text": rows})
    apply(root, {"write": "towns/x/arms.svg", "text": "<svg/>"})
    logo = 'logo: {file: arms.svg, alt: "Arms", licence: "own work"}\n'
    apply(root, {"append": "towns/x/town.yml", "text": logo})
    course = load_sound_course(root)
    assert course.tables["own_residents"].csv == "towns/x/own_residents.csv"
    localise(course, tmp_path / "tree")
    tree, problems = load_course(tmp_path / "tree")
    assert problems == [] and tree.tables["own_residents"].rows
    assert set(tree.tables) == set(course.tables)
    assert (tmp_path / "tree/data/town/arms.svg").read_text() == "<svg/>"


def test_the_config_says_what_the_default_town_says():
    config = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))
    given = config["parse"]["myst_substitutions"]["town"]
    values = load_course(ROOT)[0].local.values("en")
    assert given == {key: values[f"town.{key}"] for key in given}


def test_the_page_is_built_for_the_town_with_its_colours_and_what_it_must_add(root):
    apply(root, {"write": "book/our-town.md", "text": "# Our town\n\n```{town-contacts}\n```\n"})
    apply(root, {"write": "data/accessibility.yml", "text": STATEMENT})
    statement = "# Accessibility\n\n```{accessibility-statement} feedback\n```\n"
    apply(root, {"write": "book/accessibility.md", "text": statement})
    part = "  - caption: Town\n    chapters: [{file: book/our-town}, {file: book/accessibility}]\n"
    apply(root, {"append": "_toc.yml", "text": part})
    colours = 'colours: {light: "#7a1f0b", dark: "#ffb09a"}\n'
    apply(root, {"append": "towns/x/town.yml", "text": colours})
    site = root / "_build/site/book/our-town.html"
    assert run(root, "build").returncode == 0
    page = site.read_text("utf-8")
    assert "--accent: light-dark(#7a1f0b, #ffb09a)" in page and "City Hall" in page
    assert "To be added" not in page
    assert '<a href="accessibility.html">Accessibility</a>' in page.partition("<footer")[2]
    assert "City Hall" in site.with_name("accessibility.html").read_text("utf-8")
    done = run(root, "build", "--preview")
    assert done.returncode == 0 and "To be added by the town." in site.read_text("utf-8")
    assert "book/glossary" not in done.stderr, "only the page of the town is made anew"


def test_a_whole_site_is_built_for_a_town_in_another_country(course_site, tmp_path):
    folder = tmp_path / "course"
    shutil.copytree(ROOT, folder, ignore=NOT_COPIED)
    # What its cells give is the business of nbval, which runs them in the tree of this town.
    executed = Path(".jupyter_cache")
    shutil.copytree(course_site.parent / executed, folder / "_build/towns/lampedusa" / executed)
    done = run(folder, "build", "--town", "lampedusa")
    assert done.returncode == 0, done.stderr
    site = folder / "_build/towns/lampedusa/site"
    page = (site / "book/our-town.html").read_text("utf-8")
    assert "Lampedusa and Linosa" in page and "Italy" in page and "lei" not in page.split()
    assert not re.search(r"\{\{ ?(town|fact)\.", (site / "book/welcome.html").read_text("utf-8"))
    assert not (folder / "_build/site").exists()


@pytest.mark.parametrize("name", ["towns/x/town.yml", "countries/ro/country.yml"])
def test_no_mutation_of_a_town_makes_check_fail(name, root):
    whole = (root / name).read_bytes()
    for seed in range(60):
        chance = random.Random(f"{name} {seed}")
        (root / name).write_bytes(chance.choice(MUTATIONS)(whole, chance))
        for problem in check_course(root)[1]:
            assert problem.line > 0 and problem.todo and problem.path != "book/welcome.md", seed
