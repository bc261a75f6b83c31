"""A course, a town, a language → an ordinary course tree: texts translated, placeholders filled in.

Only files whose text has changed are written, so that what was built from the others stays good.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from .bundle import SOURCE, language, speaking
from .content.config import CONFIG
from .content.contents import TOC
from .content.course import PAGE_FOLDERS
from .content.good_practice import PAGE, name_of
from .content.language import INTERFACE
from .content.questions import QUESTIONS
from .content.reading import fill
from .content.tasks import TASKS
from .content.yamlfile import YamlFile
from .deck import deck_files
from .errors import CourseError
from .markdown import substitute
from .model import Course, Page
from .stamp import FILE, read_stamp
from .town_tree import town_files, translatable
from .translate.catalogue import write_whole
from .translate.language import Translation
from .translate.tree import place_of, texts_of, translate_file
from .translate.values import CHARTS, with_names
from .translate.yaml_texts import translate_yaml
from .values import Values

TREE = Path("_build", "course")
FOLDERS = (*PAGE_FOLDERS, "data")

_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def build_folder(course: Course) -> Path:
    """Where everything made of a course goes: towns beside the default one do not disturb it."""
    build = course.root / TREE.parent
    return build if course.local.is_default else build / "towns" / course.local.id


def tree_of(course: Course, lang: str = "") -> Path:
    """Where the tree in a language stands unless somebody names another place."""
    mark = "" if lang in ("", SOURCE) else f"-{lang}"
    return build_folder(course) / f"{TREE.name}{mark}"


def localise(course: Course, target: Path, translation: Translation | None = None) -> int:
    """Write the tree of a course without problems; gives the number of files that have changed."""
    _refuse_other_folders(course.root, target)
    before = read_stamp(target) or {}
    if translation is None:
        files = _tree(course, None)
    else:
        with speaking(translation.lang, translation.interface()):
            files = _tree(_named_in(course, translation.lang), translation)
    changed = sum(write_whole(target / name, text) for name, text in files.items())
    for name in set(before.get("files", ())) - set(files):
        changed += _remove(target, name)
    stamp = {"source": _way_back(course.root, target), "files": [*files], "uses": course.uses}
    if translation:
        stamp["shares"] = shares(course, translation)
    write_whole(target / FILE, json.dumps(stamp, indent=1).encode())
    return changed


def shares(course: Course, translation: Translation) -> dict[str, float]:
    """Pages that are not wholly translated, with the share of their texts that is, 0 to 1."""
    found = {page.id: translation.share(_shown_on(course, page)) for page in course.pages}
    return {page: round(share, 2) for page, share in found.items() if share < 1}


def _shown_on(course: Course, page: Page) -> Iterator[tuple[str, str]]:
    """The texts of a page's own file, and of the questions or the exercise that stand on it."""
    ending = ".ipynb" if page.id in course.notebooks else ".md"
    files = [place_of(f"{page.id}{ending}")]
    files += [QUESTIONS.format(page.topic)] if page.questions and page.topic else []
    files += [TASKS.format(page.topic)] if page.tasks else []
    for file in files:
        if (course.root / file).is_file():
            yield from texts_of(course.root, file)


def _named_in(course: Course, lang: str) -> Course:
    """The course with the town called as a language calls it."""
    assert isinstance(course.values, Values)
    return replace(course, values=course.values.renamed(course.local.values(lang)))


def _tree(course: Course, translation: Translation | None) -> dict[str, bytes]:
    """Every file of the tree by its path."""
    paths = [path.as_posix() for path in course_files(course.root)]
    files = {path: _file(course, path, translation) for path in paths}
    files |= town_files(course, translation)
    if translation:
        files[INTERFACE] = _dumped(translation.interface())
    return files | deck_files(files, page_values(course, "").get("town.name", ""))


def _refuse_other_folders(root: Path, target: Path) -> None:
    is_new = not target.exists() or (target.is_dir() and not any(target.iterdir()))
    if target.resolve() == root.resolve() or not (is_new or read_stamp(target)):
        todo = "Name a new or empty folder."
        raise CourseError(f"{target}: other files are here already.\n  {todo}")


def _way_back(root: Path, target: Path) -> str | None:
    """From a tree inside the course to the course; another tree stands for itself."""
    inside = target.resolve().is_relative_to(root.resolve())
    return Path(os.path.relpath(root.resolve(), target.resolve())).as_posix() if inside else None


def course_files(root: Path) -> Iterator[Path]:
    """The files that belong to the course tree, relative to its root."""
    yield from (Path(CONFIG), Path(TOC))
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root)
            if path.is_file() and path.suffix != ".new" and not _is_hidden(name):
                yield name


def translatable_files(course: Course) -> list[Path]:
    """The files whose texts are translated: those of the tree, of the town and its country."""
    return [*course_files(course.root), *translatable(course)]


def _is_hidden(name: Path) -> bool:
    return any(part.startswith(".") for part in name.parts)


def _file(course: Course, name: str, translation: Translation | None) -> bytes:
    """What a file holds in the tree: the same bytes where there is nothing to change."""
    raw = (course.root / name).read_bytes()
    if name == CONFIG:
        return _config(course, raw, translation)
    if not name.endswith((".md", ".ipynb", ".yml", ".svg")):
        return raw
    text = raw.decode("utf-8-sig")
    if translation:
        text = translate_file(text, name, translation.words) or text
        if name == CHARTS:
            names = with_names(
                yaml.load(text, _Loader), course.charts, course.tables, translation.words
            )
            text = _dumped(names).decode()
    if name == TOC or "{{" not in text:
        return raw if text == raw.decode("utf-8-sig") else text.encode()
    if name.endswith(".yml"):
        return _filled_yaml(course, name, text)
    page, _, suffix = name.rpartition(".")
    return resolve(text, f".{suffix}", page_values(course, page)).encode()


def _config(course: Course, raw: bytes, translation: Translation | None) -> bytes:
    """`_config.yml` says for which town the tree is, and in which language."""
    if translation is None and course.local.is_default:
        return raw  # Jupyter Book reads it, with types of its own
    config = yaml.safe_load(raw)
    if town := course.local.values(language()):
        values = {name.removeprefix("town."): text for name, text in town.items()}
        config["parse"]["myst_substitutions"]["town"] = values
    if translation:
        config = translate_yaml(config, "config", CONFIG, translation.words)
        config.setdefault("sphinx", {}).setdefault("config", {})["language"] = translation.lang
    return yaml.safe_dump(config, allow_unicode=True, sort_keys=False).encode()


def page_values(course: Course, page: str) -> Values:
    """What placeholders stand for on a page."""
    assert isinstance(course.values, Values)
    return course.values.on(page)


def resolve(text: str, suffix: str, values: Values) -> str:
    """The text of a document or notebook with its placeholders filled in."""
    if suffix != ".ipynb":
        return substitute(text, values)
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            source = "".join(cell["source"])
            cell["source"] = substitute(source, values).splitlines(keepends=True)
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def _filled_yaml(course: Course, name: str, text: str) -> bytes:
    data = yaml.load(text, _Loader)
    case = name_of(name)
    values = page_values(course, PAGE.format(case)) if case else course.values
    return _dumped(fill(YamlFile(name), data, values))


def _dumped(data: Any) -> bytes:
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    return text.encode()


def _remove(target: Path, name: str) -> bool:
    path = target / name
    if not path.is_file():
        return False
    path.unlink()
    for folder in path.relative_to(target).parents[:-1]:
        if any((target / folder).iterdir()):
            break
        (target / folder).rmdir()
    return True
