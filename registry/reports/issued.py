"""Documents issued by their kind and cards printed by their reason, as the daily report tells them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, String, and_, cast, func, literal
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from registry.desk.slips import SLIPS
from registry.lifecycle import DocumentState
from registry.models import AuditEntry, Case, Document

KIA = "kia"
UNPRINTED = ("card_misprinted", SLIPS["card_printed"].undone_by)
ISSUING = ("document_issued", "sent_by_siak", "signed_by_hand")
BY_TEMPLATE = {
    "kartu_keluarga": "kk_terbit",
    "kutipan_akta_kelahiran": "akl_terbit",
    "kutipan_akta_kematian": "akm_terbit",
    "kutipan_akta_perkawinan": "akw_terbit",  # husband and wife have one each, of one certificate
    "kutipan_akta_perceraian": "akc_terbit",
    "surat_pindah": "pindah_keluar",
    "surat_pindah_luar_negeri": "pindah_keluar",
    "surat_datang_luar_negeri": "pindah_datang",
}
ARRIVALS = ("DATANG",)  # whose KK tells that somebody moved here
BY_SERVICE = {
    "KTP-BARU": "cetak_baru",
    "KTP-H": "cetak_hilang",
    "KTP-R": "cetak_rusak",
    "KTP-UBAH": "cetak_ubah",
    "KTP-FOTO": "cetak_ubah",
    "DATANG": "cetak_ubah",
    "PINDAH-DLM": "cetak_ubah",
    "AKM-3IN1": "cetak_ubah",  # of who is left
    "SUKET": "cetak_baru",
}
ELSEWHERE = (
    "KTP-H",
    "KTP-R",
)  # may be asked for far from home; then no village is asked, and the case has no kecamatan
PRINTED = ("cetak_baru", "cetak_hilang", "cetak_rusak", "cetak_ubah", "cetak_luar")
FIGURES = (*dict.fromkeys(BY_TEMPLATE.values()), "kia_terbit", *PRINTED, "prr_awal", "prr_masuk", "prr_sisa")


def issued(
    session: Session, offices: Collection[int], lately: ColumnElement[bool], undone: Collection[int]
) -> Mapping[int, Mapping[str, int]]:
    """By office and figure. Two statements, the one on the log's index by day, the other on that of documents by state.
    `lately` is the condition on the log, `undone` its entries that were taken back."""
    found = {office_id: Counter(dict.fromkeys(FIGURES, 0)) for office_id in offices}
    for office_id, action, template, service, is_elsewhere, was_undone, times, cases in _rows(session, lately, undone):
        if template != KIA and (came := _came_in(action, was_undone)):
            found[office_id]["prr_masuk"] += came * times
        elif not was_undone:
            for name in _names(action, template, service, is_elsewhere):
                found[office_id][name] += cases
    for office_id, pieces in _to_print(session, offices).items():
        found[office_id]["prr_sisa"] = pieces
    for figures in found.values():
        printed = sum(figures[name] for name in PRINTED)
        figures["prr_awal"] = figures["prr_sisa"] - figures["prr_masuk"] + printed
    return found


def _came_in(action: str, was_undone: bool) -> int:
    """A card whose printing stands in an earlier report comes in once more when that is undone; of one printed and
    undone since then neither counts."""
    if action == "card_printed":
        return -1 if was_undone else 0
    return 0 if was_undone else int(action in ("card_ready_to_print", *UNPRINTED))


def _names(action: str, template: str | None, service: str, is_elsewhere: bool) -> list[str]:
    """The figures that one entry counts for; most count for one."""
    if action == "card_printed":
        return [_printed(template, service, is_elsewhere)]
    arrival = ["pindah_datang"] if service in ARRIVALS and template == "kartu_keluarga" else []
    return arrival + [BY_TEMPLATE[template]] if template in BY_TEMPLATE else []


def _printed(template: str | None, service: str, is_elsewhere: bool) -> str:
    if template == KIA:
        return "kia_terbit"
    return "cetak_luar" if is_elsewhere and service in ELSEWHERE else BY_SERVICE[service]


def _rows(session: Session, lately: ColumnElement[bool], undone: Collection[int]) -> Sequence[Sequence[Any]]:
    """Office, action, template, service, whether from elsewhere and taken back, and how many times and cases: from the
    entries of these days to their documents by the index of cases."""
    subject = literal("document:") + cast(col(Document.id), String)
    of_entry = and_(col(Document.case_id) == col(AuditEntry.case_id), col(AuditEntry.subject) == subject)
    office, action = col(AuditEntry.office_id), col(AuditEntry.action)
    was_undone = col(AuditEntry.id).in_(undone)
    alike = (office, action, col(Document.template), col(Case.service), col(Case.district).is_(None), was_undone)
    wanted = (
        columns(*alike, func.count(), func.count(col(Case.id).distinct()))
        .select_from(AuditEntry)
        .join(Document, of_entry)
        .join(Case, col(Case.id) == col(Document.case_id))
        .where(lately, action.in_((*ISSUING, "card_printed", "card_ready_to_print", *UNPRINTED)))
        .group_by(*alike)
    )
    return session.execute(wanted).all()


def _to_print(session: Session, offices: Collection[int]) -> dict[int, int]:
    """Print-ready records that lie there."""
    office = col(Document.office_id)
    waiting = (
        select(office, func.count())
        .where(office.in_(offices), col(Document.state) == DocumentState.TO_PRINT)
        .where(col(Document.template).is_distinct_from(KIA))
        .group_by(office)
    )
    return dict(session.exec(waiting).all())
