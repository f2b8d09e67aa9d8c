"""Files a case for who stands at the counter without a telephone, and prints the letters that they get instead."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session

from backoffice import words
from backoffice.access import CHECKERS, actor, desk, language, opens
from backoffice.acting import typed
from backoffice.parts import parts
from backoffice.printed import notice
from backoffice.texts import texts
from notifications.queues import Queue
from registry.actors import NotFound
from registry.counter.filing import file_case
from registry.counter.interview import Interview
from registry.lifecycle import Refused
from registry.models import Case

GROUPS = ("kk", "ktp", "kia", "birth", "death", "marriage", "move", "suket", "correct", "nik")  # as in the menu


@desk.get("/loket/baru")
@opens(*CHECKERS)
def choose_service() -> ResponseReturnValue:
    """Those that lead to a case; what must be done at once at another counter has none."""
    filed = [service for service in parts().catalogue.values() if not service.tells]
    groups = {group: [service for service in filed if service.group == group] for group in GROUPS}
    return render_template("desk/new_case.html", groups=groups)


@desk.get("/loket/baru/<code>")
@opens(*CHECKERS)
def show_form(code: str) -> ResponseReturnValue:
    return _form(code, _interview(code))


@desk.post("/loket/baru/<code>")
@opens(*CHECKERS)
def file_at_counter(code: str) -> ResponseReturnValue:
    """Asks on until every question that applies is answered; then, where the officer says so, the case is filed."""
    interview = _interview(code)
    if not (interview.complete and typed("file")):
        return _form(code, interview)
    try:
        with parts().database.writing() as session:
            case = _file(session, code, interview)
    except Refused as refused:
        return _form(code, interview, words.refusal(texts(language()), refused)), 409
    parts().waker.wake(Queue.DRAIN)
    flash(texts(language()).label("event", "case_filed"))
    return redirect(url_for("desk.show_visit", case_id=case.id), 303)


@desk.post("/loket/kabar/<int:letter_id>/cetak")
@opens(*CHECKERS)
def print_letter(letter_id: int) -> ResponseReturnValue:
    try:
        return notice(letter_id)
    except Refused as refused:
        flash(words.refusal(texts(language()), refused))
        return redirect(url_for("desk.show_counter"), 303)


def _file(session: Session, code: str, interview: Interview) -> Case:
    if typed("news") not in ("letter", "relative"):
        raise Refused("refused-news-missing")
    if typed("news") == "relative" and not typed("consent"):
        raise Refused("refused-consent-missing")
    return file_case(
        session,
        actor(),
        parts().catalogue.at(current_user.office.code, code),
        interview.answers,
        interview.papers,
        relative=typed("relative") if typed("news") == "relative" else None,
        official=parts().settings.issuing == "official",
        at=parts().clock(),
    )


def _interview(code: str) -> Interview:
    if code not in parts().catalogue or parts().catalogue[code].tells:
        raise NotFound
    return parts().interview(code, current_user.office.id, request.form, language())


def _form(code: str, interview: Interview, refusal: str | None = None) -> str:
    return render_template(
        "desk/new_case_form.html",
        code=code, interview=interview, given=request.form, refusal=refusal,
        questions=parts().catalogue[code].question_by_key,
    )  # fmt: skip
