"""The data service when it fails: each way has its name, none hangs, and nothing is followed or believed."""

from __future__ import annotations

import time

import pytest

from registry.demo.population import RINA, RINAS_KK
from registry.models import Unchecked
from registry.population.claims import Claim, Unanswered
from registry.population.data_service import DataService
from tests.centre import Centre

CLAIM = Claim(RINA, {"name": "Rina Contoh", "kk_number": RINAS_KK})


def why(service: DataService) -> Unchecked:
    with pytest.raises(Unanswered) as told:
        service.verify(CLAIM)
    assert RINA not in str(told.value)
    assert told.value.__cause__ is None
    return told.value.why


@pytest.mark.parametrize(
    ("mood", "expected"),
    [
        ("down", Unchecked.DOWN),
        ("quota", Unchecked.QUOTA),
        ("garbled", Unchecked.GARBLED),
        ("huge", Unchecked.GARBLED),
    ],
)
def test_each_failure_has_its_name(centre: Centre, mood: str, expected: Unchecked) -> None:
    centre.feels(mood)
    assert why(centre.client()) is expected


@pytest.mark.parametrize("mood", ["slow", "dripping"])
def test_who_says_nothing_is_not_waited_for(centre: Centre, mood: str) -> None:
    centre.feels(mood)
    begun = time.monotonic()
    assert why(centre.client(within=0.3)) is Unchecked.SLOW
    assert time.monotonic() - begun < 5


def test_a_redirect_is_not_followed(centre: Centre) -> None:
    before = len(centre.asked())
    centre.feels("moved", elsewhere=centre.url)
    assert why(centre.client()) is Unchecked.DOWN
    assert len(centre.asked()) == before + 1


def test_a_foreign_key_is_refused(centre: Centre) -> None:
    assert why(centre.client(key="another")) is Unchecked.REFUSED


def test_nobody_listening_is_down() -> None:
    assert why(DataService("http://127.0.0.1:1/verify", "loket", "-")) is Unchecked.DOWN


def test_only_what_is_compared_leaves_the_house(centre: Centre) -> None:
    centre.client().verify(CLAIM)
    assert centre.asked()[-1] == ["NAMA_LGKP", "NIK", "NO_KK", "TRESHOLD"]
