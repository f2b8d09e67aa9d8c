"""Has every service all its sentences, and do its choices fit? Asked at start, so that no citizen meets the lack."""

from __future__ import annotations

from collections.abc import Iterator

from bot.flows.forms import signing
from bot.wording import LANGUAGES, Wording
from notifications.content import MAX_BUTTONS, MAX_ITEM, MAX_TITLE
from registry.catalogue import Catalogue, Question, Service
from registry.models import Channel

FOLDER = "registry/services/texts"
Text = tuple[str, str, str]  # the section of the file, the key in it, the text it needs


def missing_texts(catalogue: Catalogue, words: Wording) -> list[str]:
    """One line for each text that a service needs and a language lacks, and where the service asks for it."""
    return [
        f"{catalogue.sources[service.code].where(section, key)}: {text} is not in {FOLDER}/{language}.ftl"
        for service in catalogue.values()
        for section, key, text in dict.fromkeys((*_needed(service), *_added(service, catalogue)))
        for language in LANGUAGES
        if not words.has(text, language)
    ]


def long_titles(catalogue: Catalogue, words: Wording) -> list[str]:
    """One line for each choice whose title WhatsApp would refuse, on a button or else in a list."""
    return [
        f"{catalogue.sources[service.code].where('question', question.key)}: {text} has {len(title)} characters in "
        f"{FOLDER}/{language}.ftl, at most {most}"
        for service in catalogue.values()
        for question in service.question
        for most in (MAX_TITLE if len(question.options) <= MAX_BUTTONS else MAX_ITEM,)
        for text in (f"option-{question.key}-{option}" for option in question.options)
        for language in LANGUAGES
        if len(title := words.render(text, {}, language, Channel.WHATSAPP)) > most
    ]


def _needed(service: Service) -> Iterator[Text]:
    yield from (("code", "", f"service-{service.code}"), ("group", "", f"group-{service.group}"))
    yield from (("remark", "", text) for text in (service.remark,) if text)
    yield from (("opens", "", text) for text in (service.opens,) if text)
    yield from (("tells", "", text) for text in (service.tells,) if text)
    for question in service.question:
        yield from (("question", question.key, text) for text in _of_question(question))
    yield from (("paper", paper.key, f"paper-{paper.key}") for paper in service.paper)
    yield from (("paper", paper.key, signing(paper.form).key) for paper in service.paper if paper.form)
    yield from (("document", document.name, f"document-{document.name}") for document in service.document)


def _added(service: Service, catalogue: Catalogue) -> Iterator[Text]:
    """Papers that single offices want besides."""
    papers = {paper.key for own in catalogue.versions(service.code).values() for paper in own.paper}
    yield from (("paper", key, f"paper-{key}") for key in sorted(papers))


def _of_question(question: Question) -> Iterator[str]:
    yield question.text or f"ask-{question.key}"
    yield from (f"option-{question.key}-{option}" for option in question.options)
    if question.presumed is not None and not question.inferred:
        yield from (f"beside-{question.key}-{option}" for option in question.options if option != question.presumed)
    yield from question.stops.values()
    yield f"label-{question.key}"
