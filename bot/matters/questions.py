"""What the office waits for a citizen to say about a case: asked by a notice, asked again by STATUS, let go in time."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import col, select

from bot.effects import Start
from bot.scene import Scene
from bot.state import Frame
from registry.catalogue.subjects import person_named
from registry.corrections import rest
from registry.lifecycle import CaseState, DocumentState
from registry.models import Case, Document, Paper, PaperState
from registry.models.documents import is_asked_for
from registry.post.carriage import courier, to_pay
from registry.uploads.fit import given_numbers


def correction(case: Case, paper: str, reason: str, scene: Scene) -> Start:
    office = scene.office_by_id(case.office_id)
    service = scene.catalogue.at(office.code, case.service)
    kind = service.paper_by_key.get(paper)
    papers = scene.session.exec(select(Paper).where(Paper.case_id == case.id)).all()
    facts = {
        "about": f"{case.id}:{paper}",
        "case_id": case.id,
        "number": case.number,
        "paper": paper,
        "reason": reason.rstrip(". "),
        "others": sum(each.state is PaperState.REFUSED for each in papers) - 1,
        "rest": rest(papers, paper),
        "kind": kind.model_dump(mode="json") if kind else None,
        "numbers": {name: sorted(numbers) for name, numbers in given_numbers(service, case.answers).items()},
        "way": service.papers_by or office.papers_by,
        "form": scene.catalogue.form_of(office.code, case.service, paper),
    }
    return Start("correction", facts=facts)


def handover(document: Document, case: Case, scene: Scene, reason: str | None = None) -> Start:
    """`reason` is why the post brought it back."""
    facts = {
        "about": document.id,
        "document_id": document.id,
        "card": document.template or document.kind,
        "number": case.number,
        "fee": to_pay(scene.office_by_id(case.office_id)),
        "courier": courier(scene.office_by_id(case.office_id)),
        "reason": reason,
        "name": case.answers.get("name") or person_named(case),
        "phone": scene.contact.telephone,
    }
    return Start("handover", facts=facts)


def refused_papers(case: Case, scene: Scene) -> Sequence[Paper]:
    """Those to be sent again; of a case that waits for something else none."""
    if case.state is not CaseState.NEEDS_CORRECTION:
        return ()
    refused = select(Paper).where(Paper.case_id == case.id, Paper.state == PaperState.REFUSED)
    return scene.session.exec(refused.order_by(col(Paper.id))).all()


def documents_of(case: Case, scene: Scene) -> Sequence[Document]:
    """What the citizen asked for, in the order it was begun."""
    mine = select(Document).where(Document.case_id == case.id, is_asked_for())
    return scene.session.exec(mine.order_by(col(Document.id))).all()


def let_go(case: Case, scene: Scene) -> None:
    """Questions about this case that nobody needs an answer to any more leave the conversation."""
    asked = [frame for frame in scene.state.stack if frame.facts.get("number") == case.number]
    if not asked:
        return
    papers = {paper.key for paper in refused_papers(case, scene)}
    states = {document.id: document.state for document in documents_of(case, scene)}
    gone = [frame for frame in asked if not _is_wanted(frame, papers, states)]
    scene.state.stack = [frame for frame in scene.state.stack if frame not in gone]


def _is_wanted(frame: Frame, papers: set[str], states: dict[int, DocumentState]) -> bool:
    match frame.flow:
        case "correction":
            return frame.facts["paper"] in papers
        case "handover":
            return states.get(frame.facts["document_id"]) is DocumentState.CHOOSING_HANDOVER
        case "release":
            return states.get(frame.facts["about"]) is DocumentState.ISSUED
    return True
