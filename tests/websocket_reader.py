"""A reader without a browser who says of controls whatever a test wants."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from dashboard.bench.client import SECONDS, Client

CONTROLS = ("radio", "button_group", "text_input", "button", "download_button")


@dataclass
class Page:
    """What a run sent: the ids of its controls, its texts, what it calls an error, and the link."""

    controls: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    link: str = ""


class Reader(Client):
    """One connection that runs a page with what is said of its controls."""

    async def run(self, query: str, said: Iterable[WidgetState] = (), theme: str = "light") -> Page:
        """Run the page and return what it sent."""
        message = BackMsg()
        rerun = message.rerun_script
        rerun.query_string, rerun.page_name, rerun.page_script_hash = query, self.page, self.page_hash
        rerun.context_info.color_scheme = theme
        rerun.widget_states.widgets.extend(said)
        await self.socket.send(message.SerializeToString())
        return await self.page_sent()

    async def page_sent(self) -> Page:
        page = Page()
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(await asyncio.wait_for(self.socket.recv(decode=False), SECONDS))
            if answer.HasField("navigation"):
                self.page_hash = answer.navigation.page_script_hash
            elif answer.HasField("page_info_changed"):
                page.link = answer.page_info_changed.query_string
            elif answer.HasField("delta"):
                take(page, answer.delta.new_element)
            elif answer.HasField("script_finished"):
                return page


def take(page: Page, element: object) -> None:
    """Note what matters of an element."""
    kind = element.WhichOneof("type")
    part = getattr(element, kind, None) if kind else None
    if kind in CONTROLS:
        page.controls.append(part.id)
    elif kind == "html" and not part.body.startswith("<style"):
        page.texts.append(part.body)
        if "state error" in part.body:
            page.errors.append(part.body)
    elif kind in ("exception", "alert"):
        page.errors.append(str(part))
