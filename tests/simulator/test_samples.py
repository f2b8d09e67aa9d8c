"""The sample papers: what they claim to be, large enough, and marked."""

from __future__ import annotations

from io import BytesIO
from urllib.request import urlopen

import pytest
from PIL import Image

from simulator.samples import SAMPLES, draw
from tests.simulator.conftest import Simulator

LEGIBLE = ["surat-hilang.jpg", "surat-hilang-ktp.jpg", "ktp.jpg", "kk.jpg", "surat-lahir.jpg", "buku-nikah.jpg"]


@pytest.mark.parametrize("file", LEGIBLE)
def test_a_paper_is_wide_enough_to_read(file: str) -> None:
    assert Image.open(BytesIO(draw(file))).width >= 1200


@pytest.mark.parametrize(
    ("file", "start"), [("surat-lahir.pdf", b"%PDF"), ("stiker.webp", b"RIFF"), ("suara.ogg", b"OggS")]
)
def test_other_samples_are_what_they_say(file: str, start: bytes) -> None:
    assert draw(file).startswith(start)


def test_the_poor_photos_are_poor() -> None:
    assert Image.open(BytesIO(draw("kecil.jpg"))).width < 400
    assert sum(Image.open(BytesIO(draw("gelap.jpg"))).convert("L").resize((1, 1)).tobytes()) < 50


def test_every_sample_is_served(simulator: Simulator) -> None:
    for file, sample in SAMPLES.items():
        with urlopen(f"{simulator.url}/simulator/samples/{file}", timeout=20) as answer:
            assert answer.headers["Content-Type"] == sample.content_type
