"""From a photo to the answer on the telephone, through everything that runs: fetched, inspected, read, answered."""

from __future__ import annotations

import statistics
import time

from bench.table import beside, table
from tests.registry.uploads.photographed import GOOD, taken
from tests.registry.uploads.sample_papers import SAMPLES
from tests.whole.handset import Handset

AIM = 5.0  # seconds
OFFICE = "whatsapp:+628110000001"
TO_THE_PAPERS = ("menu", "kk saya hilang", "tidak ada", "rina contoh", "6471044506900000", "lupa", "karang rejo")
PAPERS = ("police_letter", "ktp")  # in the order in which they are asked for


def measure(twilio: str, citizens: int) -> None:
    """One citizen after the other; the photos are taken in another way each time."""
    ways = list(GOOD)
    waited = [seconds for n in range(citizens) for seconds in _waits(twilio, n, ways[n % len(ways)])]
    middle, slow = statistics.median(waited), max(waited)
    table(
        f"From photo to answer, {len(waited)} photos, one at a time",
        ("what", "seconds", "aim"),
        [("median", f"{middle:.1f}", beside(middle <= AIM, f"<= {AIM:g}")), ("the longest", f"{slow:.1f}", "")],
    )


def _waits(twilio: str, number: int, how: str) -> list[float]:
    handset = Handset(twilio, f"whatsapp:+62895{number:08d}", OFFICE)
    for text in TO_THE_PAPERS:
        handset.say(text)
        handset.hears("")
    handset.hears("foto")
    return [_wait(handset, taken(SAMPLES[paper](), how, number)) for paper in PAPERS]


def _wait(handset: Handset, photo: bytes) -> float:
    began = time.perf_counter()
    handset.send_file("foto.jpg", photo, "image/jpeg")
    handset.hears("")
    return time.perf_counter() - began
