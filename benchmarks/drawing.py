"""Curves over the number of pages, as a drawing: each against a straight line through its first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

WIDTH, HEIGHT, EDGE = 300, 200, 40


def drawn(pages: Sequence[int], curves: Mapping[str, Sequence[float]]) -> str:
    """An SVG with a panel for each curve."""
    panels = [
        f'<g transform="translate({n % 2 * WIDTH} {n // 2 * HEIGHT})">{_panel(pages, *curve)}</g>'
        for n, curve in enumerate(curves.items())
    ]
    rows = (len(panels) + 1) // 2
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH} {rows * HEIGHT}" '
        'font-family="sans-serif" font-size="10" role="img">\n'
        "<title>A build by number of pages; broken: straight through the first</title>\n"
        f'<rect width="100%" height="100%" fill="#fff"/>\n{"".join(panels)}</svg>\n'
    )


def _panel(pages: Sequence[int], name: str, values: Sequence[float]) -> str:
    straight = values[0] / pages[0] * pages[-1]
    most = max(*values, straight)

    def at(page: float, value: float) -> str:
        x = EDGE + page / pages[-1] * (WIDTH - 2 * EDGE)
        return f"{x:.1f},{HEIGHT - EDGE - value / most * (HEIGHT - 2 * EDGE):.1f}"

    dots = [at(page, value) for page, value in zip(pages, values, strict=True)]
    marks = [
        f'<circle cx="{dot.split(",")[0]}" cy="{dot.split(",")[1]}" r="3" fill="#0b5a7a"/>'
        f'<text x="{dot.split(",")[0]}" y="{float(dot.split(",")[1]) - 6:.1f}" '
        f'text-anchor="end">{value:,.0f}</text>'
        for dot, value in zip(dots, values, strict=True)
    ]
    ticks = [
        f'<text x="{at(page, 0).split(",")[0]}" y="{HEIGHT - EDGE + 14}" '
        f'text-anchor="middle">{page:,}</text>'
        for page in pages
    ]
    return (
        f'<text x="{EDGE}" y="20" font-weight="bold">{name}</text>'
        f'<polyline points="{at(0, 0)} {at(pages[-1], 0)}" stroke="#4b585f" fill="none"/>'
        f'<polyline points="{at(0, 0)} {at(pages[-1], straight)}" stroke="#4b585f" '
        'stroke-dasharray="4 3" fill="none"/>'
        f'<polyline points="{" ".join(dots)}" stroke="#0b5a7a" stroke-width="2" fill="none"/>'
        f"{''.join(marks)}{''.join(ticks)}"
    )
