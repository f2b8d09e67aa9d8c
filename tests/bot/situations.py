"""How flows are begun, and what citizens answer in them: for whoever walks through them, or lives in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.flows.which import BEGIN, GO_ON, service, which
from tests.bot.player import office, services

BY_PAGE = office("BPP", "Disdukcapil Balikpapan", "64.71", papers_by="page")
ALL_WAYS = office("BPP", "Disdukcapil Balikpapan", "64.71", papers_by="both")

GOOD = {
    "nik": ("6471044506900000", "6471044506150000"),  # a woman of 36, a girl of 11
    "kk_number": ("6471041203150000", "lupa"),
    "name": ("rina contoh",),
    "village": ("karang rejo", "karang"),
    "birth_date": ("12 november 2020", "12 november 2025", "12 november 2005"),  # a child, a baby, a grown-up
    "date": ("12 november 2026",),
    "place": ("balikpapan",),
    "number": ("2",),
    "text": ("sesuatu",),
    "street": ("jl contoh 5 rt 2 rw 3 dekat masjid",),
    "phone": ("0812 0000 0012",),
    "what": ("tadi pagi di loket 2",),
    "wrong": ("nama ibu, seharusnya siti contoh",),
    "code": ("482913",),
    "van_kk": ("6471041203150000", "lupa"),
    "van_people": ("4 orang",),
    # who files and who gives the authority are other people than the one it is about
    "applicant_nik": ("6471045507850000",),
    "guardian_nik": ("6471045507800000",),
    "heir_nik": ("6471045507820000",),
}
BAD = ("xyzzy plugh", "")
TWO_CASES = [
    {"id": 1, "number": "BPP-00412", "service": "KK-HR"},
    {"id": 2, "number": "BPP-00398", "service": "SUKET"},
]


def _asked_again(code: str) -> dict[str, Any]:
    """All answers of a request at once, and as many papers as one request may have."""
    service = services()[code]
    facts = {"about": 1, "case_id": 1, "number": "BPP-00412", "service": code, "rest": "none", "settled": []}
    papers = {paper.key: "tidak terbaca" for paper in service.paper[:2]}
    return facts | {"papers": papers, "answers": {question.key: "keliru" for question in service.question}}


VISITS = [
    {"key": f"{number}-20261124", "on": "2026-11-24", "opens": "09:00", "closes": "12:00", "zone": "Asia/Makassar",
     "spot": spot, "services": ["rekam", "kia"], "left": left, "village": "Long Bagun Ilir, Long Bagun"}
    for number, spot, left in ((1, "Balai Karang Jati", 3), (2, "Balai Pertemuan Umum Karang Rejo", 1), (3, "Pasar", 0))
]  # fmt: skip
FACTS: Mapping[str, tuple[dict[str, Any], ...]] = {
    "van": tuple(
        {"about": "van", "how": how, "place": "Long Bagun Ilir", "visits": VISITS, "instead": instead}
        for how, instead in (("here", None), ("near", None), ("all", 1))
    ),
    "van_book": ({"about": VISITS[0]["key"], "visit": VISITS[0]},),
    "activation": tuple(
        {"about": "activation", "visits": visits, "agencies": VISITS[2:], "known": known, "instead": instead}
        for visits, known, instead in ((VISITS[:2], False, None), ([], False, None), (VISITS[:2], True, 1))
    ),
    "which": (dict(which("which-switch", (service("KTP-R", BEGIN), GO_ON), [], "KTP-R").facts),),
    "status": ({"cases": TWO_CASES},),
    "correction": (
        {"case_id": 1, "number": "BPP-00412", "paper": "police_letter", "reason": "cap tidak terlihat"},
        {"case_id": 1, "number": "BPP-00412", "paper": "police_letter", "reason": "cap tidak terlihat", "way": "page"},
    ),
    **{f"again:{code}": (_asked_again(code),) for code in services()},
    "rating": ({"about": 1, "number": "BPP-00412", "service": "KK-HR"},),
    "withdraw": (
        {"cases": TWO_CASES[:1]},
        {"cases": [{"id": "van-1", "number": "K7Q2M9", "service": "van"}, *TWO_CASES]},
    ),
    "amend": tuple({"cases": cases, "what": "village", "shown": "karang jati"} for cases in (TWO_CASES[:1], TWO_CASES)),
    "complaint": ({}, {"said": "payah", "unsure": True}, {"about": 1, "number": "ADU-0001"}),
    "rating_comment": ({"about": 1},),
    "release": ({"about": 1, "number": "BPP-00412", "document": "kartu_keluarga", "who": "R... C..."},),
    "my_data": (
        {"cases": 1, "photos": 2, "answers": ["name", "nik", "village"]},
        {"cases": 0, "photos": 0, "answers": []},
        {"cases": 3, "photos": 12, "answers": ["reason", "name", "nik", "kk_number", "village", "birth_date", "sex"]},
    ),
    "delete_data": tuple(
        {"running": running, "may_withdraw": may, "recorded": recorded, "code": "482913"}
        for running, may, recorded in (
            ([], False, None),
            (["BPP-00412"], True, None),
            (["BPP-00412", "BPP-00413"], False, None),
            (["BPP-00412"], True, "HD-0007"),
            (["BPP-00412"], False, "HD-0007"),
        )
    ),
    "handover": tuple(
        {"about": 1, "document_id": 1, "card": card, "number": "BPP-00412", "fee": 14_000, "name": "R", "phone": phone}
        for card, phone in (("card", None), ("kia", "+6281200000012"))
    ),
}
