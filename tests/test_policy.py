"""The policy of pages and servers: one source, nothing inline, in every page and every file."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from coursekit.policy import LOCAL, header_files, headers, page_meta, page_policy

from .conftest import ROOT

META = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
TAG = re.compile(r"<[a-zA-Z][^>]*>")
STYLED = re.compile(r"\sstyle=")
"""A style in a tag, which the policy would stop as well as the scripts that the audit finds."""


def parts(policy: str) -> dict[str, list[str]]:
    words = [part.split() for part in policy.split("; ")]
    return {name: sources for name, *sources in words}


def test_scripts_come_from_files_of_the_site_and_from_nowhere_else():
    for policy in (page_policy("p {}"), headers()["Content-Security-Policy"]):
        found = parts(policy)
        assert found["default-src"] == ["'none'"]
        assert set(found["script-src"]) <= {"'self'", LOCAL}
        assert not re.search(r"unsafe-eval|https?:|\*|data:|blob:", policy)


def test_the_page_allows_its_own_style_alone_and_the_server_what_pages_allow():
    style = "main { color: #123; }\n"
    page, server = parts(page_policy(style)), parts(headers()["Content-Security-Policy"])
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert page["style-src"] == ["'self'", LOCAL, f"'sha256-{digest}'"]
    assert server.pop("frame-ancestors") == ["'self'"]
    assert server.keys() == page.keys()
    for name in server.keys() - {"style-src"}:
        assert [source for source in page[name] if source != LOCAL] == server[name]


def test_every_file_for_a_server_says_every_header():
    for name, text in header_files().items():
        for header, value in headers().items():
            (line,) = [line for line in text.splitlines() if header in line]
            assert value in line, name


def faults_of(page: str) -> list[str]:
    """What is wrong with the policy of a page, or would be stopped by it."""
    head, _, _ = page.partition("</head>")
    styles = STYLE.findall(page)
    if len(META.findall(page)) != 1 or len(styles) > 1 or page_meta(*styles) not in head:
        return ["it has another policy than ours for its style"]
    first = min(page.find(start) for start in ("<style", "<script", "<link") if start in page)
    late = ["the policy comes late"] if page.find("<meta http-equiv") > first else []
    tags = TAG.findall(re.sub(r"<script.*?</script>", lambda found: TAG.match(found[0])[0], page))
    return late + [tag for tag in tags if STYLED.search(tag)]


@pytest.mark.parametrize("site", ["tiny_site", "course_site"])
def test_every_page_has_the_policy_and_nothing_that_it_would_stop(site, request):
    folder = request.getfixturevalue(site)
    pages = sorted(folder.rglob("*.html"))
    found = {page.relative_to(folder).as_posix(): faults_of(page.read_text()) for page in pages}
    assert len(pages) > 20 and not {name: faults for name, faults in found.items() if faults}


@pytest.mark.parametrize(
    "fault",
    [
        '<p style="color: red">x</p>',
        "<style>p {}</style>",
        '<meta http-equiv="Content-Security-Policy" content="">',
    ],
)
def test_a_page_with_a_fault_is_told(fault):
    sound = f"<head>{page_meta('b {}')}<style>b {{}}</style></head><body></body>"
    assert faults_of(sound) == []
    assert faults_of(sound.replace("<body>", f"<body>{fault}")) != []


def test_a_build_leaves_the_files_for_servers_beside_the_site(tiny_site):
    folder = tiny_site.parent / "headers"
    assert {file.name: file.read_text() for file in folder.iterdir()} == header_files()


WEB = ROOT / "src" / "coursekit" / "web"
KEY = re.compile(r'["`](coursekit(?:-[a-z]+)?/(?:\d/)?(?:[a-z]/)?)')
PART = re.compile(r"\{STORE_PREFIX\}([a-z]+/?)")
STORES = ("mount.js", "group/kept-clock.js", "slides/hands.js", "slides/keeper.js")


def test_security_md_lists_what_is_kept_in_the_browser():
    texts = {file.relative_to(WEB).as_posix(): file.read_text() for file in WEB.rglob("*.js")}
    all_text = "".join(texts.values())
    kept = {*KEY.findall(all_text), *(f"coursekit/1/{part}" for part in PART.findall(all_text))}
    guide = (ROOT / "SECURITY.md").read_text("utf-8")
    listed = set(re.findall(r"^\| `(coursekit[^`]*)`", guide, re.MULTILINE))
    assert listed == kept - {"coursekit/1/", "coursekit-deck/"}, "say it in SECURITY.md"
    touching = r"\.(?:localStorage|sessionStorage)\b"
    assert {name for name, text in texts.items() if re.search(touching, text)} == set(STORES)
    caching = {name for name, text in texts.items() if re.search(r"\bcaches\.open\b", text)}
    assert all(name.startswith("offline/") for name in caching), "a cache of another kind"
    assert not re.search(r"document\.cookie|indexedDB", all_text)
