"""What a browser may do on a page of the site: the one source of the policy and the headers.

Every page carries the policy itself, so that it holds from `file:` and on servers nobody can set
up. A server says the same again, and what only a server can say.
"""

from __future__ import annotations

import base64
import hashlib

OWN = "'self'"
LOCAL = "file:"
"""Some browsers do not count a file as being of the same origin as the page beside it.

A page that came from a server may not read files, whatever its policy says.
"""

_FROM_US = (
    "script-src",
    "style-src",
    "img-src",
    "connect-src",
    "frame-src",
    "worker-src",
    "manifest-src",
    "form-action",
)

_OFF = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
)
"""What no page of the course needs."""

REFERRER = "no-referrer"


def page_policy(style: str = "") -> str:
    """The policy in a page; `style` is the whole text of its one style element, if it has one."""
    more = {"style-src": (_hash_of(style),)} if style else {}
    return _policy({name: (OWN, LOCAL, *more.get(name, ())) for name in _FROM_US})


def page_meta(style: str = "") -> str:
    """The lines of a page's head, for before its first style or script."""
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{page_policy(style)}">\n'
        f'<meta name="referrer" content="{REFERRER}">'
    )


def headers() -> dict[str, str]:
    """What a server adds to everything it sends.

    It does not know the style of each page; the page does, and the browser keeps both policies.
    """
    own = {name: (OWN,) for name in _FROM_US}
    own |= {"style-src": (OWN, "'unsafe-inline'"), "frame-ancestors": (OWN,)}
    return {
        "Content-Security-Policy": _policy(own),
        "Referrer-Policy": REFERRER,
        "X-Content-Type-Options": "nosniff",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _OFF),
    }


def header_files() -> dict[str, str]:
    """The headers as common servers want them: name of a file and its text."""
    lines = headers().items()
    return {
        "nginx.conf": _joined(
            "# nginx: include this file in the server block of the course.",
            *(f'add_header {name} "{value}" always;' for name, value in lines),
        ),
        "htaccess.txt": _joined(
            "# Apache: put this as .htaccess beside index.html; mod_headers has to be on.",
            "<IfModule mod_headers.c>",
            *(f'  Header always set {name} "{value}"' for name, value in lines),
            "</IfModule>",
        ),
        "Caddyfile": _joined(
            "# Caddy: put this block into the site of the course.",
            "header {",
            *(f'\t{name} "{value}"' for name, value in lines),
            "}",
        ),
        "_headers": _joined(
            "# Hosts of static sites that read a file _headers: put it beside index.html.",
            "/*",
            *(f"  {name}: {value}" for name, value in lines),
        ),
    }


def _policy(sources: dict[str, tuple[str, ...]]) -> str:
    listed = [f"{name} {' '.join(allowed)}" for name, allowed in sources.items()]
    return "; ".join(["default-src 'none'", *listed, "base-uri 'none'"])


def _hash_of(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _joined(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)
