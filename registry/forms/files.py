"""Reads the forms of Permendagri 109/2019 from TOML, and checks them against the services that name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from pydantic import ValidationError

from registry.forms.facts import COMPUTED, LISTS, knowable
from registry.forms.form import Form, Table
from registry.residents import Person
from registry.services.service import Condition, Service
from registry.services.toml_files import Source, read_source

Sources = Mapping[str, Source]


def read_forms(folder: Path, faults: list[str]) -> tuple[dict[str, Form], dict[str, Source]]:
    """Forms and their files by code; what is wrong with one is added to `faults`."""
    forms, sources = dict[str, Form](), dict[str, Source]()
    for path in sorted(folder.glob("*.toml")):
        source = read_source(folder, path, faults)
        try:
            form = Form.model_validate(source.data)
        except ValidationError as fault:
            faults += [f"{source.where(str(e['loc'][0]))}: {'.'.join(map(str, e['loc']))}: {e['msg']}"
                       for e in fault.errors() if source.data]  # fmt: skip
            continue
        if form.code in forms:
            faults.append(f"{source.where('code')}: {form.code}: two files claim this code")
        forms[form.code], sources[form.code] = form, source
    return forms, sources


def form_faults(
    services: Mapping[str, Service], sources: Sources, forms: Mapping[str, Form], form_sources: Sources
) -> Iterator[str]:
    for service in services.values():
        yield from _of_service(service, sources[service.code], forms)
    for code, form in forms.items():
        if users := [service for service in services.values() if code in _named(service)]:
            yield from _of_form(form, form_sources[code], users, services)


def _named(service: Service) -> set[str]:
    return {*service.form, *(paper.form for paper in service.paper if paper.form)}


def _of_service(service: Service, source: Source, forms: Mapping[str, Form]) -> Iterator[str]:
    for code in service.form:
        if code not in forms:
            yield f"{source.where('form', code)}: registry/forms has no {code}"
    for paper in service.paper:
        if paper.form and not (paper.form in forms and forms[paper.form].signed):
            yield f"{source.where('paper', paper.key)}: {paper.key!r}: registry/forms has no {paper.form} to sign"


def _of_form(form: Form, source: Source, users: list[Service], services: Mapping[str, Service]) -> Iterator[str]:
    """A fact that none of the services that use the form ever knows would stay empty for ever."""
    known = set[str]().union(*map(knowable, users))
    for fact in _facts(form):
        if fact not in known:
            yield f"{source.where('', fact)}: no service with {form.code} knows {fact!r}"
    for block in form.block:
        yield from _of_table(block.table, source) if block.table else ()
    for condition in _conditions(form):
        yield from (f"{source.where('', key)}: {told}" for key, told in _impossible(condition, users, services))


def _of_table(table: Table, source: Source) -> Iterator[str]:
    if table.rows not in LISTS:
        yield f"{source.where('', table.rows)}: there is no list of {table.rows!r}"
    for fact in set(table.columns.values()) - {each.name for each in fields(Person)}:
        yield f"{source.where('', fact)}: nothing called {fact!r} is known of a person"


def _facts(form: Form) -> Iterator[str]:
    for block in form.block:
        for names in block.rows.values():
            yield from names
    for signature in form.signatures:
        yield from signature.name


def _conditions(form: Form) -> Iterator[Condition]:
    for block in form.block:
        yield block.when
        for tick in block.ticks:
            yield from tick.when


def _impossible(
    condition: Condition, users: list[Service], services: Mapping[str, Service]
) -> Iterator[tuple[str, str]]:
    """A condition is written for the services it names, else for all that use the form."""
    codes = _listed(condition["service"]) if "service" in condition else [service.code for service in users]
    yield from ((code, f"no service has the code {code!r}") for code in codes if code not in services)
    asked = [services[code].question_by_key for code in codes if code in services]
    for key in condition.keys() - {"service"}:
        options = {option for questions in asked if key in questions for option in questions[key].options}
        options |= set(COMPUTED.get(key, ()))
        if strange := set(_listed(condition[key])) - options:
            yield key, f"{key} = {sorted(strange)} is never answered in {', '.join(codes)}"


def _listed(wanted: object) -> list[str]:
    return list(map(str, wanted)) if isinstance(wanted, Iterable) and not isinstance(wanted, str) else [str(wanted)]
