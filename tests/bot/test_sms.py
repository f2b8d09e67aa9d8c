"""Every sentence as an SMS: letters that GSM-7 has, and two parts at most, also with long names and addresses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import product
from typing import Any

import pytest

from bot.flows.papers import listed
from bot.flows.vans import SHORT
from bot.wording import LANGUAGES, Lines, Listed, Moment, Rupiah, Span, Words
from registry.models import Channel
from simulator.segments import count
from tests.bot.player import CHANNELS, HOURS, PAGE, words
from tests.bot.text_keys import variables

MOMENT = Moment(datetime(2026, 11, 25, 6, 0, tzinfo=UTC), "Asia/Makassar")
VISIT = {"when": Span(MOMENT.at, "12:00", "Asia/Makassar"), "spot": "Balai Pertemuan Umum Karang J"[:SHORT],
         "village": "Long Bagun Ilir, Long Bagun", "services": listed(["kk"], "-needed"), "left": 3}  # fmt: skip
NEWS = (  # as long as an office may make it
    "SIAK pusat sedang padam sejak pagi ini, semua permohonan dikerjakan begitu pulih. "
    "Kami kabari sendiri, mohon sabar."
)
LONG: dict[str, Any] = {
    "office": "Disdukcapil Kabupaten Mahakam Ulu", "address": "Jl. Poros Ujoh Bilang RT 005, Long Bagun",
    "hours": HOURS, "days": 30, "rights": "https://loket.mahakamulukab.go.id/p", "link": PAGE,
    "name": "Muhammad Rizky Contoh Pratama", "number": "MHU-00412", "service": Words("short-AKL"),
    "document": Words("document-kutipan_akta_kelahiran"), "place": "Long Bagun Ilir, Long Bagun, Kab. Mahakam Ulu",
    "promised": MOMENT, "answered": MOMENT, "bring_by": date(2026, 11, 30), "n": 16, "left": 4, "ahead": 12,
    "minutes": 45, "messages": 126, "due": MOMENT,
    "cases": 3, "photos": 12, "pin": "482913", "fee": Rupiah(14_000), "elsewhere": Rupiah(27_000),
    "carrier": "Kurir Contoh Balikpapan",
    "postage": Words("postage-door", {"fee": Rupiah(14_000)}), "pay": Words("pay-door", {"fee": Rupiah(14_000)}),
    "tracking": "P2611000000123",
    "reason": "cap dan tanda tangan polisi di surat itu tidak terlihat", "officer": "P-07", "code": "SKCK-BARU",
    "options": "Ya, ke petugas / Menu / Nanti saja", "thing": Words("lost-ktp"),
    "lost": listed(["kk", "ktp"]), "wanted": Words("lost-certificate"), "runs": "yes",
    "option": Words("option-another-photo"),
    "consent": "chat", "what": "kelurahan", "before": "Karang Rejo", "after": "Karang Jati",
    "label": "Kelurahan", "card": Words("document-card"), "remark": Words("old-stays-valid"),
    "who": "M... R... C... P...", "street": "Gg. Kampung Baru Tengah No. 12B",
    "rt": "002", "rw": "013", "postal_code": "75767", "landmark": "samping musala", "phone": "+62 812-0000-0012",
    "district": "Long Pahangai", "town": "Penajam Paser Utara",
    "value": "Long Bagun Ilir", "paper": Words("paper-couple_statement-photo"),
    "papers": listed(["birth_letter", "couple_statement", "kk"], "-needed"), "state": Words("state-in_siak"),
    "text": "Selamat pagi, ada yang bisa dibantu?", "needed": Words("old-stays-valid"),
    "least": 1, "most": 4, "perhaps": "surat kuasa (untuk orang lain)",
    "asked": "nama almarhum, NIK almarhum (atau LUPA), No. KK (atau LUPA), tanggal meninggal, "
    "tempat meninggal, nama suami/istri yg ditinggalkan",
    "format": "AKL-3IN1#NIK#No. KK#Nama anak#Tanggal lahir", "form": "F-1.07",
    "codes": "KTP-BARU, KTP-FOTO, KTP-H, KTP-R, KTP-UBAH", "fields": "NIK#No. KK#Nama#Kelurahan",
    "forms": "F-1.07", "sent": "no",
    "signing": "tanda tangani di atas meterai", "until": date(2026, 12, 6),
    "born": date(2021, 3, 11), "lacks": "foto surat hilang dari polisi",
    "next": "KK, BPP-00413: sedang diperiksa", "awaited": "foto surat hilang dari polisi",
    "words": "kepolisian dan kehilangan", "date": date(2026, 11, 21),
    "first": Words("service-AKM-3IN1"), "others": Listed((Words("service-KK-UBAH"), Words("service-KUT2"))),
    "group": Words("group-kk"), "lines": "",
    "day": date(2026, 11, 24), "change": Words("van-change-moved"), "room": "yes",
    "visits": Lines((Words("van-line", VISIT),) * 3), **VISIT,
    "rows": "Muhammad Rizky Contoh Pratama, laki-laki, lahir 12-11-2026, di Long Bagun Ilir, anak ke-12, surat dibawa",
}  # fmt: skip
CHOSEN: dict[str, tuple[Any, ...]] = {  # by which a sentence takes one of several forms
    "must": ("yes", "no"), "closed": ("none", date(2026, 11, 28)),
    "left": (0, 3), "agencies": ("yes", "no"), "room": ("yes", "no"), "old": ("none", "suket"),
    "salam": ("yes", "no"), "how": ("here", "near", "salam", "greeting", "unclear", "papers", "plain"),
    "gone": ("yes", "no"), "letter": ("one", "own"), "way": ("page", "bring"),
    "stays": ("both", "answers", "place", "nothing"),
    "known": ("yes", "no"), "by": ("yes", "no", "head", "supervisor", "family", "proxy"),
    "came_by": ("counter", "letter"),
    "page": ("yes", "no"), "whose": ("self", "parent", "other"), "moving_letter": ("have", "none"),
    "parents": ("alive", "died"),
    "which_certificate": ("kk", "birth", "marriage"), "new_family": ("married", "divorced"),
    "kind": ("kia", "card", "kartu_keluarga"),
    "rest": ("accepted", "sent", "none"),
    "told": ("yes", "no"), "others": (0, 2), "cases": (0, 3), "photos": (0, 12), "complaint": ("none", "ADU-0021"),
    "answers": ("none", "nama, NIK, tanggal lahir, kelurahan, dan lainnya"),
    "sent": ("yes", "no"), "forms": ("none", "F-1.07"),
    "next": ("waiting_prr", "other"), "awaited": ("queue", "waiting_prr", "other"), "also": ("none", "akta kematian"),
    "photo": ("none", "...0001"), "given": ("...0000",),
    "where": ("none", Words("lacking-birth_certificate"), Words("lacking-death_letter")),
    "unsent": ("none", Words("service-AKL-3IN1")), "lacks": ("photos", "answers", "nothing"), "quiet": ("yes", "no"),
    "unread": ("none", "NIK dan tanggal lahir"), "landmark": ("none", "samping musala"),
    "later": ("none", date(2026, 11, 26)), "news": ("none", NEWS),
    "picked": ("self", "same_kk", "other", "yes", "family", "rt"),
    "split": ("unsaid", "own"), "institution": ("unsaid", "bank"), "photo_reason": ("unsaid", "changed"),
    "ikd_wish": ("unsaid", "activate"), "birth_proof": ("letter", "found"), "parent": ("yes", "self"),
    "late": ("yes", "no"), "bring": ("yes", "no"), "stillbirth_proof": ("unsaid", "letter"),
}  # fmt: skip
RETURNED = ("none", "by_hand", "address_incomplete", "nobody_home", "moved", "declined")
NOT_BY_SMS = {
    "paper-refused",  # by SMS papers come by the page: paper-refused-page
    "document-here",
}


def renderings(key: str, language: str, channel: Channel = Channel.SMS) -> Iterator[str]:
    chosen: dict[str, tuple[Any, ...]] = CHOSEN | ({"reason": RETURNED} if key == "card-printed" else {})
    chosen |= {"ahead": (0, 12)} if key == "officer-waiting" else {}
    wanted = sorted(variables(language)[key])
    for values in product(*(chosen.get(name) or (LONG[name],) for name in wanted)):
        yield words().render(key, dict(zip(wanted, values, strict=True)), language, channel)


def sentences(language: str) -> list[str]:
    return sorted(key for key in variables(language).keys() - NOT_BY_SMS if not key.startswith("template-"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_written_in_gsm_7(language: str) -> None:
    spelt = {key: {count(text).encoding for text in renderings(key, language)} for key in sentences(language)}
    assert {key for key, encodings in spelt.items() if encodings != {"GSM-7"}} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_takes_more_than_two_parts(language: str) -> None:
    longest = {key: max(count(text).parts for text in renderings(key, language)) for key in sentences(language)}
    assert {key: parts for key, parts in longest.items() if parts > 2} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_a_part_is_left_out_no_gap_stays(language: str) -> None:
    both = [(key, channel) for key in sentences(language) for channel in CHANNELS]
    said = [text for key, channel in both for text in renderings(key, language, channel)]
    assert [text for text in said if "  " in text or text != text.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_spends_two_septets_on_a_letter(language: str) -> None:
    """Brackets, braces, tilde, caret, bar, backslash and the euro sign cost twice."""
    texts = {key: "".join(renderings(key, language)) for key in sentences(language)}
    assert {key for key, text in texts.items() if set(text) & set("[]{}~^|\\€")} == set()
