"""Every page that a person opens, who opens it, and where: what the tests of all pages and the tour walk along."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, select

from registry.issuing import download_links
from registry.lifecycle import CaseState, DocumentState
from registry.models import Case, Complaint, DataRequest, Document, Office, Shipment, Ticket, TicketState, WebForm
from registry.models.columns import now
from registry.uploads import links as upload_links
from registry.vans import visits

OFFICE = "BPP"


@dataclass(frozen=True)
class Stop:
    """`where` finds a path in the demo's records. The `endpoint` is the page's in the app."""

    endpoint: str
    title: str
    who: str | None  # the officer's username, nobody's: a citizen's page
    where: str | Callable[[Session], str]
    part: str = ""  # where a page has more than one look

    def path(self, session: Session) -> str:
        return self.where if isinstance(self.where, str) else self.where(session)

    @property
    def file(self) -> str:
        name = self.endpoint.replace(".", "-").replace("_", "-")
        return f"{name}-{self.part}" if self.part else name


def _case(*states: CaseState) -> Callable[[Session], str]:
    """The case of the office that has waited longest there."""

    def found(session: Session) -> str:
        return f"/permohonan/{_first(session, Case, col(Case.state).in_(states))}"

    return found


def _numbered(path: str, table: type[Any], *conditions: Any) -> Callable[[Session], str]:
    return lambda session: path.format(_first(session, table, *conditions))


def _first(session: Session, table: type[Any], *conditions: Any) -> int:
    ours = select(Office.id).where(Office.code == OFFICE).scalar_subquery()
    found = session.exec(select(table.id).where(table.office_id == ours, *conditions).order_by(table.id).limit(1))
    return int(found.one())


def _upload_page(session: Session) -> str:
    contact_id = session.get_one(Case, _first(session, Case)).contact_id
    return f"/u/{upload_links.create(session, contact_id, ['police_letter', 'ktp'], now())}"


def _envelope(session: Session) -> str:
    ours = select(col(Shipment.id)).join(Document).join(Office, col(Office.id) == Document.office_id)
    return f"/pos/kiriman/{session.exec(ours.where(Office.code == OFFICE).order_by(col(Shipment.id)).limit(1)).one()}"


def _unposted(session: Session) -> str:
    packed = select(col(Document.id)).join(Office, col(Office.id) == Document.office_id)
    mine = Office.code == OFFICE, col(Document.state).in_((DocumentState.TO_POST, DocumentState.CHOOSING_HANDOVER))
    return f"/pos/{session.exec(packed.where(*mine).order_by(col(Document.id)).limit(1)).one()}/alamat"


def _visit(session: Session) -> str:
    """The one that families have booked."""
    office = session.exec(select(Office).where(Office.code == OFFICE)).one()
    return f"/keliling/{next(each.key for each in visits.upcoming(session, [office], now()) if each.row)}"


def _download_page(session: Session) -> str:
    token, _ = download_links.for_citizen(session, _first(session, Document, *ISSUED), now())
    return f"/d/{token}"


def _document_code(session: Session) -> str:
    return f"/v/{session.get_one(Document, _first(session, Document, *ISSUED)).code}"


ISSUED = (col(Document.state) == DocumentState.ISSUED, col(Document.object_key).is_not(None))
WAITING = (CaseState.SUBMITTED, CaseState.IN_REVIEW)
SERVED = col(Ticket.state) == TicketState.OPEN

STOPS: Sequence[Stop] = (
    Stop("desk.login", "Masuk", None, "/masuk"),
    Stop("desk.show_today", "Hari ini", "petugas.bpp", "/hari-ini"),
    Stop("desk.show_done", "Hari ini: permohonan masuk", "petugas.bpp", "/hari-ini/case_opened"),
    Stop("desk.show_queue", "Antrean", "petugas.bpp", "/antrean"),
    Stop("desk.show_queue", "Antrean: dikerjakan di SIAK", "petugas.bpp", "/antrean?tab=siak", "siak"),
    Stop("desk.search", "Cari", "petugas.bpp", "/cari?q=BPP-00001"),
    Stop("desk.show_case", "Permohonan", "petugas.bpp", _case(*WAITING)),
    Stop("desk.show_case", "Permohonan yang disetujui", "petugas.bpp", _case(CaseState.APPROVED), "approved"),
    Stop("desk.show_counter", "Loket", "petugas.bpp", "/loket"),
    Stop("desk.show_visit", "Loket: satu permohonan", "petugas.bpp", _numbered("/loket/{}", Case)),
    Stop("desk.choose_service", "Loket: layanan", "petugas.bpp", "/loket/baru"),
    Stop("desk.show_form", "Loket: isian", "petugas.bpp", "/loket/baru/KK-HR"),
    Stop("desk.show_tickets", "Percakapan", "petugas.bpp", "/percakapan"),
    Stop("desk.show_ticket", "Satu percakapan", "petugas.bpp", _numbered("/percakapan/{}", Ticket)),
    Stop(
        "desk.show_ticket",
        "Satu percakapan yang dilayani",
        "petugas.bpp",
        _numbered("/percakapan/{}", Ticket, SERVED),
        "served",
    ),
    Stop("desk.show_replies", "Balasan siap pakai", "pengawas.bpp", "/balasan"),
    Stop("desk.show_signing", "Tanda tangan", "kepala.bpp", "/tanda-tangan"),
    Stop("desk.show_printing", "Cetak", "cetak.bpp", "/cetak"),
    Stop("desk.show_blanks", "Blangko", "cetak.bpp", "/cetak/blangko"),
    Stop("desk.show_devices", "Alat", "cetak.bpp", "/cetak/alat"),
    Stop("desk.show_post", "Pos", "pos.bpp", "/pos"),
    Stop("desk.show_scanning", "Pos: pindai resi", "pos.bpp", "/pos/pindai"),
    Stop("desk.show_consignments", "Pos: serah terima", "pos.bpp", "/pos/serah"),
    Stop("desk.show_import", "Pos: impor", "pos.bpp", "/pos/impor"),
    Stop("desk.show_uncollected", "Pos: belum diambil", "pos.bpp", "/pos/belum-diambil"),
    Stop("desk.show_shipment", "Pos: satu kiriman", "pos.bpp", _envelope),
    Stop("desk.show_address", "Pos: alamat", "pos.bpp", _unposted),
    Stop("desk.show_complaints", "Pengaduan", "pengawas.bpp", "/pengaduan"),
    Stop("desk.show_complaint", "Satu pengaduan", "pengawas.bpp", _numbered("/pengaduan/{}", Complaint)),
    Stop("desk.show_data_requests", "Permintaan data", "pengawas.bpp", "/permintaan-data"),
    Stop(
        "desk.show_data_request", "Satu permintaan data", "pengawas.bpp", _numbered("/permintaan-data/{}", DataRequest)
    ),
    Stop("desk.show_helpers", "Pendamping", "admin.bpp", "/pendamping"),
    Stop("desk.show_officers", "Petugas", "admin.bpp", "/petugas"),
    Stop("desk.show_office", "Kantor", "admin.bpp", "/kantor"),
    Stop("desk.show_services", "Layanan kantor", "admin.bpp", "/kantor/layanan"),
    Stop("desk.show_workload", "Beban petugas", "pengawas.bpp", "/beban"),
    Stop("desk.show_report", "Laporan harian", "pengawas.bpp", "/laporan"),
    Stop("desk.show_province", "Semua kantor", "provinsi", "/provinsi"),
    Stop("desk.show_vans", "Mobil keliling", "pengawas.bpp", "/keliling"),
    Stop("desk.show_van", "Mobil keliling: satu kunjungan", "petugas.bpp", _visit),
    Stop("desk.show_van_offline", "Meja tanpa sinyal", "petugas.bpp", "/keliling/meja"),
    Stop("desk.show_van_entries", "Catatan dari lapangan", "petugas.bpp", lambda session: f"{_visit(session)}/catatan"),
    Stop("desk.show_web_forms", "Formulir web", "admin.bpp", "/formulir"),
    Stop("desk.show_web_form", "Formulir web: satu formulir", "admin.bpp", _numbered("/formulir/{}", WebForm)),
    Stop("desk.show_suket", "Suket", "cetak.bpp", "/cetak/suket"),
    Stop("desk.show_plan", "Rencana cetak", "provinsi", "/rencana-cetak?hitung=1"),
    Stop("desk.show_attention", "Perlu perhatian", "admin.bpp", "/perhatian"),
    Stop("desk.show_audit", "Catatan", "admin.bpp", "/catatan"),
    Stop("desk.show_account", "Akun", "petugas.bpp", "/akun"),
    Stop("desk.show_factor", "Kode masuk", "petugas.bpp", "/akun/kode"),
    Stop("pages.privacy", "Privasi", None, "/p"),
    Stop("pages.upload", "Kirim berkas", None, _upload_page),
    Stop("pages.download", "Ambil dokumen", None, _download_page),
    Stop("pages.ask_code", "Periksa dokumen", None, "/v"),
    Stop("laman.show", "Laman kantor", None, "/laman/BPP"),
    Stop("laman.show_status", "Cek status", None, "/laman/BPP/status"),
    Stop("laman.show_offline", "Laman kantor tanpa sinyal", None, "/laman/BPP/tanpa-sinyal"),
    Stop("pages.verify", "Dokumen ini", None, _document_code),
)

# Opened by no person as a page of its own: what keeps a page fresh, files, and ways on to another page.
NO_PAGES = frozenset(
    {
        "desk.home", "desk.poll_case", "desk.poll_queue", "desk.poll_ticket", "desk.poll_ticket_state",
        "desk.poll_fate", "desk.fetch_data_copy",
        "desk.poll_tickets", "desk.poll_visit",
        "desk.show_upload", "desk.show_pdf", "desk.show_page", "desk.print_by_hand",
        "desk.static", "desk.download_form", "desk.print_receipt", "desk.print_queue_ticket", "desk.ask_code",
        "desk.show_van_ticket", "desk.van_worker", "desk.van_data", "desk.show_van_photo",
        "desk.print_poster", "desk.report_file", "desk.show_manifest", "desk.export_manifest", "desk.show_enclosure",
        "laman.await_code", "laman.fetch", "laman.manifest", "laman.worker",
        "pages.static", "bootstrap.static", "health.healthz", "health.scrape",
    }
)  # fmt: skip
