"""Answers to short questions, from the data of the office and the catalogue, so that no folklore comes in.

What depends on a service is told of the one that is named, else of the one whose request is open, with the answers
given so far; without any it is told in general or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.compact_fields import form_of
from bot.flow import Talk
from bot.flows.papers import listed
from bot.flows.welcome import notice_args, place_args
from bot.meaning.topics import Topic
from bot.postage import elsewhere, fee
from bot.says import Say
from bot.wording import Listed, Words
from registry.calendar.near_days import near_day
from registry.catalogue import Catalogue, PaperKind, Service
from registry.services.conditions import NOT, holds

Answer = Callable[[Talk, Catalogue, Service | None], Say | None]
RT_LETTER = "rt_letter"
ABOUT_US = (Topic.WHY_DATA, Topic.SAFE, Topic.GENUINE, Topic.PHONE)  # our ways with what is told to us
BEGINS_NOTHING = (
    Topic.UNWED, Topic.WEDDING, Topic.VALIDITY, Topic.SELF_PRINT, Topic.PORTRAIT, Topic.COLLECT, Topic.POLICE,
    Topic.ORIGINAL, Topic.VERIFY, Topic.AGE, Topic.AGE_SOON, *ABOUT_US,
)  # fmt: skip
SAME_FOR_ALL = (*BEGINS_NOTHING, Topic.ELSEWHERE)
MOST_IN_A_SENTENCE = 3  # papers that only some need


def digression(topic: Topic, talk: Talk, catalogue: Catalogue, code: str | None) -> Say | None:
    """`talk` holds the answers of the open request, if that is the one for `code`."""
    service = _service(catalogue, code, talk) if code else None
    if service is not None and service.tells and topic in NEEDS_PRESENCE:
        return Say(service.tells, place_args(talk))
    return ANSWERS[topic](talk, catalogue, service)


def _service(catalogue: Catalogue, code: str, talk: Talk) -> Service:
    return catalogue.at(talk.office.code, code) if talk.office else catalogue[code]


def _place(talk: Talk, catalogue: Catalogue, service: Service | None) -> Say:
    return Say("told-place", place_args(talk))


def opening_on(text: str, talk: Talk) -> Say:
    """With the day that is asked about, where the office is closed then."""
    said = re.sub(r"\b(?:hari )?minggu\b(?! (?:ini|depan|lalu))", "hari minggu", text.casefold())
    day = near_day(said, talk.today, future=True)
    closed = day if day and talk.office and talk.office.hours.is_closed(day) else None
    return Say("told-hours", place_args(talk) | {"closed": closed or "none"})


def _hours(talk: Talk, catalogue: Catalogue, service: Service | None) -> Say:
    return opening_on("", talk)


def _cost(talk: Talk, catalogue: Catalogue, service: Service | None) -> Say:
    posted = service is None or any(document.kind == "card" for document in service.document)
    return Say("told-cost", {"fee": fee(talk.office) if posted else "none"})


def _postage(talk: Talk, catalogue: Catalogue, service: Service | None) -> Say:
    return Say("told-postage", {"fee": fee(talk.office), "elsewhere": elsewhere(talk.office)})


def _duration(talk: Talk, catalogue: Catalogue, service: Service | None) -> Say:
    if service:
        return Say("told-duration", {"service": Words(f"service-{service.code}"), "days": service.working_days})
    days = [_service(catalogue, code, talk).working_days for code in catalogue if not catalogue[code].tells]
    return Say("told-durations", {"least": min(days), "most": max(days)})


def _rt_letter(talk: Talk, catalogue: Catalogue, service: Service | None) -> Say:
    wanting = [each.code for each in catalogue.values() if RT_LETTER in each.paper_by_key]
    if service and service.code not in wanting:
        return Say("told-no-rt-letter", {"services": "none"})
    if service:
        return Say("told-rt-letter", {"service": Words(f"service-{service.code}")})
    return Say("told-no-rt-letter", {"services": Listed(tuple(Words(f"service-{code}") for code in wanting)) or "none"})


def _proxy(talk: Talk, catalogue: Catalogue, service: Service | None) -> Say:
    return Say("told-proxy")


def _always_so(key: str) -> Answer:
    """What is the same for every service."""
    return lambda talk, catalogue, service: Say(key)


def _about_us(key: str) -> Answer:
    return lambda talk, catalogue, service: Say(key, notice_args(talk) | place_args(talk))


def _late(talk: Talk, catalogue: Catalogue, service: Service | None) -> Say:
    within = service.report_within_days if service else None
    return Say("told-late", {"days": within or "none"})


def _format(talk: Talk, catalogue: Catalogue, service: Service | None) -> Say | None:
    if service is None:
        return Say("told-formats")
    named = Words(f"service-{service.code}")
    return Say("told-format", {"service": named, "format": form_of(service, talk)}) if service.compact else None


def carriage(talk: Talk, catalogue: Catalogue, code: str) -> Say | None:
    """How the document of the open request will reach them; what ends without any has nothing to tell."""
    documents = _service(catalogue, code, talk).document
    kinds = {each.kind for each in documents if holds(each.when, talk.answers, talk.today) is not False}
    return Say("told-carriage", {"kind": "card" if "card" in kinds else "pdf"}) if kinds else None


def format_of_family(family: Sequence[Service], talk: Talk) -> Say:
    """The codes, and the fields that most of them share."""
    formats = [form_of(service, talk).partition("#")[2] for service in family]
    fields = max(formats, key=formats.count)
    codes = [service.code for service, own in zip(family, formats, strict=True) if own == fields]
    return Say("told-format-family", {"codes": ", ".join(codes), "fields": fields})


def _requirements(talk: Talk, catalogue: Catalogue, service: Service | None) -> Say | None:
    """What is needed for certain, and what may be, as far as the answers so far tell."""
    if service is None:
        return None
    named = {"service": Words(f"service-{service.code}")}
    known = {paper.key: holds(paper.when, talk.answers, talk.today) for paper in service.paper}
    always = [key for key, needed in known.items() if needed]
    perhaps = [_perhaps(paper, talk) for paper in service.paper if known[paper.key] is None]
    if not always and not perhaps:
        return Say("told-no-papers", named)
    papers = {
        "papers": listed(always, "-needed") if always else "none",
        "perhaps": _in_a_row(perhaps) if perhaps else "none",
        "format": form_of(service, talk) if service.compact else "none",
    }
    return Say("told-papers", named | papers)


def requirements_of_group(group: str, talk: Talk, catalogue: Catalogue) -> Say:
    """Where only the list was named ("syarat kk apa"): what each of its services needs for certain."""
    services = [_service(catalogue, each.code, talk) for each in catalogue.values() if each.group == group]
    lines = "".join(f"\n- {_always(each, talk)}" for each in services)
    return Say("told-papers-group", {"group": Words(f"group-{group}"), "lines": lines})


def _always(service: Service, talk: Talk) -> str:
    name = talk.words.render(f"service-{service.code}", {}, talk.language, talk.channel)
    keys = [paper.key for paper in service.paper if holds(paper.when, {}, talk.today)]
    papers = listed(keys, "-needed") if keys else Words("papers-vary")
    return f"{name}: {talk.words.shown(papers, talk.language, talk.channel)}"


def _in_a_row(perhaps: list[str]) -> Listed | str:
    """A few in the sentence, many on a line each."""
    return Listed(tuple(perhaps)) if len(perhaps) <= MOST_IN_A_SENTENCE else "".join(f"\n- {each}" for each in perhaps)


def _perhaps(paper: PaperKind, talk: Talk) -> str:
    """ "surat hilang dari polisi (hilang)": with what is still open of its condition, and has to be said."""
    still_open = {key: wanted for key, wanted in paper.when.items() if key not in talk.answers}
    said = (_condition(key, wanted, talk) for key, wanted in still_open.items() if not _is_presumed(wanted))
    name = talk.words.render(f"paper-{paper.key}-needed", {}, talk.language, talk.channel)
    return f"{name} ({', '.join(said)})"


def _is_presumed(wanted: Any) -> bool:
    return isinstance(wanted, Mapping) and NOT in wanted


def _condition(key: str, wanted: Any, talk: Talk) -> str:
    """In words of its own; else by the option, with the question's name where that does not say it, too."""
    if isinstance(wanted, Mapping):
        name, limit = next(iter(wanted.items()))
        return talk.words.render(f"if-{name}", {"n": limit}, talk.language, talk.channel)
    first = wanted[0] if isinstance(wanted, list) else wanted
    if talk.words.has(own := f"if-{key}-{first}", talk.language):
        return talk.words.render(own, {}, talk.language, talk.channel)
    label, option = (_small(talk, text) for text in (f"label-{key}", f"option-{key}-{first}"))
    return option if option in label else f"{label}: {option}"


