"""Papers and answers ticked on a case, asked for again: the citizen's text is read before it goes."""

from __future__ import annotations

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from backoffice import casefile, reasons
from backoffice.access import CHECKERS, actor, desk, language, opens
from backoffice.acting import act, typed
from backoffice.casefile import Shown
from backoffice.parts import parts
from backoffice.views.case import held_by_other
from registry import corrections
from registry.desk import asking
from registry.desk.asking import Wanted
from registry.models import PaperState


@desk.post("/permohonan/<int:case_id>/minta-lagi")
@opens(*CHECKERS)
def ask_for_several(case_id: int) -> ResponseReturnValue:
    """Goes only as it was read: another text than the one that stood on the page is shown first."""
    wanted = _wanted()
    if not typed("seen") or typed("seen") != _text(_shown(case_id), wanted):
        return _page(case_id)
    return act(
        lambda session, who, at: asking.ask_again(session, who, case_id, wanted, at),
        again=lambda refusal: _page(case_id, refusal),
        then=url_for("desk.show_case", case_id=case_id),
        done="asked_again",
    )


def _wanted() -> Wanted:
    """Each with its own reason, or the one for all. A blurred photo is no reason for an answer: beside papers each of
    these needs its own."""
    found: dict[str, dict[str, str]] = {"paper": {}, "answer": {}}
    ticked = [(tick, *tick.split(":", 1)) for tick in request.form.getlist("tick") if ":" in tick]
    together = any(kind == "paper" for _, kind, _ in ticked)
    for tick, kind, key in ticked:
        if kind in found:
            for_all = "" if together and kind == "answer" else typed("reason")
            found[kind][key] = typed(f"reason.{tick}") or for_all
    return Wanted(found["paper"], found["answer"])


def _shown(case_id: int) -> Shown:
    with parts().database.writing() as session:
        return casefile.look(session, actor(), case_id, parts().catalogue, parts().clock(), looked=False)


def _page(case_id: int, refusal: str | None = None) -> str:
    shown, wanted = _shown(case_id), _wanted()
    language_read = shown.file.contact.language
    text = _text(shown, wanted) if wanted and all([*wanted.papers.values(), *wanted.answers.values()]) else ""
    return render_template(
        "desk/ask_again.html",
        case=shown.case, officer=shown.officer, taken=held_by_other(shown.case), wanted=wanted,
        text=text, refusal=refusal, reads=language_read,
        changed=bool(typed("seen")) and not refusal, reasons=reasons.ready(language_read, language(), shown.service),
    )  # fmt: skip


def _text(shown: Shown, wanted: Wanted) -> str:
    """With what is asked of the citizen already."""
    case, papers = shown.case, shown.file.papers
    alone = next(iter(wanted.papers)) if len(wanted.papers) == 1 and not wanted.answers else None
    refused = {paper.key: paper.reason or "" for paper in papers if paper.state is PaperState.REFUSED}
    asked: dict[str, Any]
    if alone:
        asked = {"paper": alone, "reason": wanted.papers[alone].rstrip(". "), "others": len(refused)}
        asked["rest"] = corrections.rest(papers, alone)
    else:
        asked = {"papers": refused | dict(wanted.papers), "answers": {**(case.asked or {}), **wanted.answers}}
        asked["rest"] = corrections.rest([paper for paper in papers if paper.key not in asked["papers"]], "")
    event = "paper_refused" if alone else "asked_again"
    return reasons.sentence(event, case, shown.file.contact, **asked)[0].strip()
