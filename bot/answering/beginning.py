"""How a request begins that a message asks for, alone or beside others, and what is offered where that is unsure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from bot.answering.aside import topic_in
from bot.answering.lost_together import lost_in, lost_together
from bot.compact_fields import also_told
from bot.condoling import MOURNS
from bot.effects import Start
from bot.flows.application import NAME
from bot.flows.home_town import DOMICILE, home_told
from bot.flows.menu import WORDS
from bot.flows.named_besides import each_named, places_named
from bot.flows.siblings import CHILD, SIBLINGS, TWINS_SAID, more_children
from bot.flows.which import BEGIN, group, one_of, service, which
from bot.meaning.already_told import already_told
from bot.meaning.both import several
from bot.meaning.change_told import change_told
from bot.meaning.intents import Label
from bot.meaning.spelling import spelling
from bot.meaning.understanding import GROUPS, Understood
from bot.meaning.whose import whose
from bot.meaning.wishes import Meant
from bot.prefacing import IN_WORDS
from bot.says import Option, Say
from bot.turn import Turn
from bot.wording import Listed, Words
from registry.catalogue.sorrow import speaks_of_death

OFFERED: Mapping[Label, Option] = {
    Label.STATUS: Option("!status", "option-status"),
    Label.HUMAN: Option("!officer", "option-talk-to-officer"),
    Label.COMPLAINT: Option("!complaint", "option-complaint"),
    Label.HELP: Option("!help", "option-help"),
    Label.DELIVERY: Option("!delivery", "option-delivery"),
    Label.VERIFY: Option("!verify", "option-verify"),
    Label.VAN_SCHEDULE: Option("!van", "option-van"),
}
EVENTS = "events"  # a fact: what the words told that happened, whatever it happened to
HAPPENED = {"hilang", "rusak", "salah", "ubah", "ganti", "baru"}
NEITHER = Option("!menu", "option-neither")
ANOTHER = Option("!menu", "option-not-that")
NEAREST = 3  # offered to who was not understood
MOST_ASKED = tuple(group(name) for name in ("kk", "ktp", "birth"))


def begun(turn: Turn, meant: Meant, text: str) -> Start:
    """With what the words answer: for whom it is, and numbers and labels among them."""
    c, flow = turn.context, NAME + meant.code
    wanted = c.catalogue[meant.code]
    steps, blank = c.flows[flow].steps, turn.talk_about(flow, {})
    named = {**each_named(text, steps, blank), **places_named(text, steps, blank)}
    told = {**named, **already_told(text, wanted)}
    answers = {**whose(text, wanted), **change_told(text, wanted), **told, **meant.answers}
    if DOMICILE in wanted.question_by_key and (home := home_told(text, turn.talk_about(flow, answers))):
        answers[DOMICILE] = home
    happened = sorted(HAPPENED.intersection(spelling().words(text)))
    facts: dict[str, Any] = (
        ({"compact": True} if told else {})
        | ({MOURNS: True} if speaks_of_death(text) else {})
        | ({EVENTS: happened} if happened else {})
    )
    if CHILD in wanted.question_by_key and (more := more_children(text)):
        facts |= {SIBLINGS: more, TWINS_SAID: True}
    return also_told(Start(flow, answers, facts), text, c.flows, turn.talk_about(flow, answers))


def begin(turn: Turn, start: Start) -> bool:
    """A menu that gave way is gone; at a shared address the office chosen before is taken as the answer."""
    c = turn.context
    lists = [frame for frame in turn.state.stack if c.flows[frame.flow].gives_way]
    turn.state.stack = [frame for frame in turn.state.stack if frame not in lists]
    if words := "\n".join(frame.facts[WORDS] for frame in lists if WORDS in frame.facts):
        start = replace(start, facts={WORDS: words, **start.facts})
    if start.flow.startswith(NAME):
        usual = {"office": c.office.code} if c.shared and c.office else {}
        start = replace(start, answers={**usual, **start.answers}, facts={IN_WORDS: True, **start.facts})
    turn.start(start)
    turn.advance()
    return True


def offer_both(turn: Turn, text: str) -> bool:
    """Unsure between two: both as buttons."""
    meant = turn.context.means(text)
    likely = [option_of(meant, label) for label in meant.intent.ranking[:2]]
    both = [option for option in likely if option]
    if not meant.intent.likely or len(both) < 2 or both[0].id == both[1].id:
        return len(meant.services) == 1 and offer_named(turn, meant, text)
    turn.console_for(text)
    return begin(turn, which("which-two", (*both, NEITHER), told_by(turn, meant, both, text)))


def offer_named(turn: Turn, meant: Understood, text: str) -> bool:
    """What the words name, where it is not sure that it is wanted: one of them, or one of two."""
    alone = len(meant.services) == 1
    options = [service(each.code, also=BEGIN if alone else "") for each in meant.services[:2]]
    turn.console_for(text)
    how, none = ("which-one", ANOTHER) if alone else ("which-two", NEITHER)
    return begin(turn, which(how, (*options, none), told_by(turn, meant, options, text)))


def offer_nearest(turn: Turn, text: str) -> None:
    """Not understood: the three that come nearest."""
    meant = turn.context.means(text)
    ranking = meant.intent.ranking if meant.intent.likely and meant.label is not Label.OTHER else ()
    likely = [option for label in ranking if (option := option_of(meant, label))]
    found = {option.id: option for option in likely or [service(each.code) for each in all_named(meant)]}
    nearest = [*found.values(), *(option for option in MOST_ASKED if option.id not in found)][:NEAREST]
    begin(turn, which("which-three", nearest, told_by(turn, meant, nearest, text)))


def began_several(turn: Turn, meant: Understood, text: str) -> bool:
    """One is begun, the others wait until it is done. A bundle is one request, a question none."""
    named = [turn.context.catalogue[each.code] for each in meant.services]
    bundled = len(named) == 1 and sum(not document.when for document in named[0].document) > 1
    wishes = [] if bundled or topic_in(text, meant) else several(text, turn.context.means)
    if not wishes:
        return False
    wishes = sorted(wishes, key=lambda wish: _place(turn, wish[0]))
    first, *others = lost_together(turn, [_start_of(turn, each, said) for each, said in wishes])
    turn.state.wishes += [asdict(start) for start in others]
    others_named = Listed(tuple(Words(one_of(start)) for start in others))
    letter = "one" if all(lost_in(turn, start) for start in (first, *others)) else "own"
    turn.say(Say("several-wishes", {"first": Words(one_of(first)), "others": others_named, "letter": letter}))
    return begin(turn, replace(first, facts={**first.facts, IN_WORDS: False}))  # it was named just now


def _place(turn: Turn, meant: Understood) -> int:
    """What happened is registered first, then the family card that tells of it; cards and moves follow. A list, of
    which nobody knows yet what is wanted, keeps its place before them."""
    wanted = turn.context.catalogue[meant.services[0].code] if meant.services else None
    if wanted is None or wanted.report_within_days:
        return 0
    is_changed = wanted.group == "kk" and not any(paper.lost for paper in wanted.paper)
    return 1 if is_changed else 2


def _start_of(turn: Turn, meant: Understood, text: str) -> Start:
    return begun(turn, meant.services[0], text) if meant.services else Start("menu", {"group": meant.group})


def option_of(meant: Understood, label: Label) -> Option | None:
    if named := meant.named(label):
        return service(named[0].code)
    return group(GROUPS[label][0]) if label in GROUPS else OFFERED.get(label)


def told_by(turn: Turn, meant: Understood, options: Sequence[Option], text: str) -> list[Start]:
    """The requests that are offered, the surest meaning of each."""
    offered = {option.id for option in options}
    named = {each.code: each for each in reversed([*all_named(meant)]) if service(each.code).id in offered}
    return [begun(turn, each, text) for each in named.values()]


def all_named(meant: Understood) -> Iterator[Meant]:
    for label in meant.intent.ranking:
        yield from meant.named(label)
