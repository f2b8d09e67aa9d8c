"""Where the chats lie, and how one opens: its first lines may name channel, sender, office settings and language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from registry.database import Database
from registry.models import Channel
from tests.transcripts.chat import Chat
from tests.transcripts.town import Town

SCRIPTS = sorted(Path(__file__).parent.glob("*/*.txt"))


def opening(database: Database) -> Callable[[dict[str, str]], Chat]:
    """`# channel: sms` or web, `# sender: shared`, `# papers: page`, `# release: link`,
    `# carriage: pos_prepaid`, `# courier: Kurir Contoh`."""

    def start(header: dict[str, str]) -> Chat:
        town = Town(database)
        town.setting("papers_by", header.get("papers", "chat"))
        town.setting("release_by", header.get("release", "chat"))
        town.setting("carriage", header.get("carriage", "pos_cod"))
        town.setting("courier_name", header.get("courier", ""))
        channel = Channel(header.get("channel", "whatsapp"))
        if channel is Channel.WEB:
            town.open_the_door()
        address = ("" if channel is Channel.SMS else f"{channel}:") + "+6281200000012"
        return Chat(database, town, channel, town.sender(header.get("sender", "BPP"), channel), address)

    return start
