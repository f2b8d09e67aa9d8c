"""What Loket knows of its offices' day by itself: from the audit log, the books of blanks, machines and documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, exists, func, or_
from sqlalchemy import select as columns
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from registry.cards import suket
from registry.desk.taken_back import taken_back
from registry.lifecycle import CaseState, DocumentState
from registry.models import (
    AuditEntry,
    Blank,
    BlankBook,
    BlankEntry,
    BookingState,
    Case,
    Channel,
    Contact,
    DailyReport,
    Device,
    DeviceKind,
    DeviceState,
    Document,
    FormAnswer,
    Movement,
    Office,
    RoundKind,
    Sender,
    VanBooking,
    VanRound,
    VanVisit,
)
from registry.models.cases import HAS_ENDED
from registry.models.vans import IKD
from registry.reports.figures import DOORS
from registry.reports.issued import issued

EVENTS = {
    "card_posted": "kiriman_pos_kirim",
    "card_delivered": "kiriman_pos_terima",
    "card_returned": "kiriman_pos_retur",
    "document_signed": "tte_dok",
    "document_attached": "tte_dok",
    "signed_by_hand": "manual_dok",
    "register_asked": "cek_data_pusat",
}
COUNTED = ("layanan_online_selesai", "dokumen_belum_diambil")
FINISHED = (CaseState.CLOSED, CaseState.REFUSED)
OPENED = {False: "layanan_online_masuk", True: "layanan_tatap_muka"}  # by whether an officer filed it
BY_CHANNEL = {
    Channel.WHATSAPP: "layanan_whatsapp",
    Channel.SMS: "layanan_sms",
    Channel.WEB: "layanan_laman",
}
MOVED = {
    Movement.RECEIVED: ("blangko_terima", 1),
    Movement.USED: ("blangko_pakai", -1),
    Movement.SPOILED: ("blangko_rusak", -1),
    Movement.RETURNED: ("blangko_kembali", -1),
    Movement.COUNTED: ("blangko_koreksi", 1),
    Movement.LENT: ("blangko_kembali", -1),  # whoever gets it
    Movement.BORROWED: ("blangko_terima", 1),
}
MACHINES = {DeviceKind.PRINTER: "alat_cetak", DeviceKind.ENROLMENT_KIT: "alat_rekam"}
VANS = ("keliling_kunjungan", "keliling_terlayani", "keliling_tidak_hadir")
LOOK_BACK = timedelta(days=14)  # the longest holidays; before them a report began at midnight

Known = Mapping[int, dict[str, int]]  # by office
Since = Mapping[int, datetime]


def day_of(office: Office, at: datetime) -> date:
    return at.astimezone(ZoneInfo(office.timezone)).date()


def known(session: Session, offices: Sequence[Office], at: datetime) -> Known:
    """Since each office's last report was closed, so that no evening and no weekend is lost. Thirteen statements for
    any number of offices. What Loket has no book for is left out: then a clerk tells it."""
    since = _begins(session, offices, at)
    undone = taken_back(session, lambda office, moment: _since(office, moment, since))
    lately = _since(col(AuditEntry.office_id), col(AuditEntry.at), since)
    found = {office_id: dict(figures) for office_id, figures in issued(session, since, lately, undone).items()}
    for figures in found.values():
        figures.update(dict.fromkeys((*EVENTS.values(), *OPENED.values(), *COUNTED, *DOORS), 0))
    counted = [_events(session, lately, undone), _doors(session, lately, undone)]
    parts = (_finished, _uncollected, _blanks, _machines, _suket, _vans, _activations)
    counted += [part(session, since) for part in parts]
    for office_id, name, count in chain.from_iterable(counted):
        found[office_id][name] = found[office_id].get(name, 0) + count
    return found


def _begins(session: Session, offices: Sequence[Office], at: datetime) -> Since:
    closed = (
        select(col(DailyReport.office_id), func.max(DailyReport.closed_at))
        .where(col(DailyReport.day) >= (at - LOOK_BACK).date(), col(DailyReport.closed_at) < at)
        .group_by(col(DailyReport.office_id))
    )
    last = {office_id: ended for office_id, ended in session.exec(closed).all()}
    midnights = {o.id: datetime.combine(day_of(o, at), time(), ZoneInfo(o.timezone)) for o in offices}
    return {office_id: last.get(office_id) or midnight for office_id, midnight in midnights.items()}


Counted = Sequence[tuple[int, str, int]]


def _since(office: Any, moment: Any, since: Since) -> ColumnElement[bool]:
    return or_(*(and_(office == office_id, moment > start) for office_id, start in since.items()))


def _events(session: Session, lately: ColumnElement[bool], undone: Collection[int]) -> Counted:
    """Each office on the log's index by day."""
    filed = col(AuditEntry.officer_id).is_not(None)
    office = col(AuditEntry.office_id)
    wanted = (
        select(office, col(AuditEntry.action), filed, func.count())
        .where(lately, col(AuditEntry.action).in_((*EVENTS, "case_opened")), col(AuditEntry.id).not_in(undone))
        .group_by(office, col(AuditEntry.action), filed)
    )
    found = session.exec(wanted).all()
    return [(int(o or 0), EVENTS.get(action) or OPENED[bool(by)], count) for o, action, by, count in found]


