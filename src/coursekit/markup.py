"""Whether the HTML of a page follows the rules of HTML: names, places, attributes, references.

Own rules after the HTML standard, for what pages of the course hold; not the W3C's checker.
"""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOID = _words("area base br col embed hr img input link meta source track wbr")
_CLOSED_FOR_US = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "tr": {"tr", "td", "th"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "tbody": {"thead", "tbody", "tr", "td", "th"},
    "tfoot": {"tbody", "tr", "td", "th"},
    "option": {"option"},
    "optgroup": {"option", "optgroup"},
}
"""What an opening tag may close; the closing tags of these and of `p` may be left out."""

_MAY_STAY_OPEN = {"p", *(name for names in _CLOSED_FOR_US.values() for name in names)}
_BLOCKS = _words(
    "address article aside blockquote details dialog div dl fieldset figcaption figure footer "
    "form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul"
)
_PHRASES = _words(
    "a abbr audio b bdi bdo br button canvas cite code data datalist del dfn em i iframe img "
    "input ins kbd label map mark math meter noscript object output picture progress q ruby s "
    "samp script select slot small span strong sub sup svg template textarea time u var video "
    "wbr area"
)
_OTHERS = _words(
    "html head body title base link meta style legend summary caption colgroup col thead "
    "tbody tfoot tr td th li dt dd option optgroup source track rp rt embed"
)
_ONLY_PHRASES = _words(
    "p h1 h2 h3 h4 h5 h6 pre span b i em strong small cite q code kbd samp abbr mark sub sup "
    "time label legend button s u var dfn bdi bdo data output summary dt"
)
_MAY_HOLD_HEADINGS = {"summary", "legend"}
_MAY_HOLD_BLOCKS = {"dt"}
_PARENTS = {
    "li": {"ul", "ol", "menu"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "tr": {"table", "thead", "tbody", "tfoot"},
    "td": {"tr"},
    "th": {"tr"},
    "thead": {"table"},
    "tbody": {"table"},
    "tfoot": {"table"},
    "caption": {"table"},
    "figcaption": {"figure"},
    "legend": {"fieldset"},
    "summary": {"details"},
    "option": {"select", "optgroup", "datalist"},
}
_CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd", "div"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot", "tr"},
    "tr": {"td", "th"},
    "select": {"option", "optgroup", "hr"},
}
_ANYWHERE = {"script", "template"}
_PRESSED = {"a", "button", "select", "textarea", "label", "summary"}
_GLOBAL = _words(
    "accesskey autocapitalize autofocus class contenteditable dir draggable enterkeyhint "
    "hidden id inert inputmode itemid itemprop itemref itemscope itemtype lang nonce popover "
    "role slot spellcheck style tabindex title translate"
)
_OF_MEDIA = "src controls loop muted autoplay preload crossorigin"
_OWN = {
    "a": "href target download ping rel hreflang type referrerpolicy",
    "audio": _OF_MEDIA,
    "blockquote": "cite",
    "button": "disabled form name type value popovertarget",
    "col": "span",
    "colgroup": "span",
    "data": "value",
    "del": "cite datetime",
    "details": "open name",
    "dialog": "open",
    "fieldset": "disabled form name",
    "form": "accept-charset action autocomplete enctype method name novalidate target rel",
    "iframe": "src srcdoc name sandbox allow allowfullscreen width height referrerpolicy loading",
    "img": "alt src srcset sizes width height loading decoding fetchpriority usemap crossorigin",
    "input": "accept alt autocomplete checked disabled form list max maxlength min minlength "
    "multiple name pattern placeholder readonly required size src step type value",
    "ins": "cite datetime",
    "label": "for",
    "li": "value",
    "link": "href rel as media hreflang type sizes integrity crossorigin referrerpolicy",
    "meta": "name http-equiv content charset property media",
    "meter": "value min max low high optimum",
    "object": "data type name width height",
    "ol": "reversed start type",
    "option": "disabled label selected value",
    "optgroup": "disabled label",
    "output": "for form name",
    "progress": "value max",
    "q": "cite",
    "script": "src type async defer nomodule integrity crossorigin referrerpolicy",
    "select": "autocomplete disabled form multiple name required size",
    "source": "type src srcset sizes media width height",
    "style": "media",
    "td": "colspan rowspan headers",
    "textarea": "autocomplete cols dirname disabled form maxlength minlength name placeholder "
    "readonly required rows wrap",
    "th": "colspan rowspan headers scope abbr",
    "time": "datetime",
    "track": "default kind label src srclang",
    "video": f"{_OF_MEDIA} poster width height playsinline",
}
_REFERENCES = ("for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls")
_DRAWN = {"svg", "math"}
"""Their insides have rules of their own, which are not looked at."""


