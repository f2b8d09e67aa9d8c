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
from bot.answering.of_sent import beside_anything, of_sent
from bot.compact import bare_code
from bot.effects import Start
from bot.flows import complaint
from bot.flows.application import NAME
from bot.flows.which import BEGIN, GO_ON, service, which
from bot.meaning.asked import puts_a_question
from bot.meaning.commands import case_number, recorded_number
from bot.meaning.grievance import Grievance, grievance, waits_long
from bot.meaning.intents import Label
from bot.meaning.introduced import only_introduced
from bot.meaning.picks import SAID_TO, plain
from bot.meaning.topics import Topic
from bot.meaning.understanding import Understood
from bot.meaning.whose import kin_in, whose
from bot.meaning.wishes import Meant
from bot.says import Option, Say
from bot.turn import Turn

ACTS: Mapping[Label, str] = {
    Label.STATUS: "status",
    Label.HUMAN: "officer",
    Label.HELP: "help",
    Label.DELIVERY: "delivery",
    Label.VERIFY: "verify",
    Label.VAN_SCHEDULE: "van",
}
MENU = Option("!menu", "option-menu")
ASIDE = 0.7  # of a lead: beside an open question, and to end something, a message must be clearer
SENDS = {"kirim", "kirimkan", "kirim sekarang", "ya kirim", "send", "send it", "send now"}
SHORTEST_WISH = 3  # words, where one of them may be an answer
THANKED = {"terimakasih", "alhamdulillah", "berkah", "mantap", "hebat", "bagus"}
ASIDE_ACTS = (Label.STATUS, Label.HUMAN, Label.VAN_SCHEDULE)
FORMS = ((Option("", BEGIN), MENU), (Option("", BEGIN), GO_ON), MOST_ASKED)  # what is known beforehand


def lead(turn: Turn, text: str) -> bool:
    """Do what the message clearly wants. False where it is not clear."""
    sent = _sends_again(turn, text) or beside_anything(turn, text) or of_sent(turn, text)
    if sent or told_meaning(turn, text) or _welcomed(turn, text):
        return True
    if recorded_number(text):
        act(turn, "recorded", text)
        return True
    if start := turn.context.compact(text):
        return begin(turn, start)
    if code := bare_code(text, turn.context.catalogue):
        return begin(turn, Start(NAME + code))
    meant = turn.context.means(text)
    if _unclear(turn, meant, text) or began_several(turn, meant, text) or _waited_long(turn, meant, text):
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


def lead_aside(turn: Turn, flow: str, text: str) -> bool:
    """The same beside an open question of `flow`: what is open is kept, and comes back."""
    meant = turn.context.means(text)
    cross = meant.intent.lead >= ASIDE or grievance(text) is not Grievance.UNSURE
    if meant.label is Label.COMPLAINT and meant.intent.sure and cross:
        return _complained(turn, text)
    stands = meant.label is Label.STATUS and puts_a_question(text)  # "yang ktp gimana"
    if not meant.intent.sure or (meant.intent.lead < ASIDE and not (stands or _one_wish(meant, flow))):
        return False
    if _another(meant, flow):
        return _offer_another(turn, meant, text)
    if meant.wanted and meant.services and _says_otherwise(turn, meant.services[0], text):
        return begin(turn, begun(turn, meant.services[0], text))
    if meant.label in ASIDE_ACTS and (not meant.asks or meant.label is Label.VAN_SCHEDULE):
        act(turn, ACTS[meant.label], text)
    elif meant.elsewhere or meant.label in (Label.THANKS, Label.GREET):
        _repeat_after(turn, _word_beside(meant))
    elif meant.services and (topic := topic_in(text, meant)) and (say := told(turn, text, topic, _code(meant))):
        _repeat_after(turn, say)
    else:
        return False
    return True


def _word_beside(meant: Understood) -> Say | None:
    """Of a greeting none, nor of "siap", "oke sip", which thank for nothing."""
    if meant.elsewhere:
        return Say(f"elsewhere-{meant.elsewhere}")
    return Say("thanks") if meant.label is Label.THANKS and THANKED.intersection(meant.intent.words) else None


def _says_otherwise(turn: Turn, meant: Meant, text: str) -> bool:
    """ "Kk rusak", in the request that began as "kk hilang"; "ktp suami saya rusak" in one of their own."""
    frame = turn.state.top
    given = frame.answers if frame and frame.flow == NAME + meant.code else {}
    told = {**whose(text, turn.context.catalogue[meant.code]), **meant.answers}
    return any(given.get(key) not in (None, value) for key, value in told.items())


def wants_another(turn: Turn, text: str) -> bool:
    """Beside a request a message that clearly wants another, whatever word of an option stands in it: "akta kematian
    ayah" where "ayah" would answer."""
    frame = turn.state.top
    if frame is None or not frame.flow.startswith(NAME) or len(text.split()) < SHORTEST_WISH:
        return False
    meant = turn.context.means(text)
    return meant.intent.lead >= ASIDE and _another(meant, frame.flow)


def _another(meant: Understood, flow: str) -> bool:
    return meant.wanted and bool(meant.services) and NAME + meant.services[0].code != flow


def _one_wish(meant: Understood, flow: str) -> bool:
    """Beside a question of no request, such as how a card is handed over, a service that is named is enough."""
    return not flow.startswith(NAME) and meant.wanted and len(meant.services) == 1


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
    say = told(turn, text, topic, None if several else _code(meant)) if topic else None
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
    elif label in ACTS:
        act(turn, ACTS[label], text)
    elif label is Label.COMPLAINT:
        _complained(turn, text)
    elif label is Label.GREET:
        begin(turn, Start("menu", facts={"opening": "greeting"}))
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


def _waited_long(turn: Turn, meant: Understood, text: str) -> bool:
    """ "Lama banget ktp saya" asks for no KTP, and not how long one takes."""
    complains = meant.label is Label.COMPLAINT and grievance(text) is Grievance.WAITING
    waits = (complains or (waits_long(text) and not meant.of_others)) and not puts_a_question(text)
    return waits and _told_status(turn, text)


def _told_status(turn: Turn, text: str) -> bool:
    turn.say(Say("sorry-to-wait"))
    act(turn, "status", text)
    return True


def _complained(turn: Turn, text: str) -> bool:
    """Who waits is told how things stand; a report is begun only where one is surely meant."""
    kind = grievance(text)
    if kind is Grievance.WAITING:
        return _told_status(turn, text)
    return begin(turn, complaint.begin(text, unsure=kind is Grievance.UNSURE))


def _cancels(meant: Understood) -> str:
    words = set(meant.intent.words)
    if words & {"data", "akun"} and words & {"hapus", "setuju", "simpan", "disimpan", "delete"}:
        return "delete_data"
    if words & {"stop", "berhenti", "unsubscribe", "unreg"}:
        return "stop"
    return "menu" if "menu" in words else "cancel"


def _offer_another(turn: Turn, meant: Understood, text: str) -> bool:
    code = meant.services[0].code
    offer = which("which-switch", (service(code, BEGIN), GO_ON), [begun(turn, meant.services[0], text)], code)
    turn.start(replace(offer, facts={**offer.facts, "of": sorted(kin_in(text))}))
    turn.advance()
    return True


def _repeat_after(turn: Turn, say: Say | None) -> None:
    """What stands on the side is asked again only where nothing else would be said."""
    if say:
        turn.say(say)
    turn.repeat()
    if not (turn.says or turn.effects):
        turn.advance()


def _code(meant: Understood) -> str | None:
    return meant.services[0].code if meant.services else None
