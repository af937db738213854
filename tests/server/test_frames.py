"""What is no message of Streamlit ends the line, and leaves nothing in the log but that it ended."""

from __future__ import annotations

import pytest
from serving import Server, awaited
from websocket_reader import Reader


@pytest.mark.parametrize(("frame", "code"), [("hello", 1003), (b"\xff\xff\xff", 1002)], ids=["text", "bytes"])
def test_a_frame_that_is_no_message_ends_the_line(frame: str | bytes, code: int, server: Server) -> None:
    port = int(server.url.rpartition(":")[2])

    async def say() -> int | None:
        async with Reader(port, "overview") as reader:
            await reader.run("lang=en")
            await reader.socket.send(frame)
            await reader.socket.wait_closed()
            return reader.socket.close_code

    before = server.log.read_text(encoding="utf-8")
    assert awaited(say()) == code
    assert server.log.read_text(encoding="utf-8") == before
    # The next reader finds everything as it was.
    assert awaited(_opened(port)) == []


async def _opened(port: int) -> list[str]:
    async with Reader(port, "overview") as reader:
        return (await reader.run("lang=en")).errors
