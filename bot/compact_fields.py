"""The fields of a compact message read into answers; and those that a request in words bears."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bot.compact import Compact, compact
from bot.effects import Start
from bot.flow import Flow, Step, Talk
from bot.flows.application import NAME
from bot.flows.fields_by_kind import read_fields
from bot.flows.several import LONGEST, gather
from bot.meaning.understanding import Read
from bot.parting import without_code
from registry.catalogue import Catalogue, Service

ANSWERS = re.compile(r"\d{4}|:|\n")


def read_compact(found: Compact, flow: Flow, talk: Talk) -> tuple[Mapping[str, Any], Mapping[str, str]]:
    """Answers that can be read, and the questions whose field cannot, with why: these are asked, as those without
    one are."""
    keys = found.services[0].compact
    fields = read_fields(_free_text_whole(found.fields, keys, flow), keys, flow.steps, talk)
    return {**talk.answers, **found.answers, **fields.answers}, fields.unread()


def _free_text_whole(fields: Sequence[str], keys: Sequence[str], flow: Flow) -> Sequence[str]:
    """What is told last in the citizen's own words may bear marks itself."""
    kinds = {step.key: step.kind for step in flow.steps}
    if not keys or len(fields) <= len(keys) or kinds.get(keys[-1]) != "text":
        return fields
    return [*fields[: len(keys) - 1], ", ".join(fields[len(keys) - 1 :])]


def compact_start(
    text: str, catalogue: Catalogue, flows: Mapping[str, Flow], talk_about: Callable[[str], Talk], means: Read
) -> Start | None:
    """The request that the message makes. Of a family that it does not tell apart the list is asked, and its answers
    wait for the choice."""
    found = compact(text, catalogue) or _in_own_words(text, catalogue, means)
    if found is None:
        return None
    name = NAME + found.services[0].code
    answers, unread = read_compact(found, flows[name], talk_about(name))
    if len(found.services) == 1:
        return Start(name, answers, {"compact": True, "unread": unread})
    return Start("menu", {"group": found.services[0].group}, {"answers": answers, "unread": unread})


def _in_own_words(text: str, catalogue: Catalogue, means: Read) -> Compact | None:
    """#NIK#Nama#No. KK#No. HP#Keluhan, as the ministry teaches it: the last words say what is wanted."""
    fields = without_code(text)
    for said in (each for each in reversed(fields) if not re.search(r"\d{6}", each)):
        meant = means(said)
        if meant.services and not meant.asks:
            left = tuple(each for each in fields if each != said)
            answers = meant.services[0].answers if len(meant.services) == 1 else {}
            return Compact(tuple(catalogue[each.code] for each in meant.services), left, answers)
    return None


def also_told(start: Start, text: str, flows: Mapping[str, Flow], talk: Talk, at: Step | None = None) -> Start:
    """A request in words that bears numbers, labels or lines answers those questions, too."""
    if not (at or ANSWERS.search(text)) or len(text) > LONGEST:
        return start
    found = gather(text, flows[start.flow].steps, talk, at)
    told_now = {key: accepted.value for key, accepted in found.values.items()}
    unread = {key: again.say.key for key, again in found.unclear.items() if key not in told_now}
    facts = {**start.facts, "compact": True, "unread": unread} if told_now or unread else start.facts
    return Start(start.flow, {**start.answers, **told_now}, facts)


def form_of(service: Service, talk: Talk) -> str:
    """AKL#NIK#No. KK#Nama anak#..., as a citizen may write it."""
    labels = (talk.words.render(f"label-{key}", {}, talk.language, talk.channel) for key in service.compact)
    return "#".join((service.code, *labels))
