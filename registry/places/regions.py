"""Provinces down to villages, from the ministry's list of codes, found by code or by name."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, Self

from registry.places.place_names import PlaceNames, Words, lies_in, spans, words_of

_FILE = Path(__file__).parent.parent / "data" / "regions.csv"
_ZONES = {"36": "Asia/Jakarta", "64": "Asia/Makassar"}

# In use, but not in the list. Other spellings of a single word stand in place_names.
_ALSO_CALLED = (
    ("Penajam", "64.09"),
    ("Merak", "36.72.03"),
    *(("Kampung Baru", f"64.71.02.100{number}") for number in (1, 2, 3)),  # Baru Ilir, Tengah, Ulu of Balikpapan
)


class Region(NamedTuple):
    """Codes tell the level: 64, 64.71, 64.71.04, 64.71.04.1003. Only a village has a postal code."""

    code: str
    name: str
    level: str  # provinsi, kabupaten, kota, kecamatan, kelurahan, desa
    parent: str
    postal_code: str

    @property
    def short_name(self) -> str:
        """A kabupaten or kota as an address names it: "Balikpapan"."""
        return self.name.split(" ", 1)[1] if self.level in ("kabupaten", "kota") else self.name


class Regions:
    """The list, never changed after loading, so one serves every thread. Searches give regions in order of code."""

    __slots__ = ("_by_code", "_kabupaten", "_kecamatan", "_villages")

    def __init__(self, regions: list[Region]) -> None:
        self._by_code = {region.code: region for region in regions}
        self._kabupaten = self._names(dots=1)
        self._kecamatan = self._names(dots=2)
        self._villages = self._names(dots=3)

    @classmethod
    def from_csv(cls, path: Path) -> Self:
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines)
            next(rows)
            return cls([Region(*(cell.strip() for cell in row)) for row in rows])

    def __len__(self) -> int:
        return len(self._by_code)

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_code)

    def __getitem__(self, code: str) -> Region:
        return self._by_code[code]

    def get(self, code: str) -> Region | None:
        """None for an unknown code: a NIK may bear one that was retired or belongs to another province."""
        return self._by_code.get(code)

    def parents(self, region: Region) -> list[Region]:
        """The nearest first: kecamatan, kabupaten or kota, province."""
        codes = region.code.split(".")
        return [self._by_code[".".join(codes[:length])] for length in range(len(codes) - 1, 0, -1)]

    def kabupaten_of(self, region: Region) -> Region:
        return self._by_code[region.code[:5]]

    def villages_of(self, kecamatan: Region) -> list[Region]:
        return self.inside(kecamatan.code)

    def inside(self, code: str) -> list[Region]:
        """What lies directly below: the kecamatan of a kabupaten, the villages of a kecamatan."""
        return [region for region in self._by_code.values() if region.parent == code]

    def full_name(self, region: Region) -> str:
        """With the next larger place: "Karang Rejo, Balikpapan Tengah"."""
        larger = self._by_code.get(region.parent)
        return f"{region.short_name}, {larger.short_name}" if larger else region.name

    def zone(self, region: Region) -> str:
        """The IANA name of the time zone: WITA for Kalimantan Timur, WIB for Banten."""
        return _ZONES[region.code[:2]]

    def search(self, text: str, within: str = "") -> list[Region]:
        """Villages the text may mean, below the code `within`. A kecamatan or kabupaten named beside narrows them; the
        name of a kecamatan alone finds only villages of that very name."""
        words = words_of(text)
        found = (
            self._villages.named(words, within)
            or self._beside_a_larger_place(words, within)
            or self._village_called(words, within)
        )
        return self._sorted(found)

    def called(self, text: str, within: str = "") -> list[Region]:
        """Villages whose whole name this is, with or without a larger place beside it; no guess."""
        words = words_of(text)
        found = self._villages.named(words, within) or self._beside_a_larger_place(words, within)
        return self._sorted([] if self.is_larger_place(text) else found)

    def is_larger_place(self, text: str) -> bool:
        words = words_of(text)
        return bool(self._kecamatan.named(words) or self._kabupaten.named(words))

    def search_beside(self, text: str) -> list[Region]:
        """Villages anywhere, told by a kecamatan or kabupaten that the text names as well."""
        return self._sorted(self._beside_a_larger_place(words_of(text), ""))

    def search_kecamatan(self, text: str, within: str = "") -> list[Region]:
        return self._sorted(self._kecamatan.find(text, within))

    def kecamatan_called(self, text: str, within: str) -> bool:
        """Whether one of `within` has this for its whole name."""
        return bool(self._kecamatan.named(words_of(text), within))

    def search_kabupaten(self, text: str) -> list[Region]:
        """Kabupaten and kota."""
        return self._sorted(self._kabupaten.find(text))

    def kabupaten_called(self, text: str) -> Region | None:
        """The one whose whole name this is, or what it is called for short: "Bpp", "kota Samarinda"."""
        found = self._kabupaten.named(words_of(text))
        return self._by_code[found[0]] if len(found) == 1 else None

    def _sorted(self, codes: list[str]) -> list[Region]:
        return [self._by_code[code] for code in sorted(set(codes))]

    def _village_called(self, words: Words, within: str) -> list[str]:
        found = self._villages.named(words, within) or self._villages.in_sentence(words, within)
        if found or self._kecamatan.named(words) or self._kabupaten.named(words):
            return found
        return self._villages.guessed(words, within)

    def _beside_a_larger_place(self, words: Words, within: str) -> list[str]:
        """ "sumber sari sebulu": the villages that the rest of the words may mean in the place named."""
        if self._kecamatan.named(words):  # "balikpapan tengah" is no village Tengah of Balikpapan
            return []
        for places in (self._kecamatan, self._kabupaten):
            for start, end in spans(words):
                rest = words[:start] + words[end:]
                for place in places.named(words[start:end]) if rest else ():
                    outer, inner = sorted((place, within), key=len)
                    if lies_in(inner, outer) and (found := self._village_called(rest, inner)):
                        return found
        return []

    def _names(self, dots: int) -> PlaceNames:
        named = [(region.short_name, code) for code, region in self._by_code.items() if code.count(".") == dots]
        return PlaceNames(named + [(name, code) for name, code in _ALSO_CALLED if code.count(".") == dots])


@cache
def load_regions() -> Regions:
    """The list that comes with Loket, read once a process."""
    return Regions.from_csv(_FILE)
