"""What is said to an answer that does not do, and to a message that nobody understands."""

from __future__ import annotations

from dataclasses import replace

from bot.answering.beginning import begin, offer_both, offer_nearest
from bot.answering.instead import refuses_all
from bot.answering.offering import offer, say_question
from bot.answering.why import needed_for
from bot.effects import Start
from bot.flow import Step
from bot.flows.forgotten import forgets
from bot.flows.menu import WORDS
from bot.kept import in_doubt
from bot.meaning.asked import may_ask
from bot.meaning.picks import label, only_agrees
from bot.meaning.spelling import spelling
from bot.says import AskAgain, Option, Say
from bot.state import Frame
from bot.turn import Turn
from registry.nik import numbers_in

MISSES = 3  # bad answers to one question before an officer is offered
INSISTED = "question-for-officer"
OFFER_OFFICER = (
    Option("!officer", "option-to-officer"),
    Option("!menu", "option-menu"),
    Option("!not_now", "option-later"),
)

EXAMPLES = ("nik", "kk_number", "name", "village", "birth_date", "date", "place", "number", "street")


def missed(turn: Turn, frame: Frame, again: AskAgain) -> None:
    frame.misses += 1
    frame.note = again.note
    insists = again.say.key == frame.missed == INSISTED  # asked twice, and we cannot answer
    again = _in_other_words(turn, frame, again)
    first = turn.context.flows[frame.flow].comes_first  # its options are all there is until one is picked
    if (frame.misses >= MISSES or insists) and not again.pending and not first:
        if not insists:
            turn.say(replace(again.say, options=()))
        if not again.asks:
            say_question(turn)
        offer_officer(turn)  # the buttons before stay good, and what they accept
        return
    frame.pending = again.pending
    if again.asks:
        turn.question(again.say)
    else:
        turn.say(replace(again.say, follows=bool(turn.says)))
        turn.advance()


def offer_officer(turn: Turn) -> None:
    """Only what there is stays: answers not sent yet, a place in the queue."""
    answers, place = any(frame.given for frame in turn.state.stack), turn.context.sent()
    stays = "both" if answers and place else "answers" if answers else "place" if place else "nothing"
    offer(turn, Say("offer-officer", {"stays": stays}, OFFER_OFFICER))


def said_of(turn: Turn, frame: Frame, text: str, again: AskAgain) -> AskAgain:
    """What is said to these words: a question that nothing here answers is an officer's, and nobody is scolded."""
    if text and in_doubt(frame) and not again.asks:
        return AskAgain("choose-one")
    if again.pending is None and not again.asks and only_agrees(text):
        return AskAgain("agreed")
    asked = again.pending is None and may_ask(text) and not turn.context.flows[frame.flow].comes_first
    if again.say.key == "choose-one" and refuses_all(text):
        return AskAgain("not-this-request")
    return needed_for(turn.open_step(), frame) if asked else again


def _in_other_words(turn: Turn, frame: Frame, again: AskAgain) -> AskAgain:
    """Never the same sentence twice in a row: the second time the question's example is given instead."""
    step, said = turn.open_step(), f"{again.say.key} {again.say.args.get('n', '')}".strip()  # of another length is news
    repeated, frame.missed = said == frame.missed, said
    if not repeated or step is None or again.asks:
        return again
    talk = turn.talk(frame)
    options = [option for option in step.ask(talk).options if not option.unnumbered]  # these answer something else
    frame.missed = example = f"example-{_kind(step)}" if not options else "example-option"
    first = label(options[0], talk.words, talk.language, talk.channel) if options else ""
    return AskAgain(example, pending=again.pending, note=again.note, option=first)


def _kind(step: Step) -> str:
    return "photo" if step.takes_uploads else step.kind if step.kind in EXAMPLES else "other"


def not_understood(turn: Turn, text: str) -> None:
    if turn.patient:
        turn.waits = True
    elif next(numbers_in(text), None):
        begin(turn, Start("menu", facts={"opening": "number", WORDS: text}))
    elif not (_has_no_number(turn, text) or offer_both(turn, text)):
        _say_so(turn, text)


def _has_no_number(turn: Turn, text: str) -> bool:
    """ "Ga punya nomor nya", where nobody asks for one: what was sent is found without."""
    if not (forgets(text) and {"nomor", "number"}.intersection(spelling().words(text))):
        return False
    turn.say(Say("number-not-needed"))
    turn.repeat()
    return True


def _say_so(turn: Turn, text: str) -> None:
    """Never the same sentence twice in a row."""
    misses = turn.state.misses + 1
    if misses == 1:
        offer_nearest(turn, text)
    elif misses % 2 == 0:
        turn.say(Say("not-understood-second"))
    else:
        offer_officer(turn)
    turn.state.misses = misses
