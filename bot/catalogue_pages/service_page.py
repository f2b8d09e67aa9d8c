"""A service as its citizen meets it: facts, states, and its chat as it goes, per channel and language."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from bot.catalogue_pages.sample_chat import Counter, Exchange, Parts, SampleChat, Wanted
from bot.catalogue_pages.service_graph import drawing, in_words
from bot.catalogue_pages.ways import Way, ways
from bot.speaking import parts_of
from bot.wording import LANGUAGES, Wording
from notifications.outbox import Message
from registry.catalogue import Condition, Service
from registry.models import Channel

TITLES = {Channel.WHATSAPP: "WhatsApp", Channel.SMS: "SMS"}


def page(parts: Parts, counter: Counter, code: str) -> str:
    """Markdown."""
    return written(
        parts, counter, code, lambda channel, language: tuple(chats(parts, counter, code, channel, language))
    )


def written(parts: Parts, counter: Counter, code: str, played: Callable[[Channel, str], Sequence[Way]]) -> str:
    """The page with these chats."""
    service = parts.catalogue.at(counter.card.code, code)
    chats = [
        section
        for language in LANGUAGES
        for section in (
            *(_section(channel, language, played(channel, language)) for channel in TITLES),
            _on_the_page(parts, counter, code, language),
        )
    ]
    off = parts.catalogue.is_off(counter.card.code, code)
    return "\n\n".join((_facts(service, parts.words, off), drawing(service), *chats)) + "\n"


def chats(parts: Parts, counter: Counter, code: str, channel: Channel, language: str) -> Iterator[Way]:
    """The usual one first."""

    def play(wanted: Wanted) -> Sequence[Exchange]:
        return tuple(SampleChat(parts, counter, channel, language, code, wanted).play())

    return ways(parts.catalogue[code], play, counter.today)


def _section(channel: Channel, language: str, ways: Sequence[Way]) -> str:
    title = f"## {TITLES[channel]}, {language}"
    usual, *rest = ways
    cost = f"{_cost(usual.news)}\n\n" if channel is Channel.SMS else ""
    told = [f"Otherwise, {_wanted(way.wanted)}:\n\n{_written(way.news)}" for way in rest]
    return "\n\n".join((f"{title}\n\n{cost}{_written(usual.news)}", *told))


def _on_the_page(parts: Parts, counter: Counter, code: str, language: str) -> str:
    """The chat on the office's page is that of WhatsApp: shown is what is said otherwise. Where an office has photos by
    WhatsApp sent through the one-time page, they are asked for one by one here."""
    by_whatsapp, here = (
        tuple(SampleChat(parts, counter, channel, language, code, {}).play())
        for channel in (Channel.WHATSAPP, Channel.WEB)
    )
    known = [each.messages for each in by_whatsapp]
    other = [each for each in here if each.messages not in known]
    told = f"As by WhatsApp, but for this:\n\n{_written(other)}" if other else "As by WhatsApp."
    return f"## The office's page, {language}\n\n{told}"


def _wanted(wanted: Wanted) -> str:
    return in_words({key: _day(key, value) if isinstance(value, date) else value for key, value in wanted.items()})


def _day(key: str, day: date) -> str:
    """Of a NIK it is what it says of the birth."""
    return f"born {day.isoformat()}" if key.endswith("nik") else day.isoformat()


def _cost(chat: Sequence[Exchange]) -> str:
    sent = [message.text for exchange in chat for message in exchange.messages]
    return f"Messages to the citizen: {len(sent)}, segments in all: {sum(map(parts_of, sent))}."


def _written(chat: Sequence[Exchange]) -> str:
    """Three points stand for what goes as on a way before."""
    numbers = [-1, *(exchange.number for exchange in chat)]
    gaps = (n > before + 1 for before, n in pairwise(numbers))
    blocks = [("...\n\n" if gap else "") + _exchanged(each) for gap, each in zip(gaps, chat, strict=True)]
    return "```text\n" + "\n\n".join(blocks) + "\n```"


def _exchanged(exchange: Exchange) -> str:
    return "\n\n".join((f"> {exchange.said}", *map(_told, exchange.messages)))


def _told(message: Message) -> str:
    buttons = " ".join(f"[{choice.label}]" for choice in message.choices)
    form = "(PDF)" if message.has_file else ""
    return "\n".join(f"< {line}" for line in (*message.text.split("\n"), form, buttons) if line)


def _facts(service: Service, words: Wording, off: bool) -> str:
    name, english = (_named(words, f"service-{service.code}", language) for language in LANGUAGES)
    rows = {
        "Switched off": "not taken by chat" if off else "",
        "Who may apply": service.who.en,
        "Legal source": ", ".join(service.legal),
        "Form": ", ".join(service.form),
        "Papers": "; ".join(_part(words, f"paper-{p.key}-photo", p.when) for p in service.paper),
        "Papers are sent": service.papers_by or "",
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
