"""Which documents an approved case begins, and in which state."""

from __future__ import annotations

from typing import Any

import pytest

from registry import cases
from registry.lifecycle import CaseState, Role
from tests.registry.desk import MONDAY, Desk

CARD, PDF, KIA = ("card", "waiting_prr"), ("pdf", "in_siak"), ("card", "to_print")


def approved(desk: Desk, service: str, **answers: Any) -> int:
    case_id = desk.open(service, papers={}, **answers)
    with desk.database.writing() as session:
        cases.approve(session, desk.officers[Role.COUNTER], case_id, MONDAY)
    return case_id


@pytest.mark.parametrize(
    ("service", "begun"),
    [("KK-HR", [PDF]), ("KTP-H", [CARD]), ("KIA-BARU", [KIA]), ("PINDAH-DLM", [PDF, CARD]), ("AKW", [PDF, PDF]),
     ("AKL-3IN1", [PDF, PDF, KIA]), ("AKM-3IN1", [PDF, PDF, CARD])],
)  # fmt: skip
def test_a_case_begins_all_its_documents(desk: Desk, service: str, begun: list[tuple[str, str]]) -> None:
    documents = desk.documents(approved(desk, service))
    assert [(document.kind, document.state) for document in documents] == begun


@pytest.mark.parametrize("which", ["birth", "death", "marriage", "divorce", "kk"])
def test_the_answers_choose_the_document(desk: Desk, which: str) -> None:
    names = {"birth": "kelahiran", "death": "kematian", "marriage": "perkawinan", "divorce": "perceraian"}
    documents = desk.documents(approved(desk, "CETAK-TTE", which_certificate=which))
    wanted = f"kutipan_akta_{names[which]}" if which in names else "kartu_keluarga"
    assert [document.template for document in documents] == [wanted]


def test_what_issues_nothing_ends_with_a_word(desk: Desk) -> None:
    case_id = approved(desk, "NIK-KONSOL")
    assert desk.state(case_id) is CaseState.CLOSED
    assert [told["name"] for told in desk.told()] == ["case_done", "rating"]
