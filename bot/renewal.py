"""Requests begun under an older version of their flow keep what still stands, and the citizen is told."""

from __future__ import annotations

from bot.says import Say
from bot.turn import Turn


def renew(turn: Turn) -> None:
    """As a turn begins. What has no flow any more is gone."""
    flows, state = turn.context.flows, turn.state
    state.stack = [frame for frame in state.stack if frame.flow in flows]
    old = [frame for frame in state.stack if frame.version != flows[frame.flow].version]
    for frame in old:
        flow = flows[frame.flow]
        steps = {step.key: step for step in flow.steps}
        talk = turn.talk(frame)
        frame.answers = {k: v for k, v in frame.answers.items() if k in steps and steps[k].fits(talk, v)}
        frame.version = flow.version
    if old:
        turn.say(Say("form-changed"))
