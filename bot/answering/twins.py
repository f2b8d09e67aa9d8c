"""Of twins each child has a request of its own: the first is begun, the others follow with what they share."""

from __future__ import annotations

from bot.flow import Step
from bot.flows.siblings import CHILD, SIBLINGS, TOLD, more_children, two_names
from bot.says import Say
from bot.state import Frame
from bot.turn import Turn


def told_of_twins(turn: Turn, frame: Frame, step: Step, text: str) -> bool:
    """Said at any question about one child, or by two names where one is asked."""
    if SIBLINGS in frame.facts or CHILD not in [each.key for each in turn.context.flows[frame.flow].steps]:
        return False
    more = more_children(text) or int(step.key == CHILD and two_names(text))
    if not more:
        return False
    frame.facts |= {SIBLINGS: more}
    turn.say(Say(TOLD))
    turn.repeat()
    return True
