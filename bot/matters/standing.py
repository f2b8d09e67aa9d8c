"""Where a citizen's requests stand, in words: what waits for whom, how long still, and what is asked of the citizen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col, select

from bot.effects import ShowStatus, Start
from bot.flows.asked_again import asked_for
from bot.flows.papers import listed
from bot.matters import vans
from bot.matters.handing_over import offer_again
from bot.matters.questions import asked_again, asked_answers, correction, documents_of, handover, let_go, refused_papers
from bot.says import Say
from bot.scene import Scene
from bot.wording import Moment, Words
from registry import cases
from registry.cards import printing
from registry.lifecycle import BEING_MADE, DOCUMENT_ENDS, ENDED, WAITING_FOR_OFFICE, CaseState, DocumentState
from registry.models import Case, Document, Paper, PaperState, Shipment

CARRIED = {DocumentState.TO_POST: "courier-to_post", DocumentState.POSTED: "courier-posted"}
Args = dict[str, Any]
Said = Sequence[Say | Start]
MINE = (  # built once: putting it together takes longer than running it
    select(Case).where(Case.contact_id == bindparam("contact")).order_by(col(Case.id).desc()).limit(10)
)
TO_BRING = (
    select(Paper.key)
    .where(Paper.case_id == bindparam("case"), Paper.state == PaperState.TO_BRING)
    .order_by(col(Paper.id))
)


def cases_of(scene: Scene) -> Sequence[Case]:
    """This contact's requests, the newest first; status is told to nobody else."""
    return scene.session.exec(MINE, params={"contact": scene.known.id}).all()


def show_status(effect: ShowStatus, scene: Scene) -> Said:
    mine = cases_of(scene)
    if effect.case_id is not None:
        mine = [case for case in mine if case.id == effect.case_id]
    if mine and effect.number:
        mine = [case for case in mine if case.number == effect.number]
        if not mine:
            return [Say("status-not-here", {"number": effect.number})]
    booked = vans.standing(scene) if effect.case_id is None and effect.number is None else []
    if not mine:
        return booked or ([] if effect.unsent else [Say("status-none")])
    if len(mine) == 1:
        return [*booked, *standing(mine[0], scene)]
    listed = [{"id": case.id, "number": case.number, "service": case.service} for case in mine[:10]]
    return [*booked, Start("status", facts={"cases": listed})]


def standing(case: Case, scene: Scene) -> Said:
    """All that is to be told of a case now, its documents included; nothing older is told after it."""
    scene.state.postponed = [body for body in scene.state.postponed if body.get("case_id") != case.id]
    let_go(case, scene)
    again = offer_again(case, scene)
    return again if again and case.state in ENDED else [*again, *case_said(case, scene)]


def case_said(case: Case, scene: Scene) -> Said:
    """What is awaited from the citizen is asked again, too."""
    office = scene.office_by_id(case.office_id)
    promised = case.promised_at if case.state not in ENDED else None
    args = {
        "service": Words(f"short-{case.service}"),
        "number": case.number,
        "promised": Moment(promised, office.timezone) if promised else "",
        "by": "yes" if promised else "no",
        "reason": (case.reason or "").rstrip(". ") or "none",
        "state": Words(f"state-{case.state}"),
    }
    say = STANDING.get(case.state, _made)
    return say(case, args, scene)


def _queued(case: Case, args: Args, scene: Scene) -> Said:
    if papers := scene.session.exec(TO_BRING, params={"case": case.id}).all():
        return [Say("status-to-bring", args | {"papers": listed(papers)})]
    return [Say("status-queued", args | {"place": cases.place_in_queue(scene.session, case)})]


def _to_correct(case: Case, args: Args, scene: Scene) -> Said:
    papers = refused_papers(case, scene)
    if answers := asked_answers(case):
        what = asked_for({paper.key: paper.reason or "" for paper in papers}, answers)
        return [Say("status-to-answer", args | {"what": what}), asked_again(case, scene)]
    wanted = args | {"papers": listed([paper.key for paper in papers], "-photo")}
    asked = [correction(case, paper.key, paper.reason or "", scene) for paper in reversed(papers)]
    return [Say("status-to-send", wanted), *asked]


def _held(case: Case, args: Args, scene: Scene) -> Said:
    return [Say("status-held", args)]


def _ended(case: Case, args: Args, scene: Scene) -> Said:
    return [Say("status-ended", args)]


def _made(case: Case, args: Args, scene: Scene) -> Said:
    """Approved or closed: of several documents the first that is still awaited tells, else the last."""
    documents = documents_of(case, scene)
    awaited = (document for document in documents if document.state not in DOCUMENT_ENDS)
    document = next(chain(awaited, reversed(documents)), None)
    if document is None:
        return [Say("status-told", args)]
    envelope = _envelope(document, scene)
    args = args | {"state": _state(document, envelope)}
    if document.state not in BEING_MADE:
        args["by"] = "no"  # the promise is kept
    if document.state is DocumentState.CHOOSING_HANDOVER:
        return [Say("status-to-choose", args), handover(document, case, scene)]
    if document.state is DocumentState.TO_PRINT:
        return [Say("status-to-print", args | {"place": printing.place(scene.session, document)})]
    if envelope and envelope.tracking_number:
        return [Say("status-posted", args | {"tracking": envelope.tracking_number})]
    return [Say("status-told", args)]


def _state(document: Document, envelope: Shipment | None) -> Words:
    """A courier who carries it is named: at Kantor Pos nobody would know of it."""
    if envelope and envelope.courier and document.state in CARRIED:
        return Words(CARRIED[document.state], {"carrier": envelope.courier})
    return Words(f"state-{document.state}")


def _envelope(document: Document, scene: Scene) -> Shipment | None:
    newest = select(Shipment).where(Shipment.document_id == document.id).order_by(col(Shipment.id).desc())
    return scene.session.exec(newest).first()


STANDING: dict[CaseState, Callable[[Case, Args, Scene], Said]] = {
    **dict.fromkeys(WAITING_FOR_OFFICE, _queued),
    CaseState.NEEDS_CORRECTION: _to_correct,
    CaseState.ON_HOLD: _held,
    CaseState.REFUSED: _ended,
    CaseState.WITHDRAWN: _ended,
}
