"""What the report tells of documents by kind and of cards by reason."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select

from registry import cases
from registry.cards import printing
from registry.desk import undoing
from registry.desk.taken_back import UNDONE
from registry.issuing import documents
from registry.lifecycle import Role
from registry.models import AuditEntry, Document, Office
from registry.reports import daily, issued
from tests.registry.desk import MONDAY, SERVICES, Desk
from tests.registry.reports.test_daily import DAY, EVENING


def figures(desk: Desk) -> dict[str, int]:
    with desk.database.reading() as session:
        return dict(daily.reports(session, [session.get_one(Office, desk.office_id)], DAY, EVENING)[0].figures)


def approved(desk: Desk, service: str, **answers: Any) -> int:
    """Its document."""
    case_id = desk.open(service, papers={}, **answers)
    with desk.database.writing() as session:
        cases.approve(session, desk.officers[Role.SUPERVISOR], case_id, MONDAY)
        return session.exec(select(Document.id).where(Document.case_id == case_id)).one()


def test_a_family_card_that_was_sent_counts_as_one_and_online_as_finished(desk: Desk) -> None:
    document = approved(desk, "KK-HR")
    clerk = desk.officers[Role.COUNTER]
    for _ in range(2):  # by mistake at first
        with desk.database.writing() as session:
            case_id = documents.sent_by_siak(session, clerk, document, MONDAY).case_id
        with desk.database.writing() as session:
            undoing.undo(session, clerk, case_id, MONDAY + timedelta(seconds=3))
    assert (figures(desk)["kk_terbit"], figures(desk)["layanan_online_selesai"]) == (0, 0)
    with desk.database.writing() as session:
        documents.sent_by_siak(session, clerk, document, MONDAY + timedelta(minutes=1))
    assert (figures(desk)["kk_terbit"], figures(desk)["akl_terbit"]) == (1, 0)


def test_a_refusal_is_an_answer_and_what_the_counter_filed_is_not_online(desk: Desk) -> None:
    refused, filed = desk.open(), desk.open()
    with desk.database.writing() as session:
        opened = select(AuditEntry).where(AuditEntry.case_id == filed, AuditEntry.action == "case_opened")
        session.exec(opened).one().officer_id = 1
        for case_id in (refused, filed):
            cases.refuse(session, desk.officers[Role.SUPERVISOR], case_id, "bukan warga sini", MONDAY)
    assert figures(desk)["layanan_online_selesai"] == 1


@pytest.mark.parametrize(
    ("service", "answers", "figure"),
    [
        ("KTP-BARU", {}, "cetak_baru"),
        ("KTP-H", {"domicile": "here"}, "cetak_hilang"),
        ("KTP-H", {"domicile": "elsewhere", "village": ""}, "cetak_luar"),
        ("KTP-UBAH", {"card_change": "data"}, "cetak_ubah"),
    ],
)
def test_a_card_counts_by_why_it_was_printed(desk: Desk, service: str, answers: dict[str, str], figure: str) -> None:
    document, printer = approved(desk, service, **answers), desk.officers[Role.PRINTING]
    with desk.database.writing() as session:
        printing.ready_to_print(session, printer, [document], MONDAY)
    assert [figures(desk)[f"prr_{part}"] for part in ("awal", "masuk", "sisa")] == [0, 1, 1]
    with desk.database.writing() as session:
        printing.mark_printed(session, printer, [document], MONDAY)
    found = figures(desk)
    assert {name: found[name] for name in issued.PRINTED} == dict.fromkeys(issued.PRINTED, 0) | {figure: 1}
    assert [found[f"prr_{part}"] for part in ("awal", "masuk", "sisa")] == [0, 1, 0]


def test_every_card_of_the_catalogue_has_a_reason() -> None:
    cards = {
        code
        for code, service in SERVICES.items()
        if any(each.kind == "card" and each.template != issued.KIA for each in service.document)
    }
    assert cards == set(issued.BY_SERVICE)


def test_every_decision_that_can_be_undone_is_left_out() -> None:
    assert set(UNDONE["decision_undone"]) == set(undoing.DECISIONS)
