"""What an office does differently with a service: set by its administrator, checked as its file is at start-up."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.catalogue import Catalogue
from registry.lifecycle import Refused
from registry.models import Office, ServiceRule
from registry.moves import LOCK, require
from registry.offices.settings import KEEPERS

GOOD_FOR = 2.0  # seconds
LONGEST_HOURS = 1_000


class Refreshed:
    """Keeps a catalogue as the offices have set it; asks the database again after a moment."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._good_until = 0.0

    def refresh(self, session: Session, *, at_once: bool = False) -> None:
        if not at_once and time.monotonic() < self._good_until:
            return
        wanted = select(Office.code, ServiceRule.service, ServiceRule.rule).join(
            ServiceRule, col(ServiceRule.office_id) == col(Office.id)
        )
        self._catalogue.take({(office, service): rule for office, service, rule in session.exec(wanted)})
        self._good_until = time.monotonic() + GOOD_FOR


def version(catalogue: Catalogue, office: str, code: str) -> str:
    """Changes with the rule, so that a page left open does not undo another's change."""
    return hashlib.sha256(catalogue.rule(office, code).model_dump_json(by_alias=True).encode()).hexdigest()[:12]


def addable(catalogue: Catalogue, code: str) -> list[str]:
    """Papers that this service could ask for besides: of those some service asks for, which have their words."""
    known = {paper.key for service in catalogue.values() for paper in service.paper}
    return sorted(known - catalogue[code].paper_by_key.keys() - catalogue[code].question_by_key.keys())


def change(
    session: Session, actor: Actor, catalogue: Catalogue, code: str, *, off: bool, sla_hours: str, papers_by: str,
    papers: Sequence[str], seen: str, at: datetime,
) -> None:  # fmt: skip
    """Raises Refused for what start-up would refuse in the office's file. The chat goes by it within seconds."""
    require(actor, KEEPERS)
    office = session.get(Office, actor.office_id, populate_existing=True, with_for_update=LOCK)
    if office is None or code not in catalogue:
        raise NotFound
    Refreshed(catalogue).refresh(session, at_once=True)
    if seen != version(catalogue, office.code, code):
        raise Refused("refused-settings-changed")
    rule = _rule(catalogue, office.code, code, off=off, sla_hours=sla_hours, papers_by=papers_by, papers=papers)
    if catalogue.check(code, rule):
        raise Refused("refused-service-rule")
    kept = session.get(ServiceRule, (office.id, code)) or ServiceRule(office_id=office.id, service=code, rule={})
    kept.rule, kept.changed_at = rule, at
    session.add(kept)
    fields = (code, *sorted(rule))
    audit.record(
        session, actor, "service_rule_changed", office_id=office.id, subject=f"office:{office.id}", fields=fields, at=at
    )


def _rule(
    catalogue: Catalogue, office: str, code: str, *, off: bool, sla_hours: str, papers_by: str, papers: Sequence[str]
) -> dict[str, Any]:
    """As a section of the office's file. A paper that has its condition from there keeps it."""
    rule: dict[str, Any] = {"off": True} if off else {}
    if sla_hours:
        if not (sla_hours.isascii() and sla_hours.isdecimal() and 1 <= int(sla_hours) <= LONGEST_HOURS):
            raise Refused("refused-setting-number", field="sla_hours", least=1, most=LONGEST_HOURS)
        rule["sla_hours"] = int(sla_hours)
    if papers_by:
        rule["papers_by"] = papers_by
    chosen = [key for key in dict.fromkeys(papers) if key]
    if set(chosen) - set(addable(catalogue, code)):
        raise Refused("refused-service-rule")
    before = {paper.key: paper.when for paper in catalogue.rule(office, code).paper if paper.when}
    if chosen:
        rule["paper"] = [{"key": key, "when": before[key]} if key in before else key for key in chosen]
    return rule
