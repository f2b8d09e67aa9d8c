"""Shared locations: what is kept, and the map it opens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.places.map_pins import map_link, pin


@pytest.mark.parametrize(
    ("latitude", "longitude", "kept"),
    [
        ("-1.2654", "116.8312", "-1.26540,116.83120"),
        ("-1.265412345678", "116.83", "-1.26541,116.83000"),
        ("0", "0", "0.00000,0.00000"),
        ("90", "-180", "90.00000,-180.00000"),
        ("91", "0", None),
        ("0", "181", None),
        ("", "", None),
        ("1e2", "0", None),
        ("nan", "inf", None),
        ("1 ", "2", None),
        ("\u0661", "2", None),
    ],
)
def test_a_place_on_earth_is_kept_to_the_metre(latitude: str, longitude: str, kept: str | None) -> None:
    assert pin(latitude, longitude) == kept
    assert kept is None or map_link(kept) == f"https://maps.google.com/?q={kept}"


@given(st.text(max_size=30))
def test_what_is_no_pin_opens_nothing(text: str) -> None:
    assert map_link(text) is None


@given(st.floats(-90, 90), st.floats(-180, 180))
def test_every_place_opens(north: float, east: float) -> None:
    kept = pin(f"{north:.7f}", f"{east:.7f}")
    assert kept and map_link(kept)
