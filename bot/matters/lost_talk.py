"""A conversation that no key opens: it begins anew, what lies there is kept, and the office is told."""

from __future__ import annotations

import base64

from bot.holding import Held
from bot.says import Say
from bot.scene import Scene
from bot.turn import Turn
from registry import troubles
from registry.models import TroubleKind


def begun_anew(turn: Turn, held: Held, scene: Scene) -> None:
    """The citizen has seen the notice before, and hears that answers not sent yet have to be given again."""
    if held.unopened is None:
        return
    turn.state.noticed = True
    turn.state.unopened = base64.b64encode(held.unopened).decode()
    office_id = scene.office.id if scene.office else None
    troubles.add(scene.session, TroubleKind.TALK, f"contact:{held.contact.id}", "Unreadable", scene.at, office_id)
    turn.say(Say("talk-lost"))