def _doors(session: Session, lately: ColumnElement[bool], undone: Collection[int]) -> Counted:
    """How what citizens filed themselves came in. SMS is told apart by who brings it; a form's answer is one whatever
    the channel of its receipt."""
    by_form = exists().where(col(FormAnswer.case_id) == col(AuditEntry.case_id))
    channel = col(Contact.channel)
    way: list[Any] = [col(AuditEntry.office_id), channel, col(Sender.modem).is_not(None), by_form]
    filed = col(AuditEntry.action) == "case_opened", col(AuditEntry.officer_id).is_(None)
    wanted = (
        columns(*way, func.count())
        .join(Case, col(Case.id) == col(AuditEntry.case_id))
        .join(Contact, col(Contact.id) == col(Case.contact_id))
        .join(Sender, col(Sender.id) == col(Contact.sender_id))
        .where(lately, *filed, channel.in_(BY_CHANNEL), col(AuditEntry.id).not_in(undone))
        .group_by(*way)
    )
    found = session.execute(wanted).all()
    return [(int(o or 0), _door(came, bool(modem), bool(form)), count) for o, came, modem, form, count in found]


def _door(channel: Channel, by_modem: bool, by_form: bool) -> str:
    if by_form:
        return "layanan_formulir"
    return "layanan_modem" if by_modem else BY_CHANNEL[channel]


def _finished(session: Session, since: Since) -> Counted:
    """What citizens filed themselves and the office ended, with a document or a no; each case once."""
    opened = and_(col(AuditEntry.case_id) == col(Case.id), col(AuditEntry.action) == "case_opened")
    at_the_counter = select(AuditEntry.id).where(opened, col(AuditEntry.officer_id).is_not(None)).exists()
    office = col(Case.office_id)
    ended = (
        select(office, func.count())
        .where(HAS_ENDED, _since(office, col(Case.closed_at), since), col(Case.state).in_(FINISHED), ~at_the_counter)
        .group_by(office)
    )
    return [(office_id, "layanan_online_selesai", count) for office_id, count in session.exec(ended).all()]


def _uncollected(session: Session, since: Since) -> Counted:
    mine = (
        select(col(Document.office_id), func.count())
        .where(col(Document.office_id).in_(since), col(Document.state) == DocumentState.READY_FOR_PICKUP)
        .group_by(col(Document.office_id))
    )
    return [(office_id, "dokumen_belum_diambil", count) for office_id, count in session.exec(mine).all()]


def _blanks(session: Session, since: Since) -> Counted:
    """Of cards for grown-ups, in all places of the office: what moves between them cancels out. A blank that turns out
    unused, but stands as used in an earlier report, is a correction: that report stays."""
    office = col(BlankBook.office_id)
    kept = select(office, func.sum(BlankBook.stock)).where(office.in_(since), col(BlankBook.blank) == Blank.KTP)
    stock = {office_id: int(pieces) for office_id, pieces in session.exec(kept.group_by(office)).all()}
    moved = (
        select(office, col(BlankEntry.movement), func.sum(BlankEntry.quantity), _reported(office, since))
        .join(BlankEntry, col(BlankEntry.book_id) == col(BlankBook.id))
        .where(col(BlankBook.blank) == Blank.KTP, _since(office, col(BlankEntry.at), since))
        .group_by(office, col(BlankEntry.movement))
    )
    opening, found = dict(stock), defaultdict[tuple[int, str], int](int)
    for office_id, movement, pieces, reported in session.exec(moved).all():
        opening[office_id] -= int(pieces)
        found[office_id, "blangko_koreksi"] += int(reported or 0)
        if movement in MOVED:
            name, sign = MOVED[movement]
            found[office_id, name] += sign * (int(pieces) - int(reported or 0))
    names = {name for name, _ in MOVED.values()}
    lines = [(office_id, name, found[office_id, name]) for office_id in stock for name in names]
    edges = [(office_id, "blangko_awal", pieces) for office_id, pieces in opening.items()]
    return lines + edges + [(office_id, "blangko_sisa", pieces) for office_id, pieces in stock.items()]


