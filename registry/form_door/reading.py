"""An answer of a form, read as the chat reads the same words; and what is wrong with one that gives no request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import structlog

from registry.catalogue import Service
from registry.counter.interview import Asked, Interview, Interviewer
from registry.database import is_away
from registry.form_door.answers import Cells
from registry.form_door.moments import AHEAD, moment
from registry.models import Office, WebForm
from registry.offices.telephones import e164

log = structlog.get_logger()

UNREAD = Interview((), {}, ())


@dataclass(frozen=True)
class Fault:
    """`key` is a text key; `said` what the chat would say to it. `heading`: of the column that is meant."""

    key: str
    heading: str = ""
    question: str = ""
    said: str = ""


@dataclass(frozen=True)
class Judged:
    interview: Interview
    phone: str | None
    given_at: datetime | None
    faults: tuple[Fault, ...]
    is_old: bool = False  # from before the form's first day: nobody is told anything


def judge(
    found: WebForm,
    office: Office,
    service: Service,
    cells: Cells,
    interviewer: Interviewer,
    at: datetime,
    language: str,
) -> Judged:
    interview = _interview(interviewer, service, office, _given(found, service, cells), language)
    zone = ZoneInfo(office.timezone)
    read = moment(cells.get(found.time_column, ""), zone, at) if found.time_column else None
    given_at = read.at if read else None
    phone = e164(cells.get(found.phone_column, ""))
    faults = [*_faults_of_time(found, cells, given_at, at), *_faults_of_phone(found, cells, phone)]
    faults += _faults_of_answers(found, interview) if interview else [Fault("form-fault-broke")]
    is_old = bool(found.since and given_at and given_at.astimezone(zone).date() < found.since)
    return Judged(interview or UNREAD, phone, given_at, tuple(faults), is_old)


def _interview(
    interviewer: Interviewer, service: Service, office: Office, given: Mapping[str, str], language: str
) -> Interview | None:
    """None where what somebody wrote breaks its reading: the other answers are read all the same."""
    try:
        return interviewer(service.code, office.id, given, language)
    except Exception as fault:
        if is_away(fault):
            raise
        log.error("answer_not_read", service=service.code, exc_info=fault)
        return None


def _given(found: WebForm, service: Service, cells: Cells) -> Mapping[str, str]:
    """What is optional and empty is forgotten; what is presumed, and said nowhere, is as presumed."""
    given: dict[str, str] = {}
    for question in service.question:
        if cell := cells.get(found.columns.get(question.key, ""), ""):
            given[question.key] = cell
        elif question.optional:
            given[f"forgot.{question.key}"] = "on"
        elif question.presumed:
            given[question.key] = question.presumed
    return given


def _faults_of_time(found: WebForm, cells: Cells, given_at: datetime | None, at: datetime) -> list[Fault]:
    if not found.time_column:
        return []
    if given_at is None:
        key = "form-fault-time" if cells.get(found.time_column) else "form-fault-empty"
        return [Fault(key, found.time_column)]
    return [Fault("form-fault-future", found.time_column)] if given_at > at + AHEAD else []


def _faults_of_phone(found: WebForm, cells: Cells, phone: str | None) -> list[Fault]:
    if phone:
        return []
    return [Fault("form-fault-phone" if cells.get(found.phone_column) else "form-fault-empty", found.phone_column)]


def _faults_of_answers(found: WebForm, interview: Interview) -> list[Fault]:
    if interview.stop:
        return [Fault("form-fault-stop", said=interview.stop)]
    return [_fault_of(found, asked) for asked in interview.asked if not asked.answered]


def _fault_of(found: WebForm, asked: Asked) -> Fault:
    heading = found.columns.get(asked.key, "")
    if asked.problem:  # an officer who puts it right reads what would be understood
        choices = " / ".join(label for _, label in asked.offers or asked.options)
        return Fault("form-fault-unclear", heading, asked.key, f"{asked.problem} {choices}".strip())
    return Fault("form-fault-empty" if heading else "form-fault-unpaired", heading, asked.key)
