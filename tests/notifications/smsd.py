"""Gammu SMSD's tables, schema 17, and what the daemon does with them: enough to play its part without a modem."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine, text

from notifications.channels.gammu.tables import connect

NOW = {"sqlite": "(datetime('now'))", "postgresql": "LOCALTIMESTAMP(0)"}
TIME = {"sqlite": "NUMERIC", "postgresql": "timestamp(0)"}
SERIAL = {"sqlite": "INTEGER PRIMARY KEY AUTOINCREMENT", "postgresql": "serial PRIMARY KEY"}
YES_NO = {"sqlite": "TEXT", "postgresql": "boolean"}
CODINGS = "('Default_No_Compression','Unicode_No_Compression','8bit','Default_Compression','Unicode_Compression')"
CODING = f'"Coding" text NOT NULL DEFAULT \'Default_No_Compression\' CHECK ("Coding" IN {CODINGS})'
SENDING = "'SendingOK','SendingOKNoReport','SendingError','Error'"
FATES = f"{SENDING},'DeliveryOK','DeliveryFailed','DeliveryPending','DeliveryUnknown'"
TABLES = (
    """CREATE TABLE inbox ("UpdatedInDB" {time} NOT NULL DEFAULT {now},
    "ReceivingDateTime" {time} NOT NULL DEFAULT {now},
    "Text" text NOT NULL, "SenderNumber" text NOT NULL DEFAULT '', {coding}, "UDH" text NOT NULL,
    "SMSCNumber" text NOT NULL DEFAULT '', "Class" integer NOT NULL DEFAULT -1, "TextDecoded" text NOT NULL DEFAULT '',
    "ID" {serial}, "RecipientID" text NOT NULL, "Processed" {flag} NOT NULL DEFAULT 'false',
    "Status" integer NOT NULL DEFAULT -1)""",
    """CREATE TABLE outbox ("UpdatedInDB" {time} NOT NULL DEFAULT {now}, "InsertIntoDB" {time} NOT NULL DEFAULT {now},
    "SendingDateTime" {time} NOT NULL DEFAULT {now}, "SendBefore" time NOT NULL DEFAULT '23:59:59',
    "SendAfter" time NOT NULL DEFAULT '00:00:00', "Text" text, "DestinationNumber" text NOT NULL DEFAULT '', {coding},
    "UDH" text, "Class" integer DEFAULT -1, "TextDecoded" text NOT NULL DEFAULT '', "ID" {serial},
    "MultiPart" {flag} NOT NULL DEFAULT 'false', "RelativeValidity" integer DEFAULT -1, "SenderID" text,
    "SendingTimeOut" {time} NOT NULL DEFAULT {now},
    "DeliveryReport" text DEFAULT 'default' CHECK ("DeliveryReport" IN ('default','yes','no')),
    "CreatorID" text NOT NULL, "Retries" integer DEFAULT 0, "Priority" integer DEFAULT 0,
    "Status" text NOT NULL DEFAULT 'Reserved', "StatusCode" integer NOT NULL DEFAULT -1)""",
    """CREATE TABLE outbox_multipart ("Text" text, {coding}, "UDH" text, "Class" integer DEFAULT -1,
    "TextDecoded" text, "ID" integer, "SequencePosition" integer NOT NULL DEFAULT 1,
    "Status" text NOT NULL DEFAULT 'Reserved', "StatusCode" integer NOT NULL DEFAULT -1,
    PRIMARY KEY ("ID", "SequencePosition"))""",
    """CREATE TABLE phones ("ID" text NOT NULL, "UpdatedInDB" {time} NOT NULL DEFAULT {now},
    "InsertIntoDB" {time} NOT NULL DEFAULT {now}, "TimeOut" {time} NOT NULL DEFAULT {now},
    "Send" {flag} NOT NULL DEFAULT 'no', "Receive" {flag} NOT NULL DEFAULT 'no', "IMEI" text PRIMARY KEY NOT NULL,
    "IMSI" text NOT NULL, "NetCode" text DEFAULT 'ERROR', "NetName" text DEFAULT 'ERROR', "Client" text NOT NULL,
    "Battery" integer NOT NULL DEFAULT -1, "Signal" integer NOT NULL DEFAULT -1, "Sent" integer NOT NULL DEFAULT 0,
    "Received" integer NOT NULL DEFAULT 0)""",
    """CREATE TABLE sentitems ("UpdatedInDB" {time} NOT NULL DEFAULT {now},
    "InsertIntoDB" {time} NOT NULL DEFAULT {now},
    "SendingDateTime" {time} NOT NULL DEFAULT {now}, "DeliveryDateTime" {time}, "Text" text NOT NULL,
    "DestinationNumber" text NOT NULL DEFAULT '', {coding}, "UDH" text NOT NULL, "SMSCNumber" text NOT NULL DEFAULT '',
    "Class" integer NOT NULL DEFAULT -1, "TextDecoded" text NOT NULL DEFAULT '', "ID" integer, "SenderID" text NOT NULL,
    "SequencePosition" integer NOT NULL DEFAULT 1,
    "Status" text NOT NULL DEFAULT 'SendingOK' CHECK ("Status" IN ({fates})),
    "StatusError" integer NOT NULL DEFAULT -1, "TPMR" integer NOT NULL DEFAULT -1,
    "RelativeValidity" integer NOT NULL DEFAULT -1, "CreatorID" text NOT NULL, "StatusCode" integer NOT NULL DEFAULT -1,
    PRIMARY KEY ("ID", "SequencePosition"))""",
)
SENDS = """INSERT INTO sentitems ("CreatorID", "ID", "SequencePosition", "Status", "SenderID", "Text",
    "DestinationNumber", "Coding", "UDH", "TextDecoded", "StatusCode")
    SELECT o."CreatorID", o."ID", :place, :status, o."SenderID", '', o."DestinationNumber", p."Coding",
    coalesce(p."UDH", ''), p."TextDecoded", :code FROM outbox o JOIN {parts} p ON p."ID" = o."ID"
    WHERE o."ID" = :id {which}"""


class Smsd:
    """Its database. What is told with `at` is in seconds before now."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine: Engine = connect(url)
        self._kind = self.engine.dialect.name
        words = {"now": NOW, "time": TIME, "serial": SERIAL, "flag": YES_NO}
        filled = {name: each[self._kind] for name, each in words.items()}
        with self.engine.begin() as connection:
            for table in TABLES:
                connection.execute(text(table.format(coding=CODING, fates=FATES, **filled)))

    def rows(self, query: str, **given: Any) -> list[tuple[Any, ...]]:
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(query), given)]

    def change(self, statement: str, **given: Any) -> None:
        with self.engine.begin() as connection:
            connection.execute(text(statement), given)

    def receive(
        self,
        text_decoded: str,
        number: str = "+6281200000999",
        modem: str = "balikpapan",
        *,
        header: str = "",
        coding: str = "Default_No_Compression",
        kind: int = -1,
    ) -> None:
        """A part came in."""
        self.change(
            'INSERT INTO inbox ("Text", "SenderNumber", "Coding", "UDH", "Class", "TextDecoded", "RecipientID")'
            " VALUES ('', :number, :coding, :header, :kind, :said, :modem)",
            number=number, coding=coding, header=header, kind=kind, said=text_decoded, modem=modem,
        )  # fmt: skip

    def plugged_in(self, modem: str, *, imei: str = "1", signal: int = 42, network: str = "TELKOMSEL") -> None:
        """SMSD has found it, and notes how it does."""
        self.change(
            'INSERT INTO phones ("ID", "IMEI", "IMSI", "Client", "Signal", "NetName")'
            " VALUES (:modem, :imei, '', 'Gammu', :signal, :network)",
            modem=modem, imei=imei, signal=signal, network=network,
        )  # fmt: skip

    def age(self, table: str, minutes: int) -> None:
        """All its rows are so much older."""
        self.change(f"UPDATE {table} SET {self.aged(minutes)}")  # noqa: S608 - our own words

    def aged(self, minutes: int) -> str:
        older = {
            "sqlite": f"""datetime("UpdatedInDB", '-{minutes} minutes')""",
            "postgresql": f""" "UpdatedInDB" - interval '{minutes} minutes'""",
        }[self._kind]
        return f'"UpdatedInDB" = {older}'

    def waiting(self) -> list[str]:
        """What modems have still to send: each with all its parts."""
        first = self.rows('SELECT "ID", "TextDecoded" FROM outbox ORDER BY "ID"')
        further = 'SELECT "TextDecoded" FROM outbox_multipart WHERE "ID" = :id ORDER BY "SequencePosition"'
        return [said + "".join(part for (part,) in self.rows(further, id=number)) for number, said in first]

    def transmit(self, status: str = "SendingOK", code: int = -1) -> list[int]:
        """Every message goes, part by part: the rows of the outbox become rows of what was sent."""
        numbers = [number for (number,) in self.rows('SELECT "ID" FROM outbox ORDER BY "ID"')]
        for number in numbers:
            self._transmit(number, status, code)
        return numbers

    def _transmit(self, number: int, status: str, code: int) -> None:
        given = {"id": number, "status": status, "code": code}
        self.change(SENDS.format(parts="outbox", which=""), place=1, **given)
        if status.startswith("SendingOK"):
            places = self.rows('SELECT "SequencePosition" FROM outbox_multipart WHERE "ID" = :id', id=number)
            for (place,) in places:
                which = 'AND p."SequencePosition" = :place'
                self.change(SENDS.format(parts="outbox_multipart", which=which), place=place, **given)
        for table in ("outbox", "outbox_multipart"):
            self.change(f'DELETE FROM {table} WHERE "ID" = :id', id=number)  # noqa: S608 - our own names

    def report(self, number: int, status: str, state: int = 0, places: Sequence[int] = (1,)) -> None:
        """A delivery report came in for these parts."""
        for place in places:
            self.change(
                f'UPDATE sentitems SET "Status" = :status, "StatusError" = :state, "UpdatedInDB" = {NOW[self._kind]}'  # noqa: S608
                ' WHERE "ID" = :id AND "SequencePosition" = :place',
                status=status, state=state, id=number, place=place,
            )  # fmt: skip
