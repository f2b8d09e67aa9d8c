"""Which way somebody moves, by the places they name: "from Samarinda to Balikpapan" is told by where the office is.

Who has another address without saying from where has moved within.
A head of family who is moved to somebody moves nowhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from bot.meaning.asks import asks
from bot.meaning.intents import Label
from bot.meaning.spelling import spelling
from bot.meaning.understanding import Read, Understood
from bot.meaning.wishes import Meant
from registry.places.place_names import words_of
from registry.places.regions import Regions

MOVES = {"pindah", "pindahan", "datang", "hijrah", "boyongan"}
TO, FROM, AT = {"ke", "kesini", "menuju", "to", "into", "masuk"}, {"dari", "dr", "from", "asal"}, {"di", "in", "at"}
SINCE = {"bulan", "tahun", "kemarin", "dulu", "tadi", "minggu", "awal", "akhir", "2angka", "4angka", "tanggal", "lama"}
HERE = {"sini", "here"}
BESIDE_TOWN = {"kota", "kab", "kabupaten", "utara", "selatan", "timur", "barat", "pusat", "tengah"}
LONGEST_NAME = 3  # words
ADDRESS, CHANGED = {"alamat", "alamatku", "address", "domisili"}, {"ganti", "ubah", "update", "baru"}
MISWRITTEN = {"salah", "typo", "perbaiki", "huruf", "tulisan", "ejaan", "pemekaran", "pemekeran", "beda", "kurang",
              "lengkap", "ralat", "harusnya", "seharusnya"}  # fmt: skip
NO_HOME = {"ktp", "kia", "ikd", "kirim", "paket", "kurir", "pos", "kantor", "email", "usaha", "web", "akta",
           "tujuan", "permohonan"}  # fmt: skip  # an address of something else, or on a card of its own
KIN = {"anak", "saya", "aku", "mamak", "mamah", "emak", "my"}
INTO, AWAY, WITHIN, HEAD = "DATANG", "PINDAH", "PINDAH-DLM", "KK-GANTI"


def here(means: Read, regions: Regions, region: str | None) -> Read:
    """The same reading, at the office of this kabupaten."""
    return lambda text: _directed(means(text), text, regions, region)


def _directed(meant: Understood, text: str, regions: Regions, region: str | None) -> Understood:
    intent = meant.intent
    if not meant.elsewhere and _hands_on_the_head(intent.words):
        found = next((each for each in meant.named(Label.KK) if each.code == HEAD), Meant(HEAD))
        return replace(meant, intent=intent.as_(Label.KK), services=(found,), asks=meant.asks or asks(intent.words))
    anew = _has_new_address(meant)
    moves = not MOVES.isdisjoint(intent.words) and (not intent.sure or intent.label is Label.PINDAH)
    if meant.elsewhere or not (anew or moves):
        return meant
    code = _service(words_of(text), regions, region) if region else None
    code = code or (WITHIN if anew else None)
    if code is None:
        return replace(meant, services=()) if _only_since_when(words_of(text)) else meant
    known = next((each for each in meant.named(Label.PINDAH) if each.code == code), Meant(code))
    return replace(meant, intent=intent.as_(Label.PINDAH), services=(known,), asks=meant.asks or asks(intent.words))


def is_far_town(said: str) -> bool:
    """One that no list of ours holds: "Surabaya", "Kota Jakarta Selatan"."""
    words = [word for word in words_of(said) if word not in BESIDE_TOWN]
    return bool(words) and all(spelling().kinds.get(word) == "kota" for word in words)


def _hands_on_the_head(words: Sequence[str]) -> bool:
    """ "Pindahin kepala keluarga ke ibu": nobody moves."""
    if "kepala" not in words or "ikut" in words or MOVES.isdisjoint(words):
        return False
    next_heads = (after[0] for _, after in _after(words, TO) if after)
    return any(word in KIN or spelling().kinds.get(word) == "keluarga_dekat" for word in next_heads)


def _has_new_address(meant: Understood) -> bool:
    """ "Mau ganti alamat di kk": a new home, unless the old one is only written otherwise than it should be."""
    said = set(meant.intent.words)
    of_home = not meant.intent.sure or meant.label in (Label.KK, Label.PINDAH)
    return of_home and bool(said & ADDRESS and said & CHANGED) and not said & (MISWRITTEN | NO_HOME)


def _service(words: Sequence[str], regions: Regions, region: str) -> str | None:
    """None where the places leave it open."""
    to, origin, at = (set(_towns(words, before, regions, region)) for before in (TO, FROM, AT))
    if to - {region}:
        return AWAY
    if origin - {region}:
        return INTO
    if origin:
        return WITHIN if to or at else AWAY
    if all(any(_villages(words, before, regions, region)) for before in (TO, FROM)):
        return WITHIN
    if not to and any(_districts(words, TO, regions, region)):
        return WITHIN
    return INTO if to else None


def _towns(words: Sequence[str], before: Collection[str], regions: Regions, region: str) -> Iterator[str]:
    """The kabupaten that are named after such a word; "sini" is the office's own."""
    for word, after in _after(words, before):
        if HERE & {word.removeprefix("ke"), *after[:1]}:
            yield region
        parts = [" ".join(after[:n]) for n in range(len(after), 0, -1)]
        if any(_is_district(part, regions, region) for part in parts):
            continue  # "ke balikpapan selatan": within
        if town := next(filter(None, map(regions.kabupaten_called, parts)), None):
            yield town.code
        elif after and spelling().kinds.get(after[0]) == "kota":
            yield after[0]  # "jawa": not ours, wherever it lies


def _districts(words: Sequence[str], before: Collection[str], regions: Regions, region: str) -> Iterator[bool]:
    """Whether a kecamatan of the office's own is named there."""
    for _, after in _after(words, before):
        yield any(_is_district(" ".join(after[:n]), regions, region) for n in range(len(after), 0, -1))


def _is_district(said: str, regions: Regions, region: str) -> bool:
    """ "Balikpapan kota" is the town as well."""
    return not said.endswith("kota") and regions.kecamatan_called(said, region)


def _villages(words: Sequence[str], before: Collection[str], regions: Regions, region: str) -> Iterator[bool]:
    """Whether a village of the office's own is named there."""
    for _, after in _after(words, before):
        yield any(regions.called(" ".join(after[:n]), region) for n in range(len(after), 0, -1))


def _only_since_when(words: Sequence[str]) -> bool:
    """ "Udah pindah dr juni tahun lalu": from no place."""
    first = [spelling().words(" ".join(after[:1])) for _, after in _after(words, FROM)]
    return bool(first) and all(
        each and (each[0] in SINCE or spelling().kinds.get(each[0]) == "waktu") for each in first
    )


def _after(words: Sequence[str], before: Collection[str]) -> Iterator[tuple[str, Sequence[str]]]:
    return ((word, words[n + 1 : n + 1 + LONGEST_NAME]) for n, word in enumerate(words) if word in before)
