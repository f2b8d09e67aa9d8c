"""What a turn said, as rows of the outbox."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from bot.hearing import OWN_TIMERS
from bot.holding import TakenEvent
from bot.matters.handouts import hand_out
from bot.matters.officer_talk import TALK
from bot.says import PrivacyPage, UploadPage
from bot.scene import Scene
from bot.speaking import Speaker
from bot.turn import Turn
from bot.wording import Wording
from notifications import outbox, windows
from notifications.queues import Queue
from notifications.superseding import Notice, give_way, notice
from registry.database import Step
from registry.models import EventKind, OutgoingKind, OutgoingState
from registry.uploads import links as upload_links

ASKED = (EventKind.MESSAGE, EventKind.UPLOAD_JUDGED)  # by the citizen, who waits for an answer


def said(turn: Turn, scene: Scene, event: TakenEvent, words: Wording) -> list[Step]:
    """In order; whoever sends is woken."""
    contact = scene.known
    pages, forms = partial(_page, scene=scene), partial(hand_out, scene=scene)
    speaker = Speaker(words, contact.language, contact.channel, pages, forms)
    officers = event.kind is EventKind.OFFICER_WORD and event.body["name"] in ("officer_said", "officer_texted")
    officer_id = event.body.get("officer_id") if officers else None
    messages = speaker.messages(turn.says, turn.state.prompt)
    scene.wake |= {Queue.SEND} if messages else set()
    states = _held_already(scene, event, messages)
    return [
        outbox.queued_last(contact.id, message, _kind(event), event.told_as, officer_id, state)
        for message, state in zip(messages, states, strict=True)
    ]


def _page(page: UploadPage | PrivacyPage, scene: Scene) -> str:
    if isinstance(page, PrivacyPage):
        return f"{scene.public_url}/p"
    given, papers = scene.state.page, list(page.papers)
    if given.get("papers") != papers or not upload_links.is_open(scene.session, given["token"], scene.at):
        token = upload_links.create(scene.session, scene.known.id, papers, scene.at)
        scene.state.page = {"papers": papers, "token": token}
    return f"{scene.public_url}/u/{scene.state.page['token']}"


def _kind(event: TakenEvent) -> OutgoingKind:
    if event.kind in ASKED or event.body.get("name") in OWN_TIMERS:
        return OutgoingKind.ANSWER
    return OutgoingKind.WORD if event.body.get("name") in TALK else OutgoingKind.NOTICE


def _held_already(scene: Scene, event: TakenEvent, messages: Sequence[outbox.Message]) -> list[OutgoingState]:
    """What takes the place of news held for the citizen's answer waits like them: the notice of it has gone."""
    known, told = scene.known, set[Notice]()
    news = event.kind is EventKind.CASE_EVENT and bool(messages)
    if news and not windows.is_open(known.channel, known.window_until, scene.at):
        told = give_way(scene.session, known.id, event.body)
    return [OutgoingState.HELD if notice(each) in told else OutgoingState.QUEUED for each in messages]
