"""Reads the services from TOML. What several say alike stands once, in shared.toml; faults bear file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from registry.catalogue.contradictions import contradictions
from registry.forms.files import form_faults, read_forms
from registry.forms.form import Form
from registry.services.service import OfficeRule, PaperKind, Question, Requirement, Service
from registry.services.toml_files import Source, read_source

SHARED = "shared.toml"
PARTS: Mapping[str, type[BaseModel]] = {"question": Question, "paper": PaperKind}
SHARED_PARTS: Mapping[str, type[BaseModel]] = {**PARTS, "requirement": Requirement}


class CatalogueError(Exception):
    """The services contradict themselves; each line names the file, the line and what is wrong in it."""


@dataclass
class Files:
    services: dict[str, Service] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)  # by code
    rules: dict[str, dict[str, OfficeRule]] = field(default_factory=dict)  # by office and code
    office_files: dict[str, str] = field(default_factory=dict)  # their names, by office
    forms: dict[str, Form] = field(default_factory=dict)
    shared: dict[str, Any] = field(default_factory=dict)  # what several services say alike


def read(folder: Path, offices: Path, forms: Path) -> Files:
    faults: list[str] = []
    shared = read_source(folder, folder / SHARED, faults) if (folder / SHARED).is_file() else Source(SHARED, "")
    files = Files(shared=shared.data)
    faults += (*_shared_faults(shared), *_proven_twice(shared))
    for path in sorted(folder.rglob("*.toml"), key=lambda path: path.name):
        if path.name != SHARED:
            _read_service(read_source(folder, path, faults), shared.data, files, faults)
    faults += _claimed_twice(files)
    for path in sorted(offices.glob("*.toml")):
        files.office_files[path.stem.upper()] = path.name
        _read_office(path.stem.upper(), read_source(offices, path, faults), files, faults)
    files.forms, form_sources = read_forms(forms, faults)
    faults += form_faults(files.services, files.sources, files.forms, form_sources)
    if faults:
        raise CatalogueError("The services need mending:\n  " + "\n  ".join(faults))
    return files


def _read_service(source: Source, shared: dict[str, Any], files: Files, faults: list[str]) -> None:
    if not source.data:
        return
    faults += _unknown_references(source, source.data, shared)
    data = _completed(source.data, shared)
    try:
        service = Service.model_validate(data)
    except ValidationError as fault:
        faults += [_told(error, data, source) for error in fault.errors()]
        return
    faults += [f"{source.where(section, key)}: {told}" for section, key, told in contradictions(service)]
    if service.code in files.services:
        faults.append(f"{source.where('code')}: {service.code}: two files claim this code")
    files.services[service.code], files.sources[service.code] = service, source


def _claimed_twice(files: Files) -> Iterator[str]:
    """First words of a form that would begin two services."""
    claimed = {code: code for code in files.services}
    for code, service in files.services.items():
        for alias in service.aliases:
            if claimed.setdefault(alias, code) != code or alias == code:
                yield f"{files.sources[code].where('aliases', alias)}: {alias!r} begins {claimed[alias]} already"


def _read_office(office: str, source: Source, files: Files, faults: list[str]) -> None:
    for code, given in source.data.items():
        rule, wrong = read_rule(files, source, code, given)
        faults += wrong
        if rule is not None:
            files.rules.setdefault(office, {})[code] = rule


def read_rule(files: Files, source: Source, code: str, given: Any) -> tuple[OfficeRule | None, list[str]]:
    """What an office does differently with one service, and what is wrong with it; a page is checked as its file is."""
    if code not in files.services or not isinstance(given, dict):
        return None, [f"{source.where(code)}: no service has the code {code!r}"]
    faults = list(_unknown_references(source, given, files.shared))
    try:
        rule = OfficeRule.model_validate(_completed(given, files.shared))
    except ValidationError as fault:
        return None, faults + [f"{source.where(code, _last_name(e))}: {_path(e)}: {e['msg']}" for e in fault.errors()]
    service = files.services[code].model_copy(update={"paper": (*files.services[code].paper, *rule.paper)})
    return rule, faults + [f"{source.where(code, key)}: {told}" for _, key, told in contradictions(service)]


def _completed(data: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    """A part's fields are those of shared.toml under its key, unless it says otherwise. A name alone is its key."""
    done = dict(data)
    for section in PARTS.keys() & data.keys():
        entries = [{"key": entry} if isinstance(entry, str) else entry for entry in data[section]]
        done[section] = [{**shared.get(section, {}).get(entry.get("key"), {}), **entry} for entry in entries]
    if "wish" in data:
        done["wish"] = [{"words": entry.split()} if isinstance(entry, str) else entry for entry in data["wish"]]
    return done


def _unknown_references(source: Source, data: dict[str, Any], shared: dict[str, Any]) -> Iterator[str]:
    for section in PARTS.keys() & data.keys():
        for key in data[section]:
            if isinstance(key, str) and key not in shared.get(section, {}):
                yield f"{source.where(section, key)}: {SHARED} has no {section} called {key!r}"


def _shared_faults(shared: Source) -> Iterator[str]:
    for section, parts in shared.data.items():
        for key, part in parts.items():
            if section not in SHARED_PARTS:
                yield f"{shared.where(section)}: {section!r} is neither question, paper nor requirement"
                continue
            try:
                SHARED_PARTS[section].model_validate({"key": key, **part})
            except ValidationError as fault:
                for error in fault.errors():
                    yield f"{shared.where(section, key)}: {section} {key!r}: {_path(error)}: {error['msg']}"


def _proven_twice(shared: Source) -> Iterator[str]:
    seen: set[str] = set()
    for key, part in shared.data.get("requirement", {}).items():
        if doubled := seen & set(part.get("papers", ())):
            yield f"{shared.where('requirement', key)}: {sorted(doubled)} stand in two requirements"
        seen |= set(part.get("papers", ()))


def _told(error: ErrorDetails, data: dict[str, Any], source: Source) -> str:
    return f"{source.where(str(error['loc'][0]), _part_name(error, data))}: {_path(error)}: {error['msg']}"


def _part_name(error: ErrorDetails, data: dict[str, Any]) -> str:
    """The key of the part that the error is in, else the field's own name."""
    match error["loc"]:
        case (str(section), int(place), *_) if section in PARTS:
            return str(data[section][place].get("key", ""))
    return _last_name(error)


def _last_name(error: ErrorDetails) -> str:
    return next((str(part) for part in reversed(error["loc"]) if isinstance(part, str)), "")


def _path(error: ErrorDetails) -> str:
    return ".".join(map(str, error["loc"]))
