"""Which request goes on, where it comes back after a menu, another request or some days."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.another_person import give_back
from bot.effects import Start
from bot.flow import Flow, Talk
from bot.flows.application import NAME
from bot.flows.change import told_by
from bot.says import Say
from bot.state import Frame
from bot.wording import Words
from registry.catalogue import Catalogue
from registry.desk.searching import first_given


def request_resumed(frame: Frame, talk: Talk, catalogue: Catalogue) -> Say | None:
    """With the first name of whom it is about, where that is known; none for what is no request begun before."""
    if not (frame.flow.startswith(NAME) and frame.asked):
        return None
    code = frame.flow.removeprefix(NAME)
    name = first_given(catalogue[code], talk.answers, "name")
    return Say("request-resumed", {"service": Words(f"short-{code}"), "who": name.split()[0] if name else "none"})


def waits_below(frame: Frame, stack: Sequence[Frame]) -> str:
    """The service of the request that waits below a menu."""
    flows = (each.flow for each in reversed(stack) if each is not frame and each.asked)
    return next((flow.removeprefix(NAME) for flow in flows if flow.startswith(NAME)), "")


def told_anew(frame: Frame, start: Start, flow: Flow, talk: Callable[[Frame], Talk]) -> list[Say]:
    """What the new words say counts, and that it was said otherwise before is told; the usual office is no word."""
    new = {key: value for key, value in start.answers.items() if key != "office"}
    other = [key for key, value in new.items() if frame.answers.get(key) not in (None, value)]
    give_back(frame, new, {step.key for step in flow.steps})
    frame.answers.update(new)
    frame.prefaced &= not other  # other papers may be needed
    known = talk(frame)
    changed = [step for step in flow.steps if step.key in other]
    return [Say("changed", {"value": f"{told_by(step, known)}."}, follows=n > 0) for n, step in enumerate(changed)]
