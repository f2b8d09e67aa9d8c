"""Charts as SVG, drawn on the server: no script, and nothing a strict Content-Security-Policy would refuse."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

HEIGHT, FOOT, HEAD = 180, 22, 16
NARROW, WIDE = 336, 720  # a week fits a telephone; a month is pushed along
A_WEEK = 7
LABELLED = 5  # of a month every fifth day bears its date
FIRST, SECOND = "#0b5d66", "#9fc3c6"


def pairs(bars: Sequence[tuple[str, int | None, int | None]], *, title: str, first: str, second: str) -> Markup:
    """Two bars side by side for each label, none for what is missing. Who cannot see it reads title and numbers."""
    most = max((max(a or 0, b or 0) for _, a, b in bars), default=0) or 1
    width = NARROW if len(bars) <= A_WEEK else WIDE
    step = width / max(len(bars), 1)
    room = HEIGHT - FOOT - HEAD
    every = 1 if width == NARROW else LABELLED  # counted from the last, which is today
    drawn = [
        _group(place * step, step, label, (one, two), room / most, (first, second))
        + (_foot(place * step + step / 2, label) if (len(bars) - 1 - place) % every == 0 else Markup(""))
        for place, (label, one, two) in enumerate(bars)
    ]
    return Markup('<svg class="chart{}" role="img" viewBox="0 0 {} {}"><title>{}</title>{}</svg>').format(
        "" if width == NARROW else " long", width, HEIGHT, title, Markup("").join(drawn)
    )


def _group(
    left: float, step: float, label: str, values: tuple[int | None, int | None], scale: float, names: tuple[str, str]
) -> Markup:
    width, ground = step * 0.36, HEIGHT - FOOT
    bars = Markup("").join(
        Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="{}"><title>{}</title></rect>').format(
            left + step * 0.12 + place * (width + 2), ground - value * scale, width, value * scale, colour,
            f"{label}: {name} {value}",
        )
        for place, (value, colour, name) in enumerate(zip(values, (FIRST, SECOND), names, strict=True))
        if value is not None
    )  # fmt: skip
    top = Markup('<text x="{:.1f}" y="{:.1f}" font-size="11" text-anchor="middle" fill="#1c2427">{}</text>').format(
        left + step * 0.12 + width / 2, ground - (values[0] or 0) * scale - 4, values[0]
    )
    return bars + (top if values[0] else Markup(""))


def _foot(middle: float, label: str) -> Markup:
    return Markup('<text x="{:.1f}" y="{}" font-size="11" text-anchor="middle" fill="#5b6a6f">{}</text>').format(
        middle, HEIGHT - 6, escape(label)
    )


def run_down(lines: Sequence[Sequence[int]], *, title: str, most: str, last: str) -> Markup:
    """What is left after 0, 1, 2, ... days, a line for each series, the first in the darker colour; `most` and `last`
    are written at the ends of the axes."""
    step = NARROW / (max((len(line) for line in lines), default=1) - 1 or 1)
    scale = (HEIGHT - FOOT - HEAD) / (max((value for line in lines for value in line), default=0) or 1)
    drawn = [
        Markup('<polyline points="{}" fill="none" stroke="{}" stroke-width="2.5"/>').format(
            " ".join(f"{day * step:.1f},{HEIGHT - FOOT - value * scale:.1f}" for day, value in enumerate(line)),
            colour,
        )
        for line, colour in zip(lines, (FIRST, SECOND), strict=False)
    ]
    text = Markup('<text x="{}" y="{}" font-size="12" text-anchor="{}" fill="#5b6a6f">{}</text>')
    corners = [text.format(0, HEAD - 4, "start", most), text.format(NARROW, HEIGHT - 6, "end", last)]
    return Markup(
        '<svg class="chart" role="img" preserveAspectRatio="xMinYMid" viewBox="0 0 {} {}"><title>{}</title>{}</svg>'
    ).format(NARROW, HEIGHT, title, Markup("").join((*drawn, *corners)))
