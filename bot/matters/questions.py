"""What the office waits for a citizen to say about a case: asked by a notice, asked again by STATUS, let go in time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from sqlmodel import col, select

from bot.effects import Start
from bot.flows import asked_again as again
from bot.flows.sorting import PREFIX
from bot.scene import Scene
from bot.state import Frame
from registry.catalogue.subjects import person_named
from registry.corrections import rest
from registry.lifecycle import CaseState, DocumentState
from registry.models import Case, Document, Paper, PaperState
from registry.models.documents import is_asked_for
from registry.post.carriage import courier, to_pay, to_pay_elsewhere
from registry.services.conditions import holds
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


def asked_again(case: Case, scene: Scene) -> Start:
    """All that is asked of the citizen about this case, in one."""
    office = scene.office_by_id(case.office_id)
    asked, papers = case.asked or {}, scene.session.exec(select(Paper).where(Paper.case_id == case.id)).all()
    refused = {paper.key: (paper.reason or "").rstrip(". ") for paper in papers if paper.state is PaperState.REFUSED}
    kept = {key: value for key, value in case.answers.items() if key not in asked}
    open_ones = asked.keys() | {PREFIX + key for key in refused}
    facts = {
        "about": case.id,
        "case_id": case.id,
        "number": case.number,
        "service": case.service,
        "papers": refused,
        "answers": asked,
        "rest": rest([paper for paper in papers if paper.key not in refused], ""),
        "settled": _settled(case, scene, [paper.key for paper in papers], open_ones),
    }
    return Start(f"{again.NAME}{case.service}", answers=kept | {"office": office.code}, facts=facts)


def _settled(case: Case, scene: Scene, papers: Iterable[str], open_ones: Set[str]) -> list[str]:
    """What the request needed as it was sent, and nobody asks for now."""
    service = scene.catalogue.at(scene.office_by_id(case.office_id).code, case.service)
    steps = [(each.key, each.when) for each in service.question]
    steps += [(PREFIX + each.key, each.when) for each in service.paper]
    put = {key for key, when in steps if holds(when, case.answers, case.opened_at.date())}
    return sorted((put | set(case.answers) | {PREFIX + key for key in papers}) - open_ones)


def handover(document: Document, case: Case, scene: Scene, reason: str | None = None) -> Start:
    """`reason` is why the post brought it back."""
    office = scene.office_by_id(case.office_id)
    facts = {
        "about": document.id,
        "document_id": document.id,
        "card": document.template or document.kind,
        "number": case.number,
        "fee": to_pay(office),
        "elsewhere": {"fee": to_pay_elsewhere(office), "not_in": office.region},
        "courier": courier(office),
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


def asked_answers(case: Case) -> Mapping[str, str]:
    """Those asked for again, with why."""
    return (case.asked or {}) if case.state is CaseState.NEEDS_CORRECTION else {}


def asks_to_correct(frame: Frame, case: Case) -> bool:
    same = frame.facts.get("number") == case.number
    return same and (frame.flow == "correction" or frame.flow.startswith(again.NAME))


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
    answers = asked_answers(case)
    gone = [frame for frame in asked if not _is_wanted(frame, papers, answers.keys(), states)]
    scene.state.stack = [frame for frame in scene.state.stack if frame not in gone]


def _is_wanted(frame: Frame, papers: Set[str], answers: Set[str], states: dict[int, DocumentState]) -> bool:
    match frame.flow:
        case "correction":
            return frame.facts["paper"] in papers
        case flow if flow.startswith(again.NAME):
            return _narrowed(frame, papers, answers)
        case "handover":
            return states.get(frame.facts["document_id"]) is DocumentState.CHOOSING_HANDOVER
        case "release":
            return states.get(frame.facts["about"]) is DocumentState.ISSUED
    return True


def _narrowed(frame: Frame, papers: Set[str], answers: Set[str]) -> bool:
    """What was shown or put right at the office meanwhile is not asked any more. Whether anything still is."""
    facts = frame.facts
    gone = [PREFIX + key for key in facts["papers"].keys() - papers] + sorted(facts["answers"].keys() - answers)
    facts["papers"] = {key: why for key, why in facts["papers"].items() if key in papers}
    facts["answers"] = {key: why for key, why in facts["answers"].items() if key in answers}
    facts["settled"] = [*facts["settled"], *gone]
    return bool(facts["papers"] or facts["answers"])
