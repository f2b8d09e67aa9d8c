"""The command words that move within what is open: back, on, out of it, to the menu."""

from __future__ import annotations

from bot.answering.offering import offer
from bot.answering.unsent import to_come
from bot.effects import AskWithdrawal, LeaveOfficer, Start
from bot.flows.application import NAME
from bot.says import Option, Say
from bot.state import Frame
from bot.turn import Turn

CANCEL_WHETHER = (Option("!cancel", "option-yes-cancel"), Option("!go_on", "option-go-on"))


def back(turn: Turn) -> None:
    """To the question before; its answer, and those after it, stand until another is given."""
    frame = turn.state.top
    if turn.state.hushed:
        resume(turn)
    elif frame and (before := _before(turn, frame)):
        frame.again, frame.note, frame.pending, frame.misses = before, None, None, 0
        turn.advance()
    elif frame and frame.again:  # the first of several that were told at once: it stands, and nothing is lost
        frame.again, frame.note, frame.pending, frame.misses = None, None, None, 0
        turn.advance()
    elif frame:
        turn.state.stack.pop()
        turn.start(Start("menu"))
        turn.advance()
    else:
        menu(turn)


def _before(turn: Turn, frame: Frame) -> str | None:
    """The last answer given before the one asked again, of those that still count."""
    standing = turn.talk(frame).answers
    given = frame.given[: frame.given.index(frame.again)] if frame.again in frame.given else frame.given
    return next((key for key in reversed(given) if key in standing), None)


def cancel(turn: Turn) -> None:
    if turn.state.hushed:
        turn.effects.append(LeaveOfficer(withdrawn=True))
        return
    flows, stack = turn.context.flows, turn.state.stack
    if all(flows[frame.flow].gives_way and not flows[frame.flow].on_the_side for frame in stack):
        turn.state.stack = []
        turn.effects.append(AskWithdrawal())
        return
    if not turn.lay_aside_lists():
        stack.pop()
        turn.say(Say("cancelled"))
    turn.repeat()


def never_mind(turn: Turn) -> None:
    """ "Gajadi" in the middle of a request, of which much was told already, is asked about once."""
    frame = turn.state.top
    if frame and frame.given and frame.flow.startswith(NAME) and not turn.state.hushed:
        offer(turn, Say("cancel-whether", options=CANCEL_WHETHER))
    elif frame and turn.context.flows[frame.flow].gives_way:
        turn.state.stack.pop()
        turn.repeat()
    else:
        cancel(turn)


def menu(turn: Turn) -> None:
    turn.state.stack = [frame for frame in turn.state.stack if frame.flow != "menu"]
    if turn.state.ticket is not None:
        turn.effects.append(LeaveOfficer(to_menu=True))
        return
    turn.start(Start("menu"))
    turn.advance()


def resume(turn: Turn) -> None:
    if turn.state.ticket is not None:
        turn.effects.append(LeaveOfficer())
    elif turn.state.top:
        turn.lay_aside_lists()
        turn.state.stack[-1].again = None
        if turn.say_what_goes_on() and (more := to_come(turn)):
            turn.say(more)
        turn.advance()
    else:
        menu(turn)


def again(turn: Turn) -> None:
    """Who wants the question back hears it, a question on the side too."""
    top = turn.state.top
    if top:
        top.misses = 0
    if top and turn.context.flows[top.flow].on_the_side and not turn.state.hushed:
        turn.advance()
    else:
        turn.repeat()


def not_now(turn: Turn) -> None:
    """No officer now; at a photo "nanti" also says that the paper is not there yet."""
    step = turn.open_step()
    if turn.state.top and step and step.takes_uploads:
        turn.state.top.misses = 0
        return later(turn)
    return again(turn)


def go_on(turn: Turn) -> None:
    """What was offered beside the open question is not wanted."""
    if turn.state.top and turn.context.flows[turn.state.top.flow].gives_way:
        turn.state.stack.pop()
    turn.repeat()


def later(turn: Turn) -> None:
    turn.say(Say("kept-for-later" if turn.state.top else "idle"))
