"""Can a photographed paper be read? Measured leniently: a wrong "unreadable" costs a citizen another photo."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from PIL import Image, ImageFilter, ImageStat

from registry.uploads.verdict import Quality

SHORTEST_SIDE = 600  # pixels
MEASURED_SIDE = 1600  # pixels of the longest side, as WhatsApp sends photos
DARKEST_PAPER = 50  # grey of the brightest twentieth; paper at night under a lamp has about 65
LEAST_EDGES = 14  # letters blurred beyond reading stay below 11, readable ones have 18 and more
BURNT_OUT = 250  # grey of a reflection; a paper that bright all over is a scan
DULL_PAPER = 228  # grey above which the paper itself is as bright as a reflection
LEAST_GLARE = 0.012  # of the photo's area
TILES = 8  # a side: a card may fill a small part of the photo, so its sharpest tiles decide

_LAPLACIAN = ImageFilter.Kernel((3, 3), [0, 1, 0, 1, -4, 1, 0, 1, 0], scale=1, offset=128)


def judge(photo: Image.Image) -> Quality:
    if min(photo.size) < SHORTEST_SIDE:
        return Quality.SMALL
    grey = photo.convert("L")
    grey.thumbnail((MEASURED_SIDE, MEASURED_SIDE))
    if _brightest_twentieth(grey) < DARKEST_PAPER:
        return Quality.DARK
    if _edges(grey) < LEAST_EDGES:
        return Quality.BLURRED
    return Quality.FINE


def has_glare(photo: Image.Image) -> bool:
    """A burnt-out spot on a paper that is otherwise not as bright. No fault as long as the words can be read."""
    grey = photo.convert("L").resize((160, 160), Image.Resampling.BOX)
    counts = grey.histogram()
    burnt = sum(counts[BURNT_OUT:])
    rest = list(accumulate(counts[:BURNT_OUT]))
    paper = next((value for value, count in enumerate(rest) if count >= rest[-1] * 0.7), 0)
    return burnt >= LEAST_GLARE * sum(counts) and paper < DULL_PAPER


def _brightest_twentieth(grey: Image.Image) -> int:
    counts = list(accumulate(grey.histogram()))
    return next(value for value, count in enumerate(counts) if count >= counts[-1] * 0.95)


def _edges(grey: Image.Image) -> float:
    """Variance of the Laplacian in the third sharpest tile: two tiles may be a logo or the edge of a table."""
    edges = grey.filter(_LAPLACIAN).crop((1, 1, grey.width - 1, grey.height - 1))  # the filter leaves the rim as it was
    return sorted(ImageStat.Stat(tile).var[0] for tile in _tiles(edges))[-3]


def _tiles(image: Image.Image) -> Iterator[Image.Image]:
    wide, high = image.width // TILES, image.height // TILES
    for left in range(0, wide * TILES, wide):
        for top in range(0, high * TILES, high):
            yield image.crop((left, top, left + wide, top + high))