def markup_faults(html: str) -> list[str]:
    """What is wrong with the HTML of a page, each thing said once."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return list(dict.fromkeys([*reader.faults, *reader.unfinished()]))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self._open: list[str] = []
        self._ids: set[str] = set()
        self._wanted: dict[str, str] = {}
        self._has_doctype = self._has_charset = False
        self._mains = self._titles = 0

    def _say(self, fault: str) -> None:
        self.faults.append(f"{fault} (line {self.getpos()[0]})")

    def handle_decl(self, decl: str) -> None:
        self._has_doctype |= decl.lower() == "doctype html" and not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note_names(attrs)
        if not self._is_drawn():
            self._close_for(tag)
            self._check_element(tag, attrs)
        if tag not in _VOID or self._is_drawn():
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._note_names(attrs)
        if not self._is_drawn():
            self._check_element(tag, attrs)
            if tag not in _VOID and tag not in _DRAWN:
                self._say(f"<{tag}/> does not close <{tag}>")
                self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            self._say(f"</{tag}> without <{tag}>")
            return
        while (last := self._open.pop()) != tag:
            if last not in _MAY_STAY_OPEN:
                self._say(f"</{tag}> while <{last}> is open")

    def handle_data(self, data: str) -> None:
        if data.strip() and self._open and self._open[-1] in _CHILDREN:
            self._say(f"text straight in <{self._open[-1]}>")

    def _is_drawn(self) -> bool:
        return bool(_DRAWN & set(self._open))

    def _close_for(self, tag: str) -> None:
        """Close what the opening of `tag` closes."""
        if tag in _BLOCKS and self._open and self._open[-1] == "p":
            self._open.pop()
        while self._open and self._open[-1] in _CLOSED_FOR_US.get(tag, ()):
            self._open.pop()

    def _check_element(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _BLOCKS | _PHRASES | _OTHERS:
            self._say(f"<{tag}> is no element of HTML")
        self._check_place(tag)
        self._check_attributes(tag, attrs)
        self._mains += tag == "main" and "hidden" not in dict(attrs)
        self._titles += tag == "title"
        self._has_charset |= tag == "meta" and "charset" in dict(attrs)

    def _check_place(self, tag: str) -> None:
        parent = self._open[-1] if self._open else ""
        if tag in _PARENTS and parent not in _PARENTS[tag] | {"template"}:
            self._say(f"<{tag}> in <{parent}>")
        elif parent in _CHILDREN and tag not in _CHILDREN[parent] | _ANYWHERE:
            self._say(f"<{tag}> straight in <{parent}>")
        if tag in _BLOCKS and (holder := self._phrase_holder(tag)):
            self._say(f"<{tag}> in <{holder}>")
        if tag in _PRESSED - {"label"} and (outer := _PRESSED & set(self._open) - {"label"}):
            self._say(f"<{tag}> in <{min(outer)}>")
        if tag in ("form", "label", "main") and tag in self._open:
            self._say(f"<{tag}> in <{tag}>")

    def _phrase_holder(self, tag: str) -> str:
        """The nearest open element that may hold running text alone."""
        for name in reversed(self._open):
            if name in _MAY_HOLD_HEADINGS and tag[0] == "h" and tag[1:].isdigit():
                return ""
            if name in _MAY_HOLD_BLOCKS:
                return ""
            if name in _ONLY_PHRASES:
                return name
            if name in _BLOCKS | _OTHERS:
                return ""
        return ""

    def _check_attributes(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        for name in dict.fromkeys(name for name in names if names.count(name) > 1):
            self._say(f"{name} stands twice in <{tag}>")
        known = _GLOBAL | set(_OWN.get(tag, "").split())
        for name in names:
            is_open = name.startswith(("data-", "aria-", "on", "xmlns"))
            if not is_open and name not in known and tag not in _DRAWN:
                self._say(f"<{tag}> has no attribute {name}")

    def _note_names(self, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self._ids.add(value or "")
                if not value or any(sign.isspace() for sign in value):
                    self._say(f"no good id: '{value or ''}'")
            elif name in _REFERENCES:
                for one in (value or "").split():
                    self._wanted.setdefault(one, name)

    def unfinished(self) -> Iterator[str]:
        """What is known only at the end."""
        if not self._has_doctype:
            yield "no <!doctype html>"
        if not self._has_charset:
            yield "no <meta charset>"
        if self._mains > 1:
            yield f"{self._mains} elements <main>"
        if self._titles > 1:
            yield f"{self._titles} titles"
        yield from (f"<{tag}> is not closed" for tag in self._open if tag not in _MAY_STAY_OPEN)
        for one, name in self._wanted.items():
            if one not in self._ids:
                yield f"{name} names '{one}', which is not there"
