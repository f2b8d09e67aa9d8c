"""The office's own forms on the web: their files read in, columns paired with questions, and what gave no request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session

from backoffice.access import ADMIN, SUPERVISOR, actor, desk, language, opens
from backoffice.acting import act, carry_out, in_transaction, typed
from backoffice.pairing import guess
from backoffice.parts import parts
from backoffice.texts import texts
from backoffice.words import Words
from notifications.queues import Queue
from registry import audit, sheets
from registry.actors import NotFound
from registry.calendar.dates import DateUnclear, parse_date
from registry.catalogue import Service
from registry.form_door import answers, forms
from registry.form_door.reading import Judged, judge
from registry.lifecycle import Refused
from registry.models import AnswerState, Channel, FormAnswer, WebForm

KEEPERS = (SUPERVISOR, ADMIN)
SHOWN, LOOKED_AT = 5, 100  # answers of the preview, and faulty ones on the page


@dataclass(frozen=True)
class Seen:
    """An answer, and how it is read."""

    answer: FormAnswer
    judged: Judged


@desk.get("/formulir")
@opens(*KEEPERS)
def show_web_forms() -> ResponseReturnValue:
    return _list()


@desk.post("/formulir")
@opens(*KEEPERS)
def create_web_form() -> ResponseReturnValue:
    """With its first file, or without: then its script posts the first answers."""
    made: list[WebForm] = []

    def deed() -> None:
        code = typed("service")
        if code not in parts().catalogue or parts().catalogue[code].tells:
            raise Refused("refused-form-service", field="service")
        table = _table() if request.files.get("file") else None
        with parts().database.writing() as session:
            made.append(forms.create(session, actor(), _service(code), typed("name"), parts().clock()))
            if table:
                answers.import_table(session, actor(), made[0], table, parts().clock())

    failed = carry_out(deed, again=_list, then=url_for("desk.show_web_forms"), done="form_created")
    return redirect(url_for("desk.show_web_form", form_id=made[0].id), 303) if made and _went_well(failed) else failed


@desk.get("/formulir/<int:form_id>")
@opens(*KEEPERS)
def show_web_form(form_id: int) -> ResponseReturnValue:
    return _page(form_id, looked=True)


@desk.post("/formulir/<int:form_id>/berkas")
@opens(*KEEPERS)
def import_answers(form_id: int) -> ResponseReturnValue:
    kept: list[answers.Kept] = []

    def deed() -> None:
        table = _table()
        with parts().database.writing() as session:
            found = forms.form(session, actor(), form_id)
            kept.append(answers.import_table(session, actor(), found, table, parts().clock()))

    done = carry_out(deed, again=lambda said: _page(form_id, said), then=_there(form_id), done="form_imported")
    if kept:
        parts().waker.wake(Queue.FORMS)
        flash(texts(language())("form-imported", new=kept[0].new, known=kept[0].known))
    return done


@desk.post("/formulir/<int:form_id>/kolom")
@opens(*KEEPERS)
def pair_columns(form_id: int) -> ResponseReturnValue:
    """Shows first how some answers would be read."""
    if "preview" in request.form:
        return _page(form_id)

    def deed() -> None:
        with parts().database.writing() as session:
            found = forms.form(session, actor(), form_id)
            forms.pair(session, actor(), form_id, _service(found.service), _typed_map(found), parts().clock())

    done = carry_out(deed, again=lambda said: _page(form_id, said), then=_there(form_id), done="form_paired")
    parts().waker.wake(Queue.FORMS)
    return done


@desk.post("/formulir/<int:form_id>/kunci")
@opens(*KEEPERS)
def give_form_key(form_id: int) -> ResponseReturnValue:
    """Shown this once: what is kept is sealed."""
    given: list[str] = []
    in_transaction(lambda session, who, at: given.append(forms.give_key(session, who, form_id, at)))
    return _page(form_id, key=given[0])


@desk.post("/formulir/<int:form_id>/jawaban/<int:answer_id>/betulkan")
@opens(*KEEPERS)
def correct_form_answer(form_id: int, answer_id: int) -> ResponseReturnValue:
    """One cell, after whoever answered was asked; a worker reads it again."""
    heading, written = request.form.get("heading", ""), typed("value")

    def deed() -> None:
        with parts().database.writing() as session:
            found = forms.form(session, actor(), form_id)
            answers.put_right(session, actor(), found, answer_id, heading, written, parts().clock())

    done = carry_out(
        deed, again=lambda said: _page(form_id, said), then=_there(form_id), done="form_answer_corrected"
    )  # fmt: skip
    parts().waker.wake(Queue.FORMS)
    return done


@desk.post("/formulir/<int:form_id>/jawaban/<int:answer_id>/buang")
@opens(*KEEPERS)
def drop_answer(form_id: int, answer_id: int) -> ResponseReturnValue:
    return act(
        lambda session, who, at: answers.drop(session, who, forms.form(session, who, form_id), answer_id, at),
        again=lambda said: _page(form_id, said),
        then=_there(form_id) + "#faulty",
        done="form_answer_dropped",
    )


def _went_well(answer: ResponseReturnValue) -> bool:
    return not isinstance(answer, tuple)


def _there(form_id: int) -> str:
    return url_for("desk.show_web_form", form_id=form_id)


def _service(code: str) -> Service:
    return parts().catalogue.at(current_user.office.code, code)


def _table() -> list[list[str]]:
    file = request.files.get("file")
    return sheets.rows(file.read(sheets.LARGEST + 1) if file else b"")


def _typed_map(found: WebForm) -> forms.Map:
    questions = parts().catalogue[found.service].question
    columns = {each.key: heading for each in questions if (heading := typed(f"column.{each.key}"))}
    channel = Channel.SMS if typed("channel") == Channel.SMS else Channel.WHATSAPP
    return forms.Map(columns, typed("phone"), typed("time"), _since(), channel)


def _since() -> date | None:
    if not (written := typed("since")):
        return None
    today = parts().clock().astimezone(current_user.clock.zone).date()
    try:
        return parse_date(written, today)
    except DateUnclear:
        raise Refused("refused-form-since", field="since") from None


def _list(refused: str | None = None) -> str:
    with parts().database.reading() as session:
        found = forms.listed(session, actor())
        counted = forms.counted(session, [each.id for each in found])
    filed = [service for service in parts().catalogue.values() if not service.tells]
    return render_template("desk/web_forms.html", forms=found, counted=counted, services=filed, refusal=refused)


def _page(form_id: int, refused: str | None = None, *, key: str | None = None, looked: bool = False) -> str:
    """Opening it is a look at what was answered; showing it again is not."""
    with parts().database.reading() as session:
        found = forms.form(session, actor(), form_id)
        counted = forms.counted(session, [form_id])[form_id]
        faulty = answers.some(session, found, AnswerState.FAULTY, LOOKED_AT)
        examples = answers.some(session, found, AnswerState.WAITING, SHOWN) or faulty[:SHOWN]
    if looked and (faulty or examples):
        with parts().database.writing() as session:
            _note_look(session, found)
    if found.service not in parts().catalogue:
        raise NotFound
    service, shown = _service(found.service), _shown(found)
    return render_template(
        "desk/web_form.html",
        form=found, counted=counted, service=service, shown=shown, refusal=refused, key=key,
        always={each.key for each in forms.always_asked(service)},
        faulty=[_seen(found, service, answer) for answer in faulty] if found.mapped_at else [],
        examples=[_seen(_as_shown(found, shown), service, answer) for answer in examples],
        address=f"{parts().settings.public_url}/webhooks/forms/{found.token}", most=answers.MOST_LINES,
    )  # fmt: skip


def _note_look(session: Session, found: WebForm) -> None:
    audit.record(
        session, actor(), "web_form_viewed", office_id=found.office_id, subject=f"form:{found.id}", at=parts().clock()
    )


def _shown(found: WebForm) -> Mapping[str, Any]:
    """What stands in the fields: what was typed, else what is kept, else a guess."""
    if request.method == "POST" and request.endpoint == "desk.pair_columns":
        questions = parts().catalogue[found.service].question
        columns = {each.key: typed(f"column.{each.key}") for each in questions}
        return columns | {name: typed(name) for name in ("phone", "time", "since", "channel")}
    if found.mapped_at:
        since = current_user.clock.day(found.since) if found.since else ""
        kept = {"phone": found.phone_column, "time": found.time_column, "since": since, "channel": found.channel.value}
        return {**found.columns, **kept}
    guessed = guess(found.headings, parts().catalogue[found.service], Words(texts(language()), current_user.clock))
    return {**guessed, "since": "", "channel": found.channel.value}


def _as_shown(found: WebForm, shown: Mapping[str, Any]) -> WebForm:
    """The form as it would be with what stands in the fields; kept nowhere."""
    questions = parts().catalogue[found.service].question
    columns = {each.key: shown[each.key] for each in questions if shown.get(each.key)}
    return WebForm(
        office_id=found.office_id, service=found.service, name=found.name, headings=found.headings, columns=columns,
        phone_column=shown.get("phone", ""), time_column=shown.get("time", ""), token=found.token,
    )  # fmt: skip


def _seen(found: WebForm, service: Service, answer: FormAnswer) -> Seen:
    cells = answer.cells or {}
    judged = judge(found, current_user.office, service, cells, parts().interview, parts().clock(), language())
    return Seen(answer, judged)
