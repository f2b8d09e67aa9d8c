"""The forms of an office: made, paired with the questions of their service, and given a key to sign with."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.catalogue import Service
from registry.form_door import answers
from registry.lifecycle import Refused, Role
from registry.models import AnswerState, Channel, FormAnswer, WebForm
from registry.models.columns import now
from registry.moves import LOCK, require
from registry.services.service import Question

KEEPERS = frozenset({Role.SUPERVISOR, Role.ADMIN})
MOST_FORMS = 50  # of an office
LONGEST_NAME = 80


@dataclass(frozen=True)
class Map:
    """Headings, by question and for the telephone and the time; `since` the first day whose answers count."""

    columns: Mapping[str, str]
    phone: str
    time: str
    since: date | None
    channel: Channel


def listed(session: Session, actor: Actor) -> Sequence[WebForm]:
    require(actor, KEEPERS)
    mine = select(WebForm).where(WebForm.office_id == actor.office_id)
    return session.exec(mine.order_by(col(WebForm.name))).all()


def form(session: Session, actor: Actor, form_id: int) -> WebForm:
    """Raises NotFound for another office's, as if it were not there."""
    require(actor, KEEPERS)
    found = session.get(WebForm, form_id)
    if found is None or found.office_id != actor.office_id:
        raise NotFound
    return found


def create(session: Session, actor: Actor, service: Service, name: str, at: datetime) -> WebForm:
    """Raises Refused for a name that the office has already, and where it has many."""
    require(actor, KEEPERS)
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME:
        raise Refused("refused-form-name", field="name", most=LONGEST_NAME)
    known = listed(session, actor)
    if any(each.name.casefold() == name.casefold() for each in known):
        raise Refused("refused-form-known", field="name")
    if len(known) >= MOST_FORMS:
        raise Refused("refused-form-many", most=MOST_FORMS)
    if actor.office_id is None:
        raise NotFound
    made = WebForm(office_id=actor.office_id, service=service.code, name=name, token=secrets.token_urlsafe(18))
    made.created_at = at
    session.add(made)
    session.flush()
    _note(session, actor, made, "form_created", at)
    return made


def pair(session: Session, actor: Actor, form_id: int, service: Service, wanted: Map, at: datetime) -> None:
    """From now on its answers are read, those that wait and those that were faulty too. Raises Refused for a map that
    could not give a request."""
    found = _locked(session, actor, form_id)
    named = [heading for heading in (*wanted.columns.values(), wanted.phone, wanted.time) if heading]
    if unknown := [heading for heading in named if heading not in found.headings]:
        raise Refused("refused-form-heading", heading=unknown[0])
    if not wanted.phone:
        raise Refused("refused-form-phone", field="phone")
    if missing := [f"answer:{each.key}" for each in always_asked(service) if each.key not in wanted.columns]:
        raise Refused("refused-form-unpaired", questions=missing)
    if wanted.since and not wanted.time:
        raise Refused("refused-form-time", field="time")
    found.columns, found.phone_column, found.time_column = dict(wanted.columns), wanted.phone, wanted.time
    found.since, found.channel, found.mapped_at = wanted.since, wanted.channel, at
    session.add(found)
    answers.read_again(session, found)
    _note(session, actor, found, "form_paired", at)


def always_asked(service: Service) -> list[Question]:
    """Without them no request can be complete."""
    return [each for each in service.question if not (each.when or each.optional or each.presumed)]


def give_key(session: Session, actor: Actor, form_id: int, at: datetime) -> str:
    """A new one; what is signed with the one before is refused from now on. Shown once."""
    found = _locked(session, actor, form_id)
    found.secret = secrets.token_hex(32)
    session.add(found)
    _note(session, actor, found, "form_key_given", at)
    return found.secret


def counted(session: Session, form_ids: Sequence[int]) -> dict[int, dict[AnswerState, int]]:
    state = col(FormAnswer.state)
    wanted = select(col(FormAnswer.form_id), state, func.count()).where(col(FormAnswer.form_id).in_(form_ids))
    found: dict[int, dict[AnswerState, int]] = {form_id: {} for form_id in form_ids}
    for form_id, each, number in session.exec(wanted.group_by(col(FormAnswer.form_id), state)).all():
        found[form_id][each] = number
    return found


def by_token(session: Session, token: str) -> WebForm | None:
    return session.exec(select(WebForm).where(WebForm.token == token)).first()


def hold(session: Session, form_id: int) -> WebForm:
    """As it is now, until the transaction ends: answers that come at once count one after the other."""
    return session.get_one(WebForm, form_id, populate_existing=True, with_for_update=LOCK)


def _locked(session: Session, actor: Actor, form_id: int) -> WebForm:
    form(session, actor, form_id)
    return hold(session, form_id)


def _note(session: Session, actor: Actor, made: WebForm, action: str, at: datetime | None = None) -> None:
    subject = f"form:{made.id}"
    audit.record(session, actor, action, office_id=made.office_id, subject=subject, at=at or now())
