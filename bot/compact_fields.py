"""The fields of a compact message read into answers; and those that a request in words bears."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from bot.compact import Compact, compact
from bot.effects import Start
from bot.flow import Flow, Talk
from bot.flows.application import NAME
from bot.flows.fields import Fields
from bot.flows.several import LONGEST, gather
from registry.catalogue import Catalogue, Service

ANSWERS = re.compile(r"\d{4}|:|\n")


def read_compact(found: Compact, flow: Flow, talk: Talk) -> tuple[Mapping[str, Any], Mapping[str, str]]:
    """Answers that can be read, and the questions whose field cannot, with why: these are asked, as those without
    one are."""
    fields = Fields(flow.steps, talk, list(found.services[0].compact))
    for each in found.fields:
        fields.take(each)
    return {**talk.answers, **found.answers, **fields.answers}, fields.unread()


def compact_start(
    text: str, catalogue: Catalogue, flows: Mapping[str, Flow], talk_about: Callable[[str], Talk]
) -> Start | None:
    """The request that the message makes. Of a family that it does not tell apart the list is asked, and its answers
    wait for the choice."""
    found = compact(text, catalogue)
    if found is None:
        return None
    name = NAME + found.services[0].code
    answers, unread = read_compact(found, flows[name], talk_about(name))
    if len(found.services) == 1:
        return Start(name, answers, {"compact": True, "unread": unread})
    return Start("menu", {"group": found.services[0].group}, {"answers": answers, "unread": unread})


def also_told(start: Start, text: str, flows: Mapping[str, Flow], talk: Talk) -> Start:
    """A request in words that bears numbers, labels or lines answers those questions, too."""
    if not ANSWERS.search(text) or len(text) > LONGEST:
        return start
    found = gather(text, flows[start.flow].steps, talk, None)
    told_now = {key: accepted.value for key, accepted in found.values.items()}
    unread = {key: again.say.key for key, again in found.unclear.items() if key not in told_now}
    facts = {**start.facts, "compact": True, "unread": unread} if told_now or unread else start.facts
    return Start(start.flow, {**start.answers, **told_now}, facts)


def form_of(service: Service, talk: Talk) -> str:
    """AKL#NIK#No. KK#Nama anak#..., as a citizen may write it."""
    labels = (talk.words.render(f"label-{key}", {}, talk.language, talk.channel) for key in service.compact)
    return "#".join((service.code, *labels))
