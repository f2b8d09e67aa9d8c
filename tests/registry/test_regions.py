"""Regions by code and by what people call them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from registry.places.regions import Region, Regions, load_regions


@pytest.fixture(scope="module")
def regions() -> Regions:
    return load_regions()


def names(regions: Regions, found: list[Region]) -> list[str]:
    return [regions.full_name(region) for region in found]


def test_the_list_is_whole(regions: Regions) -> None:
    levels = [regions[code].level for code in ("64", "64.07", "64.71", "64.71.04", "64.71.04.1003", "64.07.05.2008")]
    assert (len(regions), levels) == (1207, ["provinsi", "kabupaten", "kota", "kecamatan", "kelurahan", "desa"])


def test_an_unknown_code_is_none(regions: Regions) -> None:
    assert regions.get("64.73.01") is None


def test_parents_come_nearest_first(regions: Regions) -> None:
    (masigit,) = regions.search("masigit")
    assert [parent.name for parent in regions.parents(masigit)] == ["Jombang", "Kota Cilegon", "Banten"]
    assert (regions.kabupaten_of(masigit).short_name, masigit.postal_code) == ("Cilegon", "42414")


def test_zones(regions: Regions) -> None:
    assert [regions.zone(regions[code]) for code in ("64.11.01", "36.72")] == ["Asia/Makassar", "Asia/Jakarta"]


def test_villages_of_a_kecamatan(regions: Regions) -> None:
    villages = regions.villages_of(regions["36.72.05"])
    assert {"Jombang Wetan", "Masigit", "Sukmajaya", "Gedong Dalem", "Panggung Rawi"} == {v.name for v in villages}


@pytest.mark.parametrize(
    ("text", "within", "found"),
    [
        ("karang rejo", "", ["Karang Rejo, Balikpapan Tengah"]),
        ("KARANGREJO", "", ["Karang Rejo, Balikpapan Tengah"]),
        ("krang rejo", "64.71", ["Karang Rejo, Balikpapan Tengah"]),
        ("kelurahannya karang jati", "", ["Karang Jati, Balikpapan Tengah"]),
        ("kel. karang jati, balikpapan tengah", "", ["Karang Jati, Balikpapan Tengah"]),
        ("di kampung long bagun ilir", "", ["Long Bagun Ilir, Long Bagun"]),
        ("kp. baru", "64.09", ["Kampung Baru, Penajam"]),
        ("gn bahagia", "", ["Gunung Bahagia, Balikpapan Selatan"]),
        ("sei pinang luar", "", ["Sungai Pinang Luar, Samarinda Kota"]),
        ("muut", "", ["Mu'ut, Nyuatan"]),
        ("loktuan", "", ["Lok Tuan, Bontang Utara"]),
        ("long pahangai 2", "", ["Long Pahangai II, Long Pahangai"]),
        ("gunung sari", "64.71", ["Gunung Sari Ilir, Balikpapan Tengah", "Gunung Sari Ulu, Balikpapan Tengah"]),
        ("gunung sari", "", ["Gunung Sari, Tabang", "Gunung Sari, Segah"]),
        ("sumber sari sebulu", "", ["Sumber Sari, Sebulu"]),
        ("sdomulyo smd", "", ["Sidomulyo, Samarinda Ilir"]),
        ("karang rejo", "64.72", []),
        ("minta", "", ["Minta, Penyinggahan"]),
    ],
)
def test_villages_are_found_by_what_people_type(regions: Regions, text: str, within: str, found: list[str]) -> None:
    assert sorted(names(regions, regions.search(text, within))) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "lupa",
        "tidak tahu",
        "asdfgh",
        "zzzzzzzz",
        "2",
        "baru",
        "rumah",
        "pindah",
        "keluar",
        "tolong",
        "😀",
        "saya minta kk",
    ],
)
def test_a_word_that_is_no_place_finds_nothing(regions: Regions, text: str) -> None:
    assert regions.search(text) + regions.search_kecamatan(text) + regions.search_kabupaten(text) == []


@pytest.mark.parametrize("text", ["jombang", "kec. jombang", "jombang cilegon", "merak", "samarinda", "bpp"])
def test_a_larger_place_alone_is_no_village(regions: Regions, text: str) -> None:
    assert regions.search(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("jombang", "36.72.05"),
        ("kecamatan jombang", "36.72.05"),
        ("merak", "36.72.03"),
        ("Pulo Merak", "36.72.03"),
        ("grogol", "36.72.06"),
        ("gerogol", "36.72.06"),
        ("sengata utara", "64.08.04"),
        ("smd ulu", "64.72.03"),
        ("IKN", "64.09.04"),
        ("balikpapan tngah", "64.71.04"),
    ],
)
def test_kecamatan_by_their_everyday_names(regions: Regions, text: str, code: str) -> None:
    assert [region.code for region in regions.search_kecamatan(text)] == [code]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Kukar", ["64.02"]),
        ("kutai kertanegara", ["64.02"]),
        ("kutim", ["64.08"]),
        ("kubar", ["64.07"]),
        ("PPU", ["64.09"]),
        ("penajam", ["64.09"]),
        ("mahulu", ["64.11"]),
        ("Bpp", ["64.71"]),
        ("kota smd", ["64.72"]),
        ("kk saya cilegon", ["36.72"]),
        ("balikpapn", ["64.71"]),
        ("kutai", ["64.02", "64.07", "64.08"]),
        ("jakarta", []),
    ],
)
def test_kabupaten_by_their_everyday_names(regions: Regions, text: str, codes: list[str]) -> None:
    assert [region.code for region in regions.search_kabupaten(text)] == codes


def test_every_village_is_found_by_its_own_name_within_its_kecamatan(regions: Regions) -> None:
    villages = [region for region in (regions[code] for code in regions) if region.postal_code]
    assert len(villages) == 1081
    missed = [village for village in villages if village not in regions.search(village.name, village.parent)]
    assert missed == []


@settings(deadline=None)
@given(st.text(max_size=300), st.sampled_from(["", "64.71", "36.72.05", "99"]))
def test_any_text_finds_only_villages_within(regions: Regions, text: str, within: str) -> None:
    assert all(found.code.startswith(within) and found.postal_code for found in regions.search(text, within))


@pytest.mark.parametrize(
    "text", ["krang rejo", "qwertyuiop", "kelurahan sumber sari kecamatan sebulu", "sebulu " * 5000]
)
def test_a_search_is_quick(regions: Regions, text: str) -> None:
    started = time.thread_time()
    for _ in range(20):
        regions.search(text)
    assert (time.thread_time() - started) / 20 < 0.004