def _reported(office: Any, since: Since) -> ColumnElement[int]:
    """How many were given back whose use was told before: not since then."""
    use = aliased(BlankEntry)
    same = col(use.book_id) == BlankEntry.book_id, col(use.document_id) == BlankEntry.document_id
    before = col(use.id) < col(BlankEntry.id), col(use.quantity) < 0, col(use.movement) == Movement.USED
    told_now = exists().where(*same, *before, _since(office, col(use.at), since))
    back = col(BlankEntry.movement) == Movement.USED, col(BlankEntry.quantity) > 0
    return func.sum(BlankEntry.quantity).filter(and_(*back, ~told_now))


def _machines(session: Session, since: Since) -> Counted:
    office, working = col(Device.office_id), func.count().filter(col(Device.state) == DeviceState.WORKING)
    mine = (
        select(office, col(Device.kind), func.count(), working)
        .where(office.in_(since), Device.state != DeviceState.RETIRED)
        .group_by(office, col(Device.kind))
    )
    found = session.exec(mine).all()
    totals = [(office_id, f"{MACHINES[kind]}_total", total) for office_id, kind, total, _ in found]
    return totals + [(office_id, f"{MACHINES[kind]}_baik", good) for office_id, kind, _, good in found]


def _suket(session: Session, since: Since) -> Counted:
    """Of the offices that keep a list of the holders."""
    return [(office_id, "suket_sisa", count.outstanding) for office_id, count in suket.counted(session, since).items()]


def _vans(session: Session, since: Since) -> Counted:
    """Of the offices that send a van out. Who was enrolled there is known where its crew writes down whom it serves."""
    van = col(VanRound.kind) == RoundKind.VAN
    rounds = select(col(VanRound.office_id)).where(col(VanRound.office_id).in_(since), van).distinct()
    found = {(office_id, name): 0 for office_id in session.exec(rounds).all() for name in VANS}
    office, served = col(VanBooking.office_id), col(VanBooking.state) == BookingState.SERVED
    numbers: list[Any] = [
        func.count(col(VanBooking.visit_id).distinct()).filter(served),
        func.count().filter(served),
        func.count().filter(col(VanBooking.state) == BookingState.MISSED),
        func.sum(VanBooking.enrolled).filter(served),
    ]
    lately = _since(office, col(VanBooking.settled_at), since)
    visited = select(office, *numbers).join(VanVisit, col(VanVisit.id) == VanBooking.visit_id)
    wanted = visited.join(VanRound, col(VanRound.id) == VanVisit.round_id).where(lately, van).group_by(office)
    for office_id, *counted in session.exec(wanted).all():
        told = zip((*VANS, "rekam_keliling"), counted, strict=True)
        found.update({(office_id, name): int(number) for name, number in told if number is not None})
    return [(office_id, name, number) for (office_id, name), number in found.items()]


def _activations(session: Session, since: Since) -> Counted:
    """Of the offices that write down whose IKD they activated, and who came and has none yet: in vans, at counters and
    at agencies, where all who came are written down at once."""
    office, activated = col(VanBooking.office_id), col(VanBooking.activated)
    at_an_agency = and_(col(VanRound.kind) == RoundKind.GROUP, activated > 0)
    for_it = or_(col(VanBooking.service) == IKD, activated > 0)
    left = func.sum(col(VanBooking.people) - activated).filter(or_(col(VanBooking.service) == IKD, at_an_agency))
    lately = _since(office, col(VanBooking.settled_at), since), col(VanBooking.state) == BookingState.SERVED
    served = select(office, func.sum(activated), left).join(VanVisit, col(VanVisit.id) == VanBooking.visit_id)
    wanted = served.join(VanRound, col(VanRound.id) == VanVisit.round_id).where(*lately, for_it).group_by(office)
    told = [(int(o), int(active), int(not_yet or 0)) for o, active, not_yet in session.exec(wanted).all()]
    return [each for o, active, not_yet in told for each in ((o, "ikd_aktivasi", active), (o, "ikd_belum", not_yet))]
