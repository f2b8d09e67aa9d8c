"""Which visits are near the place that a message names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from registry.places.place_names import Words, words_of
from registry.places.regions import Region, Regions
from registry.vans.visits import Visit

# What stands around a place in "mobil keliling kapan ke Sepaku": none of it is one.
AROUND = frozenset((Path(__file__).parent / "around.txt").read_text("utf-8").split())
SHORTEST = 4  # letters of a word by which the spot itself is known: "pasar"


@dataclass(frozen=True)
class Near:
    """`place` is what was named, none where nothing was. `here`: they come there, not only somewhere near."""

    place: str | None
    here: bool
    visits: Sequence[Visit]


def place_words(text: str) -> Words:
    return tuple(word for word in words_of(text) if word not in AROUND)


def region_named(text: str, regions: Regions, within: str) -> Region | None:
    """The kecamatan, village or kabupaten, those `within` first."""
    words = place_words(text)
    if not words:
        return None
    named = " ".join(words)
    for inside in dict.fromkeys((within, "")):
        for found in (regions.called(named, inside), regions.search_kecamatan(named, inside)):
            if found and len({each.name for each in found}) == 1:
                return found[0]
    if town := regions.kabupaten_called(named):
        return town
    found = regions.search(named, within) if within else []
    return found[0] if len(found) == 1 else None


def near(text: str, visits: Sequence[Visit], regions: Regions, within: str) -> Near:
    """The spot's own name first ("pasar"), then the village, its kecamatan, the kabupaten."""
    words = {word for word in place_words(text) if len(word) >= SHORTEST}
    if words and (spots := [each for each in visits if words <= set(words_of(each.place))]):
        return Near(spots[0].place if len({each.place for each in spots}) == 1 else None, True, spots)
    region = region_named(text, regions, within)
    if region is None:
        return Near(None, False, visits)
    name = region.short_name
    for wider in (region, *regions.parents(region)):
        inside = [each for each in visits if each.village == wider.code or each.village.startswith(f"{wider.code}.")]
        if inside and wider.level != "provinsi":
            return Near(name, wider is region or _same_kecamatan(wider, region), inside)
    return Near(name, False, [])


def _same_kecamatan(wider: Region, region: Region) -> bool:
    return wider.level == "kecamatan" and region.code.startswith(wider.code)
