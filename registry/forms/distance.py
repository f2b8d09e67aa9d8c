"""How far a move goes, as F-1.03 classes it: told by the places it leads from and to, never asked."""

from __future__ import annotations

from registry.forms.request import Request
from registry.places.place_names import words_of
from registry.places.regions import Regions

# By the length of the code that both places share: of a village, a kecamatan, a kabupaten or kota, a province.
SHARED = {len("64.71.04.1003"): "village", len("64.71.04"): "district", len("64.71"): "regency", len("64"): "province"}
DISTANCES = (*SHARED.values(), "country")
NOT_LISTED = {"36": ("Tangerang", "Tangerang Selatan", "Serang", "Pandeglang", "Lebak")}  # of Banten, beside Cilegon


def distance(request: Request, regions: Regions) -> str:
    """What remains the same: "regency" is a move between two kecamatan of one. Empty where it cannot be told."""
    here = request.answer("village")
    if not here:
        return ""
    if elsewhere := request.answer("origin") or request.answer("new_town"):
        return _from_town(here, elsewhere, regions)
    person = request.registered("nik")
    return _shared(here, person.village) if person and "new_street" in request.answers else ""


def _shared(here: str, there: str) -> str:
    return next((name for length, name in SHARED.items() if here[:length] == there[:length]), "country")


def _from_town(here: str, town: str, regions: Regions) -> str:
    """A town of the same name as the village's own tells nothing of the kecamatan."""
    if known := regions.kabupaten_called(town):
        return "" if here.startswith(known.code) else _shared(here, known.code)
    beside = [words_of(name) for name in NOT_LISTED.get(here[:2], ())]
    plain = [word for word in words_of(town) if word not in ("kota", "kabupaten", "kab")]
    return "province" if list(plain) in [list(words) for words in beside] else "country"
