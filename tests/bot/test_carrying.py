"""How a document is to reach somebody is told anywhere; what they send to us, or fetch elsewhere, is another matter."""

from __future__ import annotations

import pytest

from bot.meaning.carrying import tells_carriage

TOLD = [
    "pos aja ke jl mawar 5",
    "kirim aja ke rumah",
    "ambil sendiri aja",
    "nanti diantar aja ya ke rumah",
    "lewat pos aja",
    "bisa dikirim ke rumah ga?",
    "dikirimin ke alamat saya ya min",
    "anterin ke griya nggih",
    "diambil sendiri di kantor",
    "by post please",
    "just send it to my house",
    "i'll pick it up",
]
NOT_TOLD = [
    "kirim",
    "kirim aja",
    "kirim sekarang",
    "kirim foto ke sini?",
    "sudah saya kirim ke wa",
    "sendiri",
    "saya sendiri",
    "surat hilang saya ambil di kantor polisi",
    "diantar ke rs",
    "Siti Antar Contoh",
    "jl pos 5",
    "rumah sakit",
]


@pytest.mark.parametrize("text", TOLD)
def test_it_is_heard(text: str) -> None:
    assert tells_carriage(text)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_it_is_not_heard_in_other_words(text: str) -> None:
    assert not tells_carriage(text)
