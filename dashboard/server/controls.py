"""What a browser says of a control counts only where it is of the control's own type.

Streamlit hands over whatever arrives: a list where a word is expected, a number,
broken JSON, the name of nothing. Its controls then fail before any line of a
page runs, and go on failing at each run. No page that we send says such a thing,
so it is passed over, as if nothing had been said: the control keeps what was
chosen before.
"""

from __future__ import annotations

from typing import Any

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime.state.common import is_element_id
from streamlit.runtime.state.session_state import Serialized, WStates

_take_in, _read = WStates.set_widget_from_proto, WStates.__getitem__


def hold_controls_to_their_types() -> None:
    """Put our checks before Streamlit's taking in and reading of what controls say."""
    WStates.set_widget_from_proto = of_a_control
    WStates.__getitem__ = of_its_type


# Both take the place of methods, and the names of their arguments.
def of_a_control(self: WStates, widget_state: WidgetState) -> None:
    """Take in what is said, unless it is said of what is no control."""
    if is_element_id(widget_state.id):
        _take_in(self, widget_state)


def of_its_type(self: WStates, k: str) -> Any:
    """Return what a control says.

    Raises:
        KeyError: it says nothing, or nothing of its type.
    """
    state, known = self.states.get(k), self.widget_metadata.get(k)
    if known and isinstance(state, Serialized):
        kind = state.value.WhichOneof("value")
        if kind not in (None, known.value_type):
            raise KeyError(k)
    return _read(self, k)
