"""What photos on which no paper of ours was seen are called by what is written under them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from bot.flow import JudgedUpload, Talk
from bot.flows.naming import only_wishes, papers_named

Shown = Callable[[JudgedUpload], str | None]  # the paper whose words stand on it


def called(
    files: Sequence[JudgedUpload], papers: Sequence[str], missing: Sequence[str], shown: Shown, talk: Talk
) -> Mapping[int, str]:
    """The paper of each, by the file's id. A caption that names several papers speaks of the photos after its own,
    too; one that stands under several photos and names one paper does not tell which it is, if others are missing."""
    found: dict[int, str] = {}
    for group, names in _captioned(files, papers, talk):
        seen = {shown(file) for file in group}
        unseen, left = [file for file in group if shown(file) is None], [name for name in names if name not in seen]
        if len(left) == 1 and len(names) == 1 and (len(unseen) == 1 or {*missing} <= {*left}):
            left *= len(unseen)
        if len(names) > 1 or len(left) == len(unseen):
            found |= {file.id: name for file, name in zip(unseen, left, strict=False)}
    return found


def _captioned(
    files: Sequence[JudgedUpload], papers: Sequence[str], talk: Talk
) -> Iterator[tuple[Sequence[JudgedUpload], Sequence[str]]]:
    """The photos that each caption may speak of, and the papers it names."""
    runs = [(caption, [*same]) for caption, same in groupby(files, key=lambda file: file.caption)]
    for place, (caption, same) in enumerate(runs):
        names = papers_named(caption, papers, talk) if caption and not only_wishes(caption) else []
        if not names:
            continue
        bare = runs[place + 1][1] if place + 1 < len(runs) and not runs[place + 1][0] else []
        yield [*same, *bare[: max(0, len(names) - len(same))]], names
