"""What follows the state of the page: it leaves the server with the page, and is asked for again as the state changes.

A first view costs one answer this way, where a callback for each part would cost the browser a round each.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from dash import Dash, Input, Output, State, dcc, no_update
from dash.development.base_component import Component

from dashboard import ids
from dashboard.index import with_grid_later
from dashboard.static_files import with_addresses

log = logging.getLogger(__name__)
Shown = list[str]  # the query string, and light or dark
Draw = Callable[..., Any]  # Shown and the values of the states -> the value of the output, or a tuple of them


@dataclass(frozen=True, slots=True)
class Follower:
    """Parts of a page and what draws them."""

    outputs: tuple[Output, ...]
    states: tuple[State, ...]
    draw: Draw


class Dashboard(Dash):
    """A Dash app that knows what follows the state."""

    followers: tuple[Follower, ...] = ()

    def follows(self, *outputs: Output, states: tuple[State, ...] = ()) -> Callable[[Draw], Draw]:
        """Decorate what draws `outputs` from what is shown: with the page at first, by a callback afterwards."""

        def register(draw: Draw) -> Draw:
            self.followers = (*self.followers, Follower(outputs, states, draw))
            asked = (*outputs, Input(ids.SHOWN, "data"), *states)
            return self.callback(*asked, prevent_initial_call=True)(draw)  # type: ignore[no-any-return]

        return register

    def filled(self, page: Component, shown: Shown) -> Component:
        """Return the page with the values of all its parts that follow the state; what fails is asked for again."""
        parts: dict[Any, Any] = {name: part for part in parts_of(page) if isinstance(name := id_of(part), str)}
        for follower in self.followers:
            if all(output.component_id in parts for output in follower.outputs):
                try:
                    fill(parts, follower, shown)
                except Exception:
                    log.exception("a page is sent without %s", [str(output) for output in follower.outputs])
                    parts[ids.DRAWN].data = None  # the browser asks for what is shown, and hears what is wrong
        return page

    def interpolate_index(self, scripts: str = "", **parts: str) -> str:  # type: ignore[override]
        """Return the first document; Dash asks for it."""
        document = super().interpolate_index(scripts=with_grid_later(scripts), **parts)  # type: ignore[no-untyped-call]
        return with_addresses(document)

    def _config(self) -> dict[str, Any]:
        """Return what the browser is told of the app: not what is installed here. Dash asks for it."""
        config: dict[str, Any] = super()._config()  # type: ignore[no-untyped-call]
        return {key: value for key, value in config.items() if "version" not in key or "check" in key}


def fill(parts: dict[Any, Any], follower: Follower, shown: Shown) -> None:
    """Set the values of one follower's outputs."""
    states = (getattr(parts[state.component_id], state.component_property, None) for state in follower.states)
    drawn = follower.draw(shown, *states)
    values = drawn if len(follower.outputs) > 1 else (drawn,)
    for output, value in zip(follower.outputs, values, strict=True):
        if value is not no_update:
            setattr(parts[output.component_id], output.component_property, value)


def id_of(part: Component) -> Any:
    """Return the id of a component, None where it has none."""
    return getattr(part, "id", None)


def parts_of(component: Any) -> Iterator[Component]:
    """Yield a component and all that stand in it, or wait in a store to be shown."""
    if isinstance(component, list | tuple):
        for member in component:
            yield from parts_of(member)
    elif isinstance(component, Component):
        yield component
        yield from parts_of(getattr(component, "children", None))
        yield from parts_of(getattr(component, "data", None) if isinstance(component, dcc.Store) else None)
