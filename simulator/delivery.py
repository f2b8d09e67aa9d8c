"""What happens to an accepted message: the 24-hour window, its media, the handset, the receipts."""

from __future__ import annotations

from simulator.carrier import Carrier
from simulator.content_rules import OUTSIDE_WINDOW
from simulator.media_rules import MediaRefused, fetch_media
from simulator.messages import Message, now
from simulator.receipts import tell


def deliver(carrier: Carrier, message: Message, code: int | None) -> None:
    """Brings one message to the handset, or fails it with `code` or what the channel objects to."""
    if code is None and not _may_go(carrier, message):
        code = OUTSIDE_WINDOW
    if code is None:
        try:
            media = [fetch_media(url) for url in message.media_urls]
            carrier.store.change(message, media=media)
        except MediaRefused as refused:
            code = refused.code
    if code is not None:
        carrier.store.change(message, error_code=code, status=_failed(code))
        tell(carrier, message)
        return
    for status in ("sent", "delivered"):
        carrier.store.change(message, status=status, sent=message.sent or now())
        tell(carrier, message)


def mark_read(carrier: Carrier, message: Message) -> bool:
    """The handset has shown it; only WhatsApp tells so. False when there is nothing to tell."""
    if message.inbound or not message.on_whatsapp or message.status != "delivered":
        return False
    carrier.store.change(message, status="read")
    tell(carrier, message)
    return True


def _may_go(carrier: Carrier, message: Message) -> bool:
    return not message.on_whatsapp or message.template or carrier.store.window_open(message.citizen, message.office)


def _failed(code: int) -> str:
    # 30003 and its neighbours come back from the network: undelivered, the rest never left.
    return "undelivered" if 30000 <= code < 31000 else "failed"
