"""What is written under a photo is kept with it until the photo has found its paper."""

from __future__ import annotations

from collections.abc import Sequence

from bot.scene import Scene
from bot.state import State
from registry.models import Upload

LONGEST = 100  # letters; more is no name of a paper
MOST = 20  # files on their way; of an older one no word came


def files_come(state: State, uploads: Sequence[Upload], text: str, scene: Scene) -> None:
    """One caption stands under all photos of a message. Those of files that nobody waits for any more are dropped."""
    scene.session.flush()
    numbers = [upload.id for upload in uploads]
    state.coming = [*state.coming, *numbers][-MOST:]
    waiting = {*state.files, *state.album, *state.coming}.union(*(frame.uploads for frame in state.stack))
    state.captions = {number: said for number, said in state.captions.items() if int(number) in waiting}
    if text and len(text) <= LONGEST:
        state.captions |= {str(number): text for number in numbers}
