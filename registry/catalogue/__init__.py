"""The office's services: TOML files, checked at start. A service is data; adding one touches no Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from registry.catalogue.service_files import CatalogueError, Files, read, read_rule
from registry.forms.form import Form
from registry.services.service import (
    Condition,
    DocumentKind,
    OfficeRule,
    PaperKind,
    Question,
    QuestionKind,
    Service,
    Wish,
)
from registry.services.toml_files import Source

__all__ = [
    "OFFICES",
    "SERVICES",
    "Catalogue",
    "CatalogueError",
    "Condition",
    "DocumentKind",
    "Form",
    "PaperKind",
    "Question",
    "QuestionKind",
    "Service",
    "Wish",
    "load",
    "services",
]

SERVICES = Path(__file__).parent.parent / "services"
OFFICES = Path(__file__).parent.parent / "offices"
FORMS = Path(__file__).parent.parent / "forms"


PLAIN = OfficeRule()


class Catalogue(Mapping[str, Service]):
    """All services by code, in the order of their files' names; and what single offices do differently, by their files
    and by what they have set on their pages since. `edition` counts how often the latter has changed."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._services = files.services
        self.edition = 0
        self._set: dict[tuple[str, str], OfficeRule] = {}
        self.forms: Mapping[str, Form] = files.forms  # by code
        self.office_files: Mapping[str, str] = files.office_files  # what offices do differently, by their codes
        self.sources = files.sources  # where each service stands, for messages to whoever mends it
        wanted = files.shared.get("requirement", {})
        self.proves = MappingProxyType({paper: key for key, part in wanted.items() for paper in part["papers"]})
        self._compose()

    def __getitem__(self, code: str) -> Service:
        return self._services[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._services)

    def __len__(self) -> int:
        return len(self._services)

    def at(self, office: str, code: str) -> Service:
        """The service as this office gives it."""
        return self._own.get((office, code), self._services[code])

    def rule(self, office: str, code: str) -> OfficeRule:
        """What this office does differently; nothing, where it is given as everywhere."""
        return self._rules.get((office, code), PLAIN)

    def check(self, code: str, given: Mapping[str, Any]) -> list[str]:
        """What start-up would say of it in an office's file."""
        return read_rule(self._files, Source(code, ""), code, dict(given))[1]

    def take(self, given: Mapping[tuple[str, str], Mapping[str, Any]]) -> None:
        """What offices have set on their pages, by office and service: it stands in place of what their files say.
        What fits no longer, after a service has changed, is left out."""
        read = {
            place: read_rule(self._files, Source(place[1], ""), place[1], dict(rule)) for place, rule in given.items()
        }
        taken = {place: rule for place, (rule, faults) in read.items() if rule is not None and not faults}
        if taken != self._set:
            self._set = taken
            self._compose()
            self.edition += 1

    def _compose(self) -> None:
        filed = {(office, code): rule for office, rules in self._files.rules.items() for code, rule in rules.items()}
        self._rules = filed | self._set
        self._own = {place: _at(self._services[place[1]], rule) for place, rule in self._rules.items()}

    def versions(self, code: str) -> Mapping[str, Service]:
        """The service at each office that gives it differently."""
        return MappingProxyType({office: own for (office, each), own in self._own.items() if each == code})

    def closed_at(self, code: str) -> frozenset[str]:
        """The offices that do not take it by chat."""
        return frozenset(office for (office, each), rule in self._rules.items() if each == code and rule.off)

    def form_of(self, office: str, code: str, paper: str) -> str | None:
        """The form that this paper is, once signed."""
        kind = self.at(office, code).paper_by_key.get(paper)
        return kind.form if kind else None

    def forms_of(self, service: Service, papers: Iterable[str]) -> list[Form]:
        """Those filled for the officer, then those that these papers are made of."""
        signed = [paper.form for key in papers if (paper := service.paper_by_key.get(key)) and paper.form]
        return [self.forms[code] for code in dict.fromkeys((*service.form, *signed))]

    def is_off(self, office: str, code: str) -> bool:
        """Whether this office does not take it by chat."""
        return self.rule(office, code).off


def _at(service: Service, rule: OfficeRule) -> Service:
    papers = [paper.model_dump() for paper in (*service.paper, *rule.paper)]
    changed = {"sla_hours": rule.sla_hours or service.sla_hours, "paper": papers}
    changed["papers_by"] = rule.papers_by or service.papers_by
    return Service.model_validate(service.model_dump(by_alias=True) | changed)


def load(folder: Path = SERVICES, offices: Path = OFFICES, forms: Path = FORMS) -> Catalogue:
    """Read every TOML file. Raises CatalogueError naming each fault with its file and line, all at once."""
    return Catalogue(read(folder, offices, forms))


@cache
def services() -> Catalogue:
    """Read once: the one that this process goes by."""
    return load()
