"""The office's services: TOML files, checked at start. A service is data; adding one touches no Python."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

SERVICES = Path(__file__).parent / "services"
TEMPLATES = Path(__file__).parent / "issuing" / "templates"

# A condition on earlier answers: a value, a list (any of), {under = 17} years, {over_days = 60}. No expressions.
Condition = dict[str, Any]
QuestionKind = Literal[
    "choice", "nik", "kk_number", "name", "village", "birth_date", "date", "place", "number", "text"
]  # fmt: skip


class CatalogueError(Exception):
    """The services contradict themselves; each line names the file and what is wrong in it."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DocumentKind(_Part):
    kind: Literal["pdf", "card"]
    template: str | None = None
    register_: Literal["siak", "office"] = Field(default="siak", alias="register")

    @model_validator(mode="after")
    def _template_exists(self) -> DocumentKind:
        if self.kind == "pdf" and not (TEMPLATES / f"{self.template}.typ").is_file():
            raise ValueError(f"template {self.template!r} is not in registry/issuing/templates")
        return self


class Question(_Part):
    """`stops` maps an option to a text: that answer ends the chat about this service, and no case is opened."""

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    kind: QuestionKind
    options: tuple[str, ...] = ()
    optional: bool = False  # "LUPA" is an answer
    when: Condition = {}
    stops: Mapping[str, str] = {}
    summary: bool = True  # read back before sending
    text: str | None = None  # a text key other than ask-<key>

    @model_validator(mode="after")
    def _options_fit(self) -> Question:
        if (self.kind == "choice") != bool(self.options):
            raise ValueError(f"question {self.key!r}: options belong to kind = 'choice', and only there")
        if strange := set(self.stops) - set(self.options):
            raise ValueError(f"question {self.key!r}: stops names {sorted(strange)}, which are no options")
        return self


class PaperKind(_Part):
    """`reads` are words expected on the paper."""

    key: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    when: Condition = {}
    reads: tuple[str, ...] = ()


class Wish(_Part):
    """Words that, standing together in a message, ask for the service; and what they already answer."""

    words: tuple[str, ...] = Field(min_length=1)
    answers: Mapping[str, str] = {}


class Service(_Part):
    code: str = Field(pattern=r"^[A-Z0-9]+(-[A-Z0-9]+)*$")
    group: Literal["kk", "ktp", "kia", "birth", "death", "marriage", "move", "ikd", "other"]
    legal: tuple[str, ...] = Field(min_length=1)
    sla_hours: int = Field(gt=0)  # working hours of the office
    document: tuple[DocumentKind, ...] = ()
    question: tuple[Question, ...]
    paper: tuple[PaperKind, ...] = ()
    wish: tuple[Wish, ...] = Field(min_length=1)
    aliases: tuple[str, ...] = ()  # other first words of a compact message
    compact: tuple[str, ...] = ()  # the order of fields in a message like AKL#...#...
    subject: str = "nik"  # the question that says whose document it is
    release_fact: str | None = None  # the date question asked before a document leaves; none: the subject's NIK

    @model_validator(mode="after")
    def _hangs_together(self) -> Service:
        keys = [question.key for question in self.question]
        known: set[str] = set()
        parts: tuple[Question | PaperKind, ...] = (*self.question, *self.paper)
        for part in parts:
            if missing := set(part.when) - known:
                raise ValueError(f"{part.key!r} depends on {sorted(missing)}, which is not asked before it")
            if part.key in known:
                raise ValueError(f"{part.key!r} appears twice")
            known.add(part.key)
        for name, wanted in (("compact", self.compact), ("subject", (self.subject,))):
            if missing := set(wanted) - set(keys):
                raise ValueError(f"{name} names {sorted(missing)}, which is no question")
        for part in parts:
            for key, wanted in part.when.items():
                self._reachable(part.key, key, wanted)
        return self

    def _reachable(self, part: str, key: str, wanted: Any) -> None:
        asked = self.question_by_key.get(key)
        if asked is None or isinstance(wanted, dict) or asked.kind != "choice":
            return
        values = set(wanted if isinstance(wanted, list) else [wanted])
        if strange := values - set(asked.options):
            raise ValueError(f"{part!r} waits for {key} = {sorted(strange)}, which can never be answered")

    @cached_property
    def question_by_key(self) -> Mapping[str, Question]:
        return MappingProxyType({question.key: question for question in self.question})

    @cached_property
    def paper_by_key(self) -> Mapping[str, PaperKind]:
        return MappingProxyType({paper.key: paper for paper in self.paper})


class Catalogue(Mapping[str, Service]):
    """All services by code, in the order of their files' names."""

    def __init__(self, services: Iterable[Service]) -> None:
        self._services = {service.code: service for service in services}

    def __getitem__(self, code: str) -> Service:
        return self._services[code]

    def __iter__(self) -> Any:
        return iter(self._services)

    def __len__(self) -> int:
        return len(self._services)


def load(folder: Path = SERVICES) -> Catalogue:
    """Read every TOML file of `folder`. Raises CatalogueError naming each faulty file, all at once."""
    services, faults = [], []
    for path in sorted(folder.glob("*.toml")):
        try:
            services.append(Service.model_validate(tomllib.loads(path.read_text("utf-8"))))
        except tomllib.TOMLDecodeError as fault:
            faults.append(f"{path.name}: {fault}")
        except ValidationError as fault:
            faults += [f"{path.name}: {'.'.join(map(str, e['loc']))}: {e['msg']}" for e in fault.errors()]
    codes = [service.code for service in services]
    faults += [f"{code}: two files claim this code" for code in {c for c in codes if codes.count(c) > 1}]
    if faults:
        raise CatalogueError("The services need mending:\n  " + "\n  ".join(faults))
    return Catalogue(services)
