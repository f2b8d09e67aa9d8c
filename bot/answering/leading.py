"""Where a free message leads, when no question is open or it answers none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot import condoling
from bot.answering.acts import act
from bot.answering.aside import also_told, requirements_of_each, told, topic_in
from bot.answering.beginning import MOST_ASKED, began_several, begin, begun, offer_named
from bot.answering.digressions import BEGINS_NOTHING, NEEDS_PRESENCE
from bot.answering.glossary import told_meaning
from bot.answering.grievances import complained, waited_long
from bot.answering.of_sent import beside_anything, of_sent
from bot.compact import bare_code
from bot.effects import Start
from bot.flows.application import NAME
from bot.flows.forgotten import WHERE
from bot.flows.which import BEGIN, GO_ON, service, which
from bot.meaning.commands import case_number, recorded_number
from bot.meaning.courtesy import SALAM
from bot.meaning.intents import Label
from bot.meaning.introduced import only_introduced
from bot.meaning.lost_number import number_sought, wish_beside
from bot.meaning.picks import SAID_TO, plain
from bot.meaning.topics import Topic
from bot.meaning.understanding import Understood
from bot.meaning.whose import kin_in
from bot.says import Option, Say
from bot.turn import Turn

ACT_FOR: Mapping[Label, str] = {
    Label.STATUS: "status",
    Label.HUMAN: "officer",
    Label.HELP: "help",
    Label.DELIVERY: "delivery",
    Label.VERIFY: "verify",
    Label.VAN_SCHEDULE: "van",
}
MENU = Option("!menu", "option-menu")
ASIDE = 0.7  # of a lead: beside an open question, and to end something, a message must be clearer
SHORTEST_WISH = 3  # words, where one of them may be an answer
SENDS = {"kirim", "kirimkan", "kirim sekarang", "ya kirim", "send", "send it", "send now"}
FORMS = ((Option("", BEGIN), MENU), (Option("", BEGIN), GO_ON), MOST_ASKED)  # what is known beforehand


def lead(turn: Turn, text: str) -> bool:
    """Do what the message clearly wants. False where it is not clear."""
    sent = _sends_again(turn, text) or beside_anything(turn, text) or of_sent(turn, text)
    if sent or told_meaning(turn, text) or _told_where(turn, text) or _welcomed(turn, text):
        return True
    if recorded_number(text):
        act(turn, "recorded", text)
        return True
    if start := turn.context.compact(text):
        return begin(turn, start)
    if code := bare_code(text, turn.context.catalogue):
        return begin(turn, Start(NAME + code))
    meant = turn.context.means(wish_beside(text) or text)
    if _unclear(turn, meant, text) or began_several(turn, meant, text) or waited_long(turn, meant, text):
        return True
    if case_number(text) and (not meant.intent.sure or meant.label is Label.CANCEL):  # "jangan batalkan BPP-00412"
        act(turn, "status", text)
        return True
    if not meant.intent.sure:
        return topic_in(text, meant) is not None and _questioned(turn, meant, text)
    return _questioned(turn, meant, text) or _requested(turn, meant, text) or _said(turn, meant, text)


def _sends_again(turn: Turn, text: str) -> bool:
    """ "Kirim", where nothing is open that could be sent: it was sent, or there is nothing."""
    if " ".join(word for word in plain(text).split() if word not in SAID_TO) not in SENDS or not _is_idle(turn):
        return False
    if not turn.context.sent():
        return False
    turn.say(Say("sent-already"))
    act(turn, "status", text)
    return True


def _told_where(turn: Turn, text: str) -> bool:
    """ "Nomor kk saya berapa ya": never told in a chat, but where it stands."""
    which = number_sought(text)
    if which is None:
        return False
    turn.say(Say(f"forgotten-{WHERE[which]}"))
    _back_to_what_is_open(turn)
    return True


def _is_idle(turn: Turn) -> bool:
    return all(turn.context.flows[frame.flow].gives_way for frame in turn.state.stack)


def _welcomed(turn: Turn, text: str) -> bool:
    """Who says only for whom they work may apply for others."""
    if not only_introduced(text):
        return False
    turn.say(Say("helper-known"))
    return begin(turn, Start("menu"))


def _unclear(turn: Turn, meant: Understood, text: str) -> bool:
    """A form with a code that nobody knows, where its words do not tell what else it wants."""
    tells = meant.intent.sure and (meant.label is not Label.OTHER or meant.of_others)
    unknown = None if tells else turn.context.unknown_code(text)
    if unknown:
        turn.say(unknown)
    return unknown is not None


def _questioned(turn: Turn, meant: Understood, text: str) -> bool:
    """A question about a service is answered, and the service offered; it is not begun."""
    topic = topic_in(text, meant)
    if topic is Topic.DURATION and not meant.group and turn.context.sent() and _is_idle(turn):
        act(turn, "status", text)  # theirs is meant
        return True
    if topic is Topic.REQUIREMENTS and (both := requirements_of_each(turn, text)):
        turn.says += both
        _back_to_what_is_open(turn)
        return True
    if topic in NEEDS_PRESENCE and _offers_places(turn, meant):
        return begin(turn, begun(turn, meant.services[0], text))
    several = len(meant.services) > 1 and topic not in BEGINS_NOTHING
    say = told(turn, text, topic, None if several else code_of(meant)) if topic else None
    if topic and several:
        turn.says += [say] if say else []
        return _requested(turn, meant, text)
    if say is None:
        return topic is not None and begin(turn, _of_which(meant))
    if meant.services and kin_in(text):
        turn.says += condoling.opening(
            turn.state, turn.context.today, turn.context.flows[NAME + meant.services[0].code]
        )
    turn.say(replace(say, follows=bool(turn.says)))
    turn.says += [other for other in also_told(turn, text, topic) if other]
    begins = bool(meant.services) and topic not in BEGINS_NOTHING
    if not begins or turn.context.catalogue[meant.services[0].code].tells:
        _back_to_what_is_open(turn)
        return True
    code = meant.services[0].code
    return begin(turn, which("which-start", (service(code, BEGIN), MENU), [begun(turn, meant.services[0], text)], code))


def _offers_places(turn: Turn, meant: Understood) -> bool:
    """What begins it tells where and when as well, and then gives a place: "aktivasi ikd dimana"."""
    if len(meant.services) != 1:
        return False
    [only] = meant.services
    return bool(only.answers and turn.context.catalogue[only.code].offers)


def _of_which(meant: Understood) -> Start:
    """The list of services that the question may be about; of none that was named the first one."""
    return Start("menu", {"group": meant.group} if meant.group else {}, {"opening": "papers"})


def _back_to_what_is_open(turn: Turn) -> None:
    """An idle list is still good as it stands, and is not said again."""
    frame = turn.state.top
    if frame is None or not turn.context.flows[frame.flow].gives_way:
        turn.repeat()


def _requested(turn: Turn, meant: Understood, text: str) -> bool:
    if (meant.wanted or meant.refused_elsewhere) and len(meant.services) == 1:
        return begin(turn, begun(turn, meant.services[0], text))
    if meant.services:
        return offer_named(turn, meant, text)
    return meant.wanted and meant.group is not None and begin(turn, Start("menu", {"group": meant.group}))


def _said(turn: Turn, meant: Understood, text: str) -> bool:
    label = meant.label
    if meant.elsewhere:
        turn.say(Say(f"elsewhere-{meant.elsewhere}"))
    elif label in ACT_FOR:
        act(turn, ACT_FOR[label], text)
    elif label is Label.COMPLAINT:
        complained(turn, text)
    elif label is Label.GREET:
        begin(turn, Start("menu", facts={"opening": "salam" if SALAM.search(text) else "greeting"}))
    elif label is Label.THANKS:
        turn.state.misses = 0
        turn.say(Say("thanks"))
    elif label is Label.CANCEL and meant.intent.lead >= ASIDE:
        act(turn, _cancels(meant))
    elif label is Label.OTHER and meant.of_others:
        turn.say(Say("not-ours"))
    else:
        return False
    return True


def _cancels(meant: Understood) -> str:
    words = set(meant.intent.words)
    if words & {"data", "akun"} and words & {"hapus", "setuju", "simpan", "disimpan", "delete"}:
        return "delete_data"
    if words & {"stop", "berhenti", "unsubscribe", "unreg"}:
        return "stop"
    return "menu" if "menu" in words else "cancel"


def code_of(meant: Understood) -> str | None:
    return meant.services[0].code if meant.services else None
