"""Files a case for who stands at the counter without a telephone, and prints the letters that they get instead."""

from __future__ import annotations

import secrets
from collections.abc import Set

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
from registry import residents
from registry.actors import NotFound
from registry.catalogue import Service
from registry.counter.filing import file_case, filed_before
from registry.counter.interview import Interview
from registry.lifecycle import Refused
from registry.models import Case

GROUPS = ("kk", "ktp", "kia", "birth", "death", "marriage", "move", "suket", "correct", "nik")  # as in the menu
NEWS, NEVER_KEPT = {"news", "relative", "consent"}, {"csrf_token", "once", "file", "warned"}  # fields of the form


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
    return _form(code, _interview(code), frozenset())


@desk.post("/loket/baru/<code>")
@opens(*CHECKERS)
def file_at_counter(code: str) -> ResponseReturnValue:
    """Asks on until every question that applies is answered; then, where the officer says so, the case is filed.

    Where the register says otherwise the officer has read so before: it warns, and hinders nothing."""
    interview = _interview(code)
    warnings = _warnings(code, interview)
    if not (interview.complete and typed("file")) or not warnings <= set(request.form.getlist("warned")):
        return _form(code, interview, warnings)
    try:
        with parts().database.writing() as session:
            before = filed_before(session, actor(), _service(code), interview.answers, _once())
            case = before or _file(session, code, interview)
    except Refused as refused:
        return _form(code, interview, warnings, words.refusal(texts(language()), refused)), 409
    parts().waker.wake(Queue.DRAIN)
    flash(texts(language()).label("event", "case_filed_before" if before else "case_filed"))
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
    if typed("news") == "letter" and typed("relative"):
        raise Refused("refused-news-both")
    if typed("news") == "relative" and not typed("consent"):
        raise Refused("refused-consent-missing")
    return file_case(
        session,
        actor(),
        _service(code),
        interview.answers,
        interview.papers,
        relative=typed("relative") if typed("news") == "relative" else None,
        official=parts().settings.issuing == "official",
        at=parts().clock(),
        once=_once(),
    )


def _once() -> str:
    """What a form carries from its first page to the last: a second click files nothing twice."""
    return typed("once") or secrets.token_hex(8)


def _service(code: str) -> Service:
    return parts().catalogue.at(current_user.office.code, code)


def _interview(code: str) -> Interview:
    if code not in parts().catalogue or parts().catalogue[code].tells:
        raise NotFound
    return parts().interview(code, current_user.office.id, request.form, language())


def _warnings(code: str, interview: Interview) -> Set[str]:
    """How the answers differ from the register, as the case will be flagged."""
    if not interview.complete:
        return frozenset()
    official = parts().settings.issuing == "official"
    with parts().database.reading() as session:
        return frozenset(
            residents.compare(session, current_user.office, _service(code), interview.answers, official=official)
        )


def _missing(interview: Interview) -> list[str]:
    """The questions still without an answer, once the officer has sent the form."""
    return [each.key for each in interview.asked if request.method == "POST" and not (each.answered or each.problem)]


def _unshown(interview: Interview) -> list[tuple[str, str]]:
    """What was filled in and has no place on the form now: a question that does not apply may apply again."""
    shown = {question.key for question in interview.form} | NEVER_KEPT | (NEWS if interview.complete else set())
    return [(name, value) for name, value in request.form.items() if value and name.rpartition(".")[2] not in shown]


def _form(code: str, interview: Interview, warnings: Set[str], refusal: str | None = None) -> str:
    return render_template(
        "desk/new_case_form.html",
        code=code, interview=interview, given=request.form, refusal=refusal, warnings=sorted(warnings),
        once=_once(), unshown=_unshown(interview), missing=_missing(interview),
        unclear=[each.key for each in interview.asked if each.problem],
        questions=parts().catalogue[code].question_by_key,
    )  # fmt: skip
