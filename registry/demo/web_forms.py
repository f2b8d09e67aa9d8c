"""One office of the demo has a Google Form for lost family cards: one answer became a request, one waits to be seen."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from registry import cases
from registry.counter.interview import Interview
from registry.demo.citizens import Wish
from registry.demo.staff import Staff
from registry.form_door import answers, forms, taking
from registry.form_door.reading import Judged
from registry.lifecycle import Role
from registry.models import AnswerState, Channel, Office

SERVICE = "KK-HR"
PHONES = ("+6281200000595", "0812")
COLUMNS = {
    "name": "Nama lengkap sesuai KTP", "nik": "NIK", "reason": "KK hilang atau rusak?",
    "still_have": "PDF KK masih ada?", "village": "Kelurahan di KK",
}  # fmt: skip
TIME, PHONE = "Timestamp", "Nomor WhatsApp"


def fill_form(session: Session, office: Office, staff: Staff, wish: Wish, at: datetime) -> None:
    """Read in on the latest working day."""
    admin, service = staff[Role.ADMIN], cases.services()[SERVICE]
    day = at - timedelta(days=max(0, at.weekday() - 4), hours=1)
    made = forms.create(session, admin, service, "KK hilang (Google Form)", day)
    nik = str(wish.answers["nik"])
    rows = [_row(wish, each, phone, day) for each, phone in zip((nik, nik[:12]), PHONES, strict=True)]
    answers.import_table(session, admin, made, [[TIME, *COLUMNS.values(), PHONE], *rows], day)
    forms.pair(
        session, admin, made.id, service, forms.Map(COLUMNS, PHONE, TIME, None, Channel.WHATSAPP), day
    )  # fmt: skip
    good, bad = answers.some(session, made, AnswerState.WAITING, len(rows))
    judged = Judged(Interview((), wish.answers, tuple(wish.papers)), PHONES[0], day, ())
    case = taking.open_request(session, made, office, service, judged, PHONES[0], day, official=False)
    bad.state, bad.settled_at = AnswerState.FAULTY, day
    if case:
        good.state, good.settled_at, good.case_id, good.cells = AnswerState.TAKEN, day, case.id, None


def _row(wish: Wish, nik: str, phone: str, given: datetime) -> list[str]:
    name = str(wish.answers["name"])
    return [f"{given:%d/%m/%Y %H:%M:%S}", name, nik, "Hilang", "Tidak ada", "Karang Rejo", phone]
