"""The office's services: TOML files, checked at start. A service is data; adding one touches no Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from registry.form import Form
from registry.service import Condition, DocumentKind, OfficeRule, PaperKind, Question, QuestionKind, Service, Wish
from registry.service_files import CatalogueError, Files, read

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
]

SERVICES = Path(__file__).parent / "services"
OFFICES = Path(__file__).parent / "offices"
FORMS = Path(__file__).parent / "forms"


class Catalogue(Mapping[str, Service]):
    """All services by code, in the order of their files' names; and what single offices do differently."""

    def __init__(self, files: Files) -> None:
        self._services = files.services
        self._rules = files.rules
        self.forms: Mapping[str, Form] = files.forms  # by code
        self.sources = files.sources  # where each service stands, for messages to whoever mends it
        self._own = {
            (office, code): _at(self._services[code], rule)
            for office, rules in files.rules.items()
            for code, rule in rules.items()
        }

    def __getitem__(self, code: str) -> Service:
        return self._services[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._services)

    def __len__(self) -> int:
        return len(self._services)

    def at(self, office: str, code: str) -> Service:
        """The service as this office gives it."""
        return self._own.get((office, code), self._services[code])

    def versions(self, code: str) -> Mapping[str, Service]:
        """The service at each office that gives it differently."""
        return MappingProxyType({office: own for (office, each), own in self._own.items() if each == code})

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
        rule = self._rules.get(office, {}).get(code)
        return rule is not None and rule.off


def _at(service: Service, rule: OfficeRule) -> Service:
    papers = [paper.model_dump() for paper in (*service.paper, *rule.paper)]
    changed = {"sla_hours": rule.sla_hours or service.sla_hours, "paper": papers}
    changed["papers_by"] = rule.papers_by or service.papers_by
    return Service.model_validate(service.model_dump(by_alias=True) | changed)


def load(folder: Path = SERVICES, offices: Path = OFFICES, forms: Path = FORMS) -> Catalogue:
    """Read every TOML file. Raises CatalogueError naming each fault with its file and line, all at once."""
    return Catalogue(read(folder, offices, forms))
