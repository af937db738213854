"""A reader without a browser: opens a page and changes filters as a browser would."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Self

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.typing import Origin, Subprotocol

SECONDS = 60


class Client:
    """One connection to a Streamlit server on this machine."""

    def __init__(self, port: int, page: str) -> None:
        self.port = port
        self.page = page
        self.page_hash = ""

    async def __aenter__(self) -> Self:
        host = f"127.0.0.1:{self.port}"
        self.socket = await websockets.connect(
            f"ws://{host}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            origin=Origin(f"http://{host}"),
            max_size=None,
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.socket.close()

    async def open(self, query: str) -> int:
        """Run the page with a query string and return how many charts it sent.

        Raises:
            RuntimeError: the page failed.
        """
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_name = self.page
        message.rerun_script.page_script_hash = self.page_hash
        await self.socket.send(message.SerializeToString())
        charts = 0
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(await asyncio.wait_for(self.socket.recv(decode=False), SECONDS))
            if answer.HasField("navigation"):
                self.page_hash = answer.navigation.page_script_hash
            elif answer.HasField("delta"):
                charts += _is_chart(answer)
            elif answer.HasField("script_finished"):
                return charts


def _is_chart(answer: ForwardMsg) -> bool:
    element = answer.delta.new_element
    if element.HasField("exception"):
        raise RuntimeError(f"the page failed: {element.exception.type}")
    return element.HasField("vega_lite_chart")
