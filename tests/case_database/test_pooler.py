"""A pooler between dashboard and server, which takes no options at the start of a connection."""

from __future__ import annotations

import shutil
import socket
import struct
import tempfile
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import site_exports
import worlds
from sqlalchemy import URL, text

from dashboard.case_database.engine import open_engine
from dashboard.case_database.load import load
from dashboard.case_database.reading import reading
from dashboard.refusal import Refused

SOCKET = ".s.PGSQL.5432"
NO_OPTIONS = b"SFATAL\0C08P01\0Munsupported startup parameter: options\0\0"
ENCRYPTED = (80877103, 80877104)


def hand_on(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while block := source.recv(65536):
            target.sendall(block)
    for each in (source, target):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)


def serve(client: socket.socket, server: str) -> None:
    """Hand a client on to the server, unless it asks for options."""
    while True:
        head = client.recv(4, socket.MSG_WAITALL)
        if len(head) < 4:
            return
        body = client.recv(struct.unpack("!I", head)[0] - 4, socket.MSG_WAITALL)
        if struct.unpack("!I", body[:4])[0] not in ENCRYPTED:
            break
        client.sendall(b"N")
    if b"options\0" in body:
        client.sendall(b"E" + struct.pack("!I", len(NO_OPTIONS) + 4) + NO_OPTIONS)
        client.close()
        return
    upstream = socket.socket(socket.AF_UNIX)
    upstream.connect(server)
    upstream.sendall(head + body)
    threading.Thread(target=hand_on, args=(client, upstream), daemon=True).start()
    hand_on(upstream, client)


@pytest.fixture
def pooled(new_schema) -> Iterator[URL]:
    """The address of an empty place on the server, by way of a pooler."""
    url = new_schema()
    server = f"{url.query['host']}/.s.PGSQL.{url.port or 5432}"
    # A socket's path may not be long.
    folder = tempfile.mkdtemp(prefix="pooler-", dir="/tmp")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(Path(folder) / SOCKET))
    listener.listen()

    def accept() -> None:
        while True:
            try:
                client, unused_address = listener.accept()
            except OSError:
                return
            threading.Thread(target=serve, args=(client, server), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    yield url.update_query_dict({"host": folder}).set(port=5432)
    listener.close()
    shutil.rmtree(folder)


def test_a_database_behind_a_pooler_is_loaded_and_read(pooled, tmp_path):
    load(site_exports.write_folder(tmp_path / "export"), pooled)
    with reading(open_engine(pooled)) as opened:
        assert opened.connection.execute(text("select visit_id from visit")).scalars().all() == ["V"]


def test_an_option_that_is_no_setting_is_told_to_be_left_out(pooled):
    worlds.write(pooled)
    with pytest.raises(Refused, match="a pooler in between takes no options") as refused:
        open_engine(pooled.update_query_dict({"options": f"{pooled.query['options']} -e"}))
    assert "alter role" in str(refused.value)
