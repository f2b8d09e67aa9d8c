"""A service as its citizen meets it: facts, states, and every question in its words, per channel and language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.catalogue_pages.service_graph import drawing, in_words
from bot.effects import Tell
from bot.flow import Flow, OfficeCard, Say, Step, Talk
from bot.flows.application import application
from bot.speaking import Speaker
from bot.wording import LANGUAGES, Wording
from notifications.outbox import Message
from registry.catalogue import Catalogue, Condition, PaperKind, Question, Service
from registry.models import Channel
from registry.offices.open_hours import OpenHours
from registry.places.regions import load_regions

HOURS = OpenHours(((0, 4, ("08:00-15:00",)),), "Asia/Makassar")
OFFICE = OfficeCard(
    1, "BPP", "Disdukcapil Contoh", "64.71", "Asia/Makassar", "Jl. Contoh 1", HOURS, 14_000,
    papers_by="chat", release_by="chat", retention_days=30,
)  # fmt: skip
TODAY = date(2026, 11, 23)
TITLES = {Channel.WHATSAPP: "WhatsApp", Channel.SMS: "SMS"}
SAID = {
    "nik": "6471044506900000", "kk_number": "6471041203150000", "name": "Rina Contoh", "village": "64.71.04.1003",
    "birth_date": "2020-11-12", "date": "2026-12-01", "place": "Balikpapan", "number": 2, "text": "...",
    "street": "Jl. Contoh No. 5, RT 002/RW 003",
}  # fmt: skip
CHILD, GROWN_UP = "6471044506150000", "2000-06-15"  # where an age decides


def page(catalogue: Catalogue, code: str, words: Wording) -> str:
    """Markdown."""
    chats = [f"## {TITLES[channel]}, {language}\n\n{_chat(catalogue, code, words, channel, language)}"
             for language in LANGUAGES for channel in TITLES]  # fmt: skip
    return "\n\n".join((_facts(catalogue[code], words), drawing(catalogue[code]), *chats)) + "\n"


def messages(
    catalogue: Catalogue, code: str, words: Wording, channel: Channel, language: str
) -> Iterator[tuple[Condition, Message]]:
    """Every question in its order, with its condition; then what the chat ends with."""
    service, flow = catalogue[code], application(catalogue, code)
    speaker = Speaker(words, language, channel, lambda page: "https://loket.contoh.go.id/u/...", lambda form: 1)

    def said(say: Say) -> Message:
        return speaker.messages([say], 1)[0]

    talk = Talk(_usual(service), {}, TODAY, channel, language, OFFICE, (OFFICE,), False, load_regions(), words)
    parts: list[Question | PaperKind] = [*service.question, *service.paper]
    conditions = {part.key: part.when for part in parts}
    for step in flow.steps:
        condition = conditions.get(step.key.removeprefix("paper:"), {})
        seen = _seen(talk, step, flow, condition)
        if step.key != "office" and step.when(seen):
            asked = step.ask(seen)
            yield condition, said(asked)
            ends = (option.id for option in asked.options if option.id in step.stops)
            yield from (({step.key: option}, said(Say(step.stops[option]))) for option in ends)
    for effect in flow.finish(talk) if service.tells else ():
        if isinstance(effect, Tell):
            yield {}, said(Say(effect.key, effect.args))


def _seen(talk: Talk, step: Step, flow: Flow, condition: Condition) -> Talk:
    """What the citizen answered when `step` is asked: what is usual, but for what the step depends on."""
    answers = dict(talk.answers) | {key: _fitting(key, wanted) for key, wanted in condition.items()}
    seen = replace(talk, answers=answers)
    for given in flow.steps[: flow.steps.index(step)]:
        if given.takes_uploads and given.when(seen):
            answers[given.key] = {"uploads": [1], "flagged": False}
    return seen


def _usual(service: Service) -> Mapping[str, Any]:
    return {question.key: _usual_answer(question) for question in service.question if question.presumed is None}


def _usual_answer(question: Question) -> Any:
    if question.options:
        return next(option for option in question.options if option not in question.stops)
    return SAID[question.kind]


def _fitting(key: str, wanted: Any) -> Any:
    if isinstance(wanted, dict):
        return CHILD if key == "nik" else GROWN_UP
    return wanted[0] if isinstance(wanted, list) else wanted


def _chat(catalogue: Catalogue, code: str, words: Wording, channel: Channel, language: str) -> str:
    said = messages(catalogue, code, words, channel, language)
    return "\n".join(f"{number}. {_line(*each)}" for number, each in enumerate(said, start=1))


def _line(condition: Condition, message: Message) -> str:
    buttons = " ".join(f"`{choice.label}`" for choice in message.choices)
    when = f"*{in_words(condition)}* -" if condition else ""
    return " ".join(filter(None, (when, message.text.replace("\n", "<br>"), buttons)))


def _facts(service: Service, words: Wording) -> str:
    name, english = (_named(words, f"service-{service.code}", language) for language in LANGUAGES)
    rows = {
        "Who may apply": service.who.en,
        "Legal source": ", ".join(service.legal),
        "Form": ", ".join(service.form),
        "Papers": "; ".join(_part(words, f"paper-{p.key}-photo", p.when) for p in service.paper),
        "Issues": "; ".join(_part(words, f"document-{d.name}", d.when) for d in service.document) or "nothing",
        "Promise": "" if service.tells else f"{service.working_days} working days",
        "To be reported within": f"{service.report_within_days} days" if service.report_within_days else "",
        "Compact message": f"`{'#'.join((service.code, *service.compact))}`" if service.compact else "",
    }
    table = "\n".join(f"| {label} | {told} |" for label, told in rows.items() if told)
    return f"# {service.code}: {name} / {english}\n\n| | |\n|---|---|\n{table}"


def _part(words: Wording, key: str, condition: Condition) -> str:
    name = _named(words, key, "en")
    return f"{name} ({in_words(condition)})" if condition else name


def _named(words: Wording, key: str, language: str) -> str:
    return words.render(key, {}, language, Channel.WHATSAPP)