def _small(talk: Talk, key: str) -> str:
    """Without a capital at the beginning, but for what is written in capitals."""
    text = talk.words.render(key, {}, talk.language, talk.channel)
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


ANSWERS: Mapping[Topic, Answer] = {
    Topic.UNWED: _always_so("told-unwed"),
    Topic.WEDDING: _always_so("told-wedding"),
    Topic.VALIDITY: _always_so("told-validity"),
    Topic.SELF_PRINT: _always_so("told-self-print"),
    Topic.PORTRAIT: _always_so("told-portrait"),
    Topic.COLLECT: _always_so("told-collect"),
    Topic.ELSEWHERE: _always_so("told-elsewhere"),
    Topic.POLICE: _always_so("told-police"),
    Topic.ORIGINAL: _always_so("told-original"),
    Topic.VERIFY: _always_so("told-verify"),
    Topic.AGE: _always_so("told-age"),
    Topic.AGE_SOON: _always_so("told-age-soon"),
    Topic.WHY_DATA: _about_us("told-why-data"),
    Topic.SAFE: _about_us("told-safe"),
    Topic.GENUINE: _about_us("told-genuine"),
    Topic.PHONE: _about_us("told-phone"),
    Topic.PLACE: _place,
    Topic.HOURS: _hours,
    Topic.COST: _cost,
    Topic.POSTAGE: _postage,
    Topic.DURATION: _duration,
    Topic.RT_LETTER: _rt_letter,
    Topic.PROXY: _proxy,
    Topic.LATE: _late,
    Topic.FORMAT: _format,
    Topic.REQUIREMENTS: _requirements,
}
NEEDS_PRESENCE = (Topic.REQUIREMENTS, Topic.DURATION, Topic.PROXY, Topic.FORMAT, Topic.PLACE, Topic.HOURS)
