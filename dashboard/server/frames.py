"""What arrives on the websocket is one of Streamlit's messages, or the line ends there.

Streamlit ends it too, and writes a stack into the log each time, which anybody
who reaches the server could fill.
"""

from __future__ import annotations

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

# Of RFC 6455, 7.4.1.
PROTOCOL_ERROR, UNSUPPORTED_DATA = 1002, 1003


class OnlyMessages:
    """ASGI middleware that hangs up on what Streamlit could not read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def take() -> Message:
            message = await receive()
            code = wrong(message)
            if code is None:
                return message
            await send({"type": "websocket.close", "code": code})
            return {"type": "websocket.disconnect", "code": code}

        await self.app(scope, take if scope["type"] == "websocket" else receive, send)


def wrong(message: Message) -> int | None:
    """Return the code with which the line ends at a frame, or None where it goes on."""
    if message["type"] != "websocket.receive":
        return None
    if message.get("bytes") is None:
        return UNSUPPORTED_DATA
    try:
        BackMsg().ParseFromString(message["bytes"])
    except DecodeError:
        return PROTOCOL_ERROR
    return None
