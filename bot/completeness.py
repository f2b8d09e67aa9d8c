"""Has every service all its sentences? Asked at start: a citizen must never meet a missing one."""

from __future__ import annotations

from collections.abc import Iterator

from bot.wording import LANGUAGES, Wording
from registry.catalogue import Catalogue, Question, Service


def missing_texts(catalogue: Catalogue, words: Wording) -> list[str]:
    """One line for each text that a service needs and a language lacks."""
    return [
        f"{service.code}: {key} is not in bot/texts/{language}.ftl"
        for service in catalogue.values()
        for key in _needed(service)
        for language in LANGUAGES
        if not words.has(key, language)
    ]


def _needed(service: Service) -> Iterator[str]:
    yield from (f"service-{service.code}", f"short-{service.code}", f"group-{service.group}")
    for question in service.question:
        yield from _of_question(question)
    for paper in service.paper:
        yield from (f"paper-{paper.key}", f"paper-{paper.key}-needed", f"paper-{paper.key}-photo")
        yield f"label-paper-{paper.key}"
    for document in service.document:
        yield f"document-{document.template or document.kind}"


def _of_question(question: Question) -> Iterator[str]:
    yield question.text or f"ask-{question.key}"
    yield from (f"option-{question.key}-{option}" for option in question.options)
    yield from question.stops.values()
    if question.summary:
        yield from (f"row-{question.key}", f"label-{question.key}")
