"""What a trainer hands out is taken by the page that checks it."""

from __future__ import annotations

import pytest

from coursekit.award.public import keys_data, make_revoked
from coursekit.hosts.awarding.make import records
from coursekit.render_verify import checker_html

from ..test_diplomas import ANA, TODAY, common, made  # noqa: F401
from ..vectors.make_diploma import KEYS, NOW, kid_of
from .own_pages import write_pages

pytestmark = pytest.mark.browser


def test_the_page_takes_the_paper_and_the_picture(visit, made, tmp_path, words):  # noqa: F811
    revoked = make_revoked({}, TODAY, NOW, kid_of(NOW))
    html = checker_html(keys_data(KEYS), revoked)
    pages = write_pages(tmp_path, "check-diploma", {"verify": html})
    serial = next(one.serial for one in records(made) if one.name == ANA.name)
    page = visit(320).open((pages / "verify.html").as_uri())
    page.clock.set_fixed_time("2026-11-28T10:00:00Z")
    for name in ("diploma.pdf", "badge.png"):
        field = page.get_by_label(words["verifyFile"])
        field.set_input_files(made / "diplomas" / serial / name)
        page.get_by_role("heading", name=words["verdict-valid-short"]).wait_for()
        shown = page.locator("dl").inner_text()
        assert ANA.name in shown and serial in shown
        page.reload()
