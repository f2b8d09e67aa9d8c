"""A message that says more than the list which stands open: it is done instead, or once the notice is agreed to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.answering.aside import topic_in
from bot.answering.beginning import begin, begun
from bot.answering.leading import SHORTEST_WISH, lead
from bot.answering.misses import missed, not_understood
from bot.answering.warning import warned
from bot.compact_fields import also_told
from bot.effects import Start, TellVisits
from bot.flow import Answer, Several
from bot.flows import vans
from bot.flows.application import NAME
from bot.flows.change import speaks_of_change
from bot.flows.names import is_but_a_name
from bot.flows.which import FLOW_NAME, service
from bot.meaning.intents import Label
from bot.meaning.lost import is_lost
from bot.meaning.picks import AGREED, DENIED, agrees_to_none, pick
from bot.meaning.understanding import GROUPS, Understood
from bot.meaning.whose import only_names
from bot.meaning.wishes import Meant
from bot.says import AskAgain, Option
from bot.state import Frame
from bot.turn import Turn
from registry.vans.nearness import region_named

OF_REQUESTS = ("which-one", "which-two")
BESIDE_SERVICES = (Label.COMPLAINT, Label.STATUS, Label.DELIVERY)  # what is wanted where a service is only named
NUMBER = re.compile(r"(?:\d\W?){8}")  # no request of its own


def belongs_below(turn: Turn, text: str) -> bool:
    """Beside an offer all but another request still answers what is open; at the menu only what answers it well. The
    offer is put away then."""
    stack, flows = turn.state.stack, turn.context.flows
    below = next((frame for frame in reversed(stack) if not flows[frame.flow].gives_way), None)
    if below is None or below is stack[-1] or not text or turn.context.compact(text):
        return False
    meant = turn.context.means(text)
    if meant.wanted and (meant.services or stack[-1].flow == "menu"):
        return False
    strange = not meant.intent.sure or NUMBER.search(text) or speaks_of_change(text)
    if stack[-1].flow == FLOW_NAME or (strange and _answer(turn, below, text)):
        return turn.lay_aside_lists()
    return False


def answer_to_earlier(turn: Turn, text: str) -> Answer | None:
    """What the open question cannot take may answer one that the office asked before it: that one stands open then."""
    *earlier, _ = turn.state.stack
    for frame in reversed([frame for frame in earlier if frame.asked and frame.facts.get("number")]):
        if found := _answer(turn, frame, text):
            turn.state.stack.remove(frame)
            turn.state.stack.append(frame)
            return found
    return None


def of_the_offer(turn: Turn, text: str) -> Option | None:
    """ "anak saya", just after a card for the anak was offered beside an open request: that is wanted."""
    top = turn.state.top
    if top is None or not top.facts.get("service") or not only_names(text, top.facts.get("of", ())):
        return None
    return service(top.facts["service"])


def _answer(turn: Turn, frame: Frame, text: str) -> Answer | None:
    """None as well where any words would do."""
    talk, c = turn.talk(frame), turn.context
    step = c.flows[frame.flow].open_step(talk, frame.again)
    if step is None or step.kind == "text":
        return None
    picked = pick(text, step.ask(talk).options, c.words, c.language, c.channel, numbers=False, near=False)
    answer = Answer(text, picked.id if picked else None)
    try:
        step.read(talk, answer)
    except AskAgain:
        return None
    return answer


def gave_way(turn: Turn, text: str, option: Option | None) -> bool:
    """At the menu, "kk saya hilang" says more than the list's first level; at the notice it waits for the consent."""
    frame = turn.state.top
    flow = turn.context.flows[frame.flow] if frame else None
    if not text or flow is None:
        return False
    if flow.comes_first and option is None:
        keep_for_later(turn, text)
    if not flow.gives_way or ((option or flow.on_the_side) and not _says_more(turn, text, option)):
        return False
    if option is None and agrees_to_none(text):
        _asked_which(turn, text)
        return True
    if option is None and _answers_offered(turn, text):
        return True
    tells = _tells_facts(turn, text) and _offered_still(turn, text)
    done = tells or _narrowed(turn, text) or lead(turn, text) or _van_elsewhere(turn, text)
    if not (done or _offered_still(turn, text)):
        not_understood(turn, text)
    return True


def _van_elsewhere(turn: Turn, text: str) -> bool:
    """ "Yang di Margo Mulyo", beside the van's next visits; who lost a place keeps what they told."""
    frame = turn.state.top
    if frame is None or frame.flow != vans.NAME or frame.facts.get("instead") or frame.facts.get("again"):
        return False
    talk = turn.talk(frame)
    if region_named(text, talk.regions, talk.region or "") is None:
        return False
    turn.effects.append(TellVisits(text))
    return True


def _answers_offered(turn: Turn, text: str) -> bool:
    """ "Rusak", beside the offer of a request that asks this first."""
    frame, c = turn.state.top, turn.context
    flow = NAME + frame.facts["service"] if frame and frame.facts.get("service") else ""
    if frame is None or flow not in frame.facts.get("told", {}):
        return False
    answers, facts = frame.facts["told"][flow]
    talk = turn.talk_about(flow, answers)
    step = c.flows[flow].open_step(talk)
    options = [each for each in step.ask(talk).options if each.id[0] != "!"] if step else []
    picked = pick(text, options, c.words, c.language, c.channel, numbers=False, near=False)
    if step is None or picked is None or step.stops or picked.id in AGREED | DENIED:
        return False
    return begin(turn, Start(flow, {**answers, step.key: picked.id}, facts))


