"""Where a free message leads beside an open question, which is kept, and comes back."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.acts import act
from bot.answering.aside import told, topic_in
from bot.answering.beginning import begin, begun
from bot.answering.grievances import complained
from bot.answering.leading import ACT_FOR, ASIDE, SHORTEST_WISH, code_of
from bot.flows.application import NAME
from bot.flows.which import BEGIN, GO_ON, service, which
from bot.meaning.asked import puts_a_question
from bot.meaning.grievance import Grievance, grievance
from bot.meaning.intents import Label
from bot.meaning.understanding import Understood
from bot.meaning.whose import kin_in, whose
from bot.meaning.wishes import Meant
from bot.says import Say
from bot.turn import Turn

THANKED = {"terimakasih", "alhamdulillah", "berkah", "mantap", "hebat", "bagus"}
ASIDE_ACTS = (Label.STATUS, Label.HUMAN, Label.VAN_SCHEDULE)


def lead_aside(turn: Turn, flow: str, text: str) -> bool:
    """Do what the message clearly wants beside an open question of `flow`. False where it is not clear."""
    meant = turn.context.means(text)
    cross = meant.intent.lead >= ASIDE or grievance(text) is not Grievance.UNSURE
    if meant.label is Label.COMPLAINT and meant.intent.sure and cross:
        return complained(turn, text)
    stands = meant.label is Label.STATUS and puts_a_question(text)  # "yang ktp gimana"
    if not meant.intent.sure or (meant.intent.lead < ASIDE and not (stands or _one_wish(meant, flow))):
        return False
    if _another(meant, flow):
        return _offer_another(turn, meant, text)
    if meant.wanted and meant.services and _says_otherwise(turn, meant.services[0], text):
        return begin(turn, begun(turn, meant.services[0], text))
    if meant.label in ASIDE_ACTS and (not meant.asks or meant.label is Label.VAN_SCHEDULE):
        act(turn, ACT_FOR[meant.label], text)
    elif meant.elsewhere or meant.label in (Label.THANKS, Label.GREET):
        _repeat_after(turn, _word_beside(meant))
    elif meant.services and (topic := topic_in(text, meant)) and (say := told(turn, text, topic, code_of(meant))):
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
    if frame is None or len(text.split()) < SHORTEST_WISH:
        return False
    meant = turn.context.means(text)
    wished = frame.flow.startswith(NAME) or meant.refused_elsewhere  # "nik saya tidak ditemukan" is no "tidak"
    return wished and meant.intent.lead >= ASIDE and _another(meant, frame.flow)


def _another(meant: Understood, flow: str) -> bool:
    wanted = meant.wanted or meant.refused_elsewhere
    return wanted and bool(meant.services) and NAME + meant.services[0].code != flow


def _one_wish(meant: Understood, flow: str) -> bool:
    """Beside a question of no request, such as how a card is handed over, a service that is named is enough."""
    return not flow.startswith(NAME) and meant.wanted and len(meant.services) == 1


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
