"""Where a citizen's requests stand, in words."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from bot.flow import Say
from bot.scene import Scene
from bot.wording import Moment, Words
from registry import cases
from registry.lifecycle import DOCUMENT_ENDS, ENDED, WAITING_FOR_OFFICE, CaseState
from registry.models import Case, Document, Shipment


def cases_of(scene: Scene) -> Sequence[Case]:
    """This contact's requests, the newest first; status is told to nobody else."""
    mine = select(Case).where(Case.contact_id == scene.contact.id).order_by(col(Case.id).desc()).limit(10)
    return scene.session.exec(mine).all()


def case_said(case: Case, scene: Scene) -> Say:
    office = scene.office_by_id(case.office_id)
    promised = case.promised_at if case.state not in ENDED else None
    args = {
        "service": Words(f"short-{case.service}"),
        "number": case.number,
        "promised": Moment(promised, office.timezone) if promised else "",
        "by": "yes" if promised else "no",
        "reason": case.reason or "",
    }
    if case.state in WAITING_FOR_OFFICE:
        place = cases.place_in_queue(scene.session, case)
        return Say("status-queued", args | {"state": Words(f"state-{case.state}"), "place": place})
    if case.state is CaseState.REFUSED:
        return Say("status-refused", args)
    document = _awaited(case, scene)
    state = document.state if document else case.state
    if document and (posted := _posted(document, scene)):
        return Say("status-posted", args | {"state": Words(f"state-{state}"), "tracking": posted})
    return Say("status-told", args | {"state": Words(f"state-{state}")})


def _awaited(case: Case, scene: Scene) -> Document | None:
    """Of several documents the first that is still awaited, else the last."""
    documents = scene.session.exec(select(Document).where(Document.case_id == case.id).order_by(col(Document.id))).all()
    awaited = [document for document in documents if document.state not in DOCUMENT_ENDS]
    return next(iter((*awaited, *reversed(documents))), None)


def _posted(document: Document, scene: Scene) -> str | None:
    newest = select(Shipment).where(Shipment.document_id == document.id).order_by(col(Shipment.id).desc())
    shipment = scene.session.exec(newest).first()
    return shipment.tracking_number if shipment else None