def _asked_which(turn: Turn, text: str) -> None:
    """ "Ya" to a list: where it offers one thing alone, that is meant."""
    frame, step = turn.state.top, turn.open_step()
    options = [option for option in step.ask(turn.talk(frame)).options if option.id[0] != "!"] if frame and step else []
    if frame and step and len(options) == 1:
        turn.take(frame, Several({step.key: options[0].id}))
        turn.advance()
    elif frame:
        missed(turn, frame, AskAgain("choose-one"))


def _tells_facts(turn: Turn, text: str) -> bool:
    """A name or a number, which is no request of its own."""
    frame = turn.state.top
    talk = turn.talk(frame) if frame and frame.facts.get("told") else None
    numbered = NUMBER.search(text) and not turn.context.compact(text)
    return talk is not None and bool(numbered or is_but_a_name(talk, text))


def _offered_still(turn: Turn, text: str) -> bool:
    """What cannot be read beside the offer to begin a request, or one of two, is no reason to forget the request. What
    of it answers their questions is kept with them."""
    frame = turn.state.top
    if frame is None or not (frame.facts.get("service") or frame.facts.get("asks") in OF_REQUESTS):
        return False
    flows, noted = turn.context.flows, False
    for flow, (answers, facts) in frame.facts.get("told", {}).items():
        talk = turn.talk_about(flow, answers)
        told = also_told(Start(flow, answers, facts), text, flows, talk, at=flows[flow].open_step(talk))
        told = replace(told, answers={**_told_in_words(turn, flow, text), **told.answers})
        noted |= told.answers != answers
        frame.facts["told"][flow] = [answers, facts] if turn.patient else [dict(told.answers), dict(told.facts)]
    if noted and frame.facts.get("service") and not turn.patient:
        only = NAME + frame.facts["service"]
        return begin(turn, Start(only, *frame.facts["told"][only]))  # what it would ask is answered: it is wanted
    if turn.patient:
        turn.waits = True
    else:
        missed(turn, frame, AskAgain("noted-first" if noted else "choose-one"))
    return True


def _told_in_words(turn: Turn, flow: str, text: str) -> Mapping[str, Any]:
    """ "Untuk anak saya", of a request that is offered; of a list nothing."""
    return begun(turn, Meant(flow.removeprefix(NAME)), text).answers if flow.startswith(NAME) else {}


def _narrowed(turn: Turn, text: str) -> bool:
    """ "hilang" at the list that "kk" led to, or beside the offer of one of its services."""
    frame = turn.state.top
    offered = frame.facts.get("service") if frame else None
    group = turn.context.catalogue[offered].group if offered else frame.answers.get("group") if frame else None
    own = turn.context.means(text)
    if group is None or own.services or (own.intent.sure and not _may_be_of(group, own)):
        return False
    named = turn.context.words.render(f"group-{group}", {}, turn.context.language, turn.context.channel)
    found = _only_service(turn, f"{named} {text}", group)
    return found is not None and found != _only_service(turn, named, group) and lead(turn, f"{named} {text}")


def _only_service(turn: Turn, text: str, group: str) -> str | None:
    codes = [each.code for each in turn.context.means(text).services]
    return codes[0] if len(codes) == 1 and turn.context.catalogue[codes[0]].group == group else None


def _may_be_of(group: str, own: Understood) -> bool:
    return own.label is Label.OTHER or group in GROUPS.get(own.label, ())


def says_more_than_list(turn: Turn, text: str) -> bool:
    """ "Lama banget ktp saya", "kapan ktp sy jadi", "ubah status kawin" pick neither KTP nor STATUS."""
    frame = turn.state.top
    if frame is None or not turn.context.flows[frame.flow].gives_way or len(text.split()) < SHORTEST_WISH:
        return turn.context.compact(text) is not None
    meant = turn.context.means(text)
    return meant.intent.sure and (meant.label in BESIDE_SERVICES or (meant.wanted and bool(meant.services)))


def _says_more(turn: Turn, text: str, option: Option | None) -> bool:
    """Another service named in words is surer than the option whose name stands among them; that name alone is it."""
    c = turn.context
    if (
        option
        and option.id in c.catalogue
        and pick(text, [option], c.words, c.language, c.channel, numbers=False, near=False)
    ):
        return False
    meant = c.means(text)
    return meant.wanted and any(option is None or service(each.code).id != option.id for each in meant.services[:1])


def keep_for_later(turn: Turn, text: str) -> None:
    """What was wanted before the consent is done after it, but for a warning, which cannot wait."""
    if not warned(turn, text):
        _let_wait(turn, text)


def _let_wait(turn: Turn, text: str) -> None:
    """Of what was said so far, or all of it together, that which says most; of two alike the last. Words that want
    nothing of their own belong to the wish before them."""
    before, own = turn.state.waiting, _says(turn, text)
    before = None if before and turn.context.means(before).label is Label.GREET else before
    together = "\n".join(dict.fromkeys(f"{before}\n{text}".split("\n"))) if before else text
    said = [text, before or text, together]
    if before and not own and not is_lost(text):
        said.insert(0, together)
    turn.state.waiting = max(said, key=lambda each: _says(turn, each))
    meant = turn.context.means(text)
    if own or meant.services or topic_in(text, meant):
        turn.state.stack = [frame for frame in turn.state.stack if not turn.context.flows[frame.flow].gives_way]


def _says(turn: Turn, text: str) -> int:
    if turn.context.compact(text):
        return 4
    meant = turn.context.means(text)
    if not meant.intent.sure or meant.label in (Label.GREET, Label.THANKS, Label.HELP):
        return 0
    return 1 if meant.group is None else 2 if len(meant.services) != 1 else 3
