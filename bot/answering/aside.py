"""A short question beside whatever is open: it is answered, and the open question comes back as it was."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.digressions import (
    ABOUT_US,
    SAME_FOR_ALL,
    carriage,
    digression,
    format_of_family,
    opening_on,
    requirements_of_group,
)
from bot.compact import family_named
from bot.flow import Step, Talk
from bot.flows.application import NAME
from bot.meaning.asked import is_question, topic_of, topics_of
from bot.meaning.both import named_apart
from bot.meaning.carrying import tells_carriage
from bot.meaning.grievance import Grievance, grievance
from bot.meaning.intents import Label
from bot.meaning.topics import Topic
from bot.meaning.understanding import Understood
from bot.says import Say
from bot.state import Frame
from bot.turn import Turn
from registry.places.place_names import windows, words_of

OF_THE_OFFICE = (Topic.COST, Topic.HOURS, Topic.PLACE, Topic.POSTAGE, Topic.RT_LETTER, Topic.PROXY)
SPEAK_OF_OTHER_THINGS = (Label.COMPLAINT, Label.STATUS, Label.VAN_SCHEDULE)  # whatever words of ours stand in them


def topic_in(text: str, meant: Understood) -> Topic | None:
    """By its own words; failing that, by what a message about a service or the office clearly asks."""
    own = topic_of(text)
    if own in SAME_FOR_ALL and (meant.label is not Label.COMPLAINT or own in (*ABOUT_US, Topic.POLICE)):
        return own
    if meant.of_others and not meant.services and meant.label is Label.OTHER:
        return None  # what a BPJS card costs is not ours to tell
    asks_only = meant.label is Label.COMPLAINT and is_question(text) and grievance(text) is Grievance.UNSURE
    if meant.intent.sure and meant.label in SPEAK_OF_OTHER_THINGS and not asks_only:
        return None
    return topic_of(text) or (meant.asks if meant.intent.sure else None)


def told(turn: Turn, text: str, topic: Topic, code: str | None) -> Say | None:
    """None where it depends on a service, and none is named or open."""
    about = code or _open_code(turn)
    if topic is Topic.HOURS:
        return opening_on(text, _talk(turn, about, text))
    family = family_named(text, turn.context.catalogue) if topic is Topic.FORMAT and not code else []
    if family:
        return format_of_family(family, _talk(turn, family[0].code, text))
    return digression(topic, _talk(turn, about, text), turn.context.catalogue, about)


def aside(turn: Turn, frame: Frame, step: Step, text: str) -> bool:
    """Answer a question that stands in the place of an answer. A report or a free text may ask what it likes."""
    flow = turn.context.flows[frame.flow]
    if tells_of_other(turn, text) and topic_of(text) is None:
        return _back_after(turn, _carried(turn, text))
    if topic_of(text) is None or flow.private or flow.on_the_side or flow.comes_first:
        return False
    if step.kind == "text" and not is_question(text):
        return False
    meant = turn.context.means(text)
    topic = topic_in(text, meant)
    if meant.label is Label.STATUS and topic_of(text) is Topic.DURATION and frame.flow.startswith(NAME):
        topic = Topic.DURATION  # what is not sent yet has no status
    said = [_told_aside(turn, text, topic, meant)] if topic else []
    return _back_after(turn, *said, *also_told(turn, text, topic))


def tells_of_other(turn: Turn, text: str) -> bool:
    """More than the words of an option: a short question, or in a request how its document is to reach them, which is
    asked once that is there."""
    return topic_of(text) is not None or (_open_code(turn) is not None and tells_carriage(text))


def _carried(turn: Turn, text: str) -> Say | None:
    code = _open_code(turn)
    return carriage(_talk(turn, code, text), turn.context.catalogue, code) if code else None


def also_told(turn: Turn, text: str, topic: Topic | None) -> list[Say | None]:
    """What else the same message asks, of which every service is told alike."""
    others = [other for other in topics_of(text) if other is not topic] if topic else []
    return [told(turn, text, other, None) for other in others if other in (*SAME_FOR_ALL, *OF_THE_OFFICE)]


def _back_after(turn: Turn, *says: Say | None) -> bool:
    said = [say for say in says if say]
    if not said:
        return False
    turn.says += said
    turn.repeat()
    return True


def _told_aside(turn: Turn, text: str, topic: Topic, meant: Understood) -> Say | None:
    """Of what the words name, be it only a list of the menu; else of what is open."""
    catalogue, code = turn.context.catalogue, _open_code(turn)
    elsewhere = meant.group is not None and (code is None or catalogue[code].group != meant.group)
    if topic is Topic.REQUIREMENTS and elsewhere and not meant.services and meant.group:
        return requirements_of_group(meant.group, _talk(turn, None, text), catalogue)
    return told(turn, text, topic, meant.services[0].code if meant.services else None)


def requirements_of_each(turn: Turn, text: str) -> list[Say]:
    """ "Syarat kk dan ktp": of each document that is named; of one alone none."""
    apart = named_apart(text, turn.context.means)
    alone = {meant.services[0].code: meant for meant in apart if len(meant.services) == 1}
    groups = {turn.context.catalogue[code].group for code in alone}
    lists = {str(meant.group): meant for meant in apart if len(meant.services) != 1 and meant.group not in groups}
    found = [*alone.values(), *lists.values()]
    return [_requirements_of(turn, text, meant) for meant in found] if len(found) > 1 else []


def _requirements_of(turn: Turn, text: str, meant: Understood) -> Say:
    catalogue, code = turn.context.catalogue, meant.services[0].code if len(meant.services) == 1 else None
    say = told(turn, text, Topic.REQUIREMENTS, code) if code else None
    return say or requirements_of_group(str(meant.group), _talk(turn, None, text), catalogue)


def _open_code(turn: Turn) -> str | None:
    frame = turn.state.top
    return frame.flow.removeprefix(NAME) if frame and frame.flow.startswith(NAME) else None


def _talk(turn: Turn, code: str | None, text: str) -> Talk:
    """With the answers of the open request if it is about that, and at a shared address the office the text names."""
    frame = turn.state.top
    same = frame if frame and code and frame.flow == NAME + code else None
    talk = turn.talk(same or Frame(NAME + code if code else "menu"))
    if talk.office is None:
        parts = (" ".join(part) for part in windows(words_of(text)))
        named = {town.code for part in parts if (town := talk.regions.kabupaten_called(part))}
        talk = replace(talk, office=next((office for office in talk.offices if office.region in named), None))
    return talk
