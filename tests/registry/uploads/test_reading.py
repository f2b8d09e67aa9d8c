"""Papers as telephones photograph them are read: the kind, the numbers, the date. `make bench` reads more."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import date
from functools import cache
from io import BytesIO

import pytest
from PIL import Image, ImageFilter

from registry.uploads.photos import clean_photo
from registry.uploads.reader import PaperReader
from registry.uploads.reading import Reading
from registry.uploads.verdict import Quality
from tests.registry.uploads.papers import encoded
from tests.registry.uploads.photographed import GOOD, on_a_desk, taken
from tests.registry.uploads.sample_papers import KK_NUMBER, NIK, SAMPLES, a_shopping_list, court_decision

pytestmark = pytest.mark.long

MOST_POOR = 20  # of so many good photos fewer than one
TODAY = date(2026, 11, 26)
Read = Callable[[str, str], tuple[Quality, Reading]]


@pytest.fixture(scope="session")
def read(reader: PaperReader) -> Read:
    """A sample, photographed in one of the ways; each is read once."""
    return cache(lambda paper, how: seen(reader, taken(SAMPLES[paper](), how)))


def seen(reader: PaperReader, photo: bytes) -> tuple[Quality, Reading]:
    quality, reading = reader.read(clean_photo(photo), TODAY)
    assert reading is not None
    return quality, reading


@pytest.mark.parametrize("how", GOOD)
@pytest.mark.parametrize("paper", ["police_letter", "ktp"])
def test_a_good_photo_is_read(read: Read, paper: str, how: str) -> None:
    quality, reading = read(paper, how)
    assert (quality, reading.kinds[0]) == (Quality.FINE, paper)
    assert NIK in reading.numbers


def test_of_good_photos_of_all_papers_fewer_than_one_in_twenty_is_asked_for_again() -> None:
    """By the look of the photo, each paper in two of the ways; `make bench` has all in all of them, and reads them."""
    ways = list(GOOD)
    photos = [(paper, ways[(2 * n + m) % len(ways)]) for n, paper in enumerate(SAMPLES) for m in (0, 1)]
    poor = [(paper, how) for paper, how in photos if _looks(paper, how) is not Quality.FINE]
    assert {how for _, how in photos} == set(GOOD)
    assert len(poor) * MOST_POOR < len(photos), poor


def _looks(paper: str, how: str) -> Quality:
    return clean_photo(taken(SAMPLES[paper](), how)).quality


@pytest.mark.parametrize("how", GOOD)
def test_what_a_police_letter_says_was_lost_is_read(read: Read, how: str) -> None:
    _, reading = read("police_letter", how)
    assert reading.lost == ("kk",)


@pytest.mark.parametrize("paper", sorted(SAMPLES.keys() - {"police_letter", "ktp"}))
def test_every_paper_is_told_by_its_words(read: Read, paper: str) -> None:
    quality, reading = read(paper, "all at once")
    assert quality is Quality.FINE
    assert paper in reading.kinds


@pytest.mark.parametrize("how", [*GOOD][-3:])
def test_the_number_of_a_family_card_is_told_from_those_of_its_people(read: Read, how: str) -> None:
    _, reading = read("kk", how)
    assert reading.family == KK_NUMBER


def test_what_says_in_its_header_how_it_lies_is_read(reader: PaperReader) -> None:
    quality, reading = seen(reader, taken(SAMPLES["kk"](), "shaded", exif=True))
    assert (quality, reading.kinds[0]) == (Quality.FINE, "kk")
    assert {NIK, KK_NUMBER} <= set(reading.numbers)


def test_the_day_of_a_letter_is_read(reader: PaperReader) -> None:
    _, reading = seen(reader, taken(court_decision(), "tilted"))
    assert reading.dated == "2026-11-21"


def test_other_words_are_no_paper_of_ours(reader: PaperReader) -> None:
    quality, reading = seen(reader, taken(a_shopping_list(), "flat"))
    assert (quality, reading.kinds, reading.numbers, reading.legible) == (Quality.FINE, (), (), True)


def test_a_portrait_is_no_poor_photo(reader: PaperReader) -> None:
    portrait = SAMPLES["ktp"]().crop((1050, 250, 1340, 630)).resize((900, 1180))
    quality, reading = seen(reader, encoded(portrait))
    assert (quality, reading.legible) == (Quality.FINE, False)


def test_words_that_nobody_can_read_are_blurred(reader: PaperReader) -> None:
    """Shaken along one line: sharp enough for a measure of edges."""
    steady: Image.Image = Image.open(BytesIO(taken(SAMPLES["police_letter"](), "flat")))
    shaken = steady
    for step in range(1, 14):
        moved = steady.transform(steady.size, Image.Transform.AFFINE, (1, 0, step * 1.5, 0, 1, step))
        shaken = Image.blend(shaken, moved, 1 / (step + 1))
    assert seen(reader, encoded(shaken, quality=60))[0] is Quality.BLURRED


def test_lines_that_run_over_the_edge_are_cut(reader: PaperReader) -> None:
    photo = Image.open(BytesIO(taken(SAMPLES["police_letter"](), "flat")))
    cut = photo.crop((round(photo.width * 0.25), 0, photo.width, photo.height))
    assert seen(reader, encoded(cut))[0] is Quality.CUT


def test_a_dark_photo_that_can_be_read_is_fine(reader: PaperReader) -> None:
    photo = Image.open(BytesIO(taken(SAMPLES["ktp"](), "flat"))).point(lambda value: int(value * 0.15))
    found = clean_photo(encoded(photo))
    quality, reading = reader.read(found, TODAY)
    assert (found.quality, quality) == (Quality.DARK, Quality.FINE)
    assert reading is not None and NIK in reading.numbers


def test_a_blurred_heading_alone_does_not_do(reader: PaperReader) -> None:
    desk = on_a_desk(SAMPLES["police_letter"](), random.Random(1))
    desk.thumbnail((1600, 1600))
    assert seen(reader, encoded(desk.filter(ImageFilter.GaussianBlur(4)), quality=60))[0] is Quality.BLURRED


def test_a_paper_is_read_in_less_than_three_seconds_of_a_processor(reader: PaperReader) -> None:
    found = clean_photo(taken(SAMPLES["kk"](), "from the side"))
    began = time.process_time()
    reader.read(found, TODAY)
    assert time.process_time() - began < 3
