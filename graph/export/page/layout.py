"""Where the nodes stand: igraph's layouts, seeded, part by part, then packed and pushed apart.

igraph stands behind this door only. Whole numbers come out, so that a last binary digit cannot change the page.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any, NamedTuple

from graph.export.page.spacing import LINES_EXACT, ROOM, Point, clear_lines, spread

_SEED = 7
_STEP = 150
"""Length of an ideal line, in the drawing's units."""
_EXACT = 250
"""Up to so many nodes Kamada-Kawai is worth its cubic time."""
WHOLE, STRONGEST = 300, 120
"""Of more than so many nodes only the strongest are drawn at first."""
_WIDE = 2.2
"""How much more room those are given."""
_SHAPE = 1.2
"""Width over height of the whole drawing."""


class Placed(NamedTuple):
    """A node's place and the community that it belongs to."""

    x: int
    y: int
    community: int


def place(count: int, weights: Mapping[tuple[int, int], int]) -> list[Placed]:
    """A place for each of `count` nodes, given how many statements link each pair; more important nodes come first."""
    if not count:
        return []
    pairs = sorted(weights)
    graph: Any = import_module("igraph").Graph(n=count, edges=pairs)
    graph.vs["room"] = [_WIDE if count > WHOLE and n < STRONGEST else 1.0 for n in range(count)]
    graph.es["weight"] = [weights[pair] for pair in pairs]
    with _seeded():
        communities = _communities(graph) if pairs else range(count)
        parts = sorted(graph.connected_components(), key=lambda part: (-len(part), part[0]))
        drawn = [(part, _draw(graph.induced_subgraph(part))) for part in parts]
    points = _pack(drawn)
    return [Placed(round(points[n][0]), round(points[n][1]), communities[n]) for n in range(count)]


def _communities(graph: Any) -> list[int]:
    """Leiden communities by modularity, numbered by their most important member."""
    found: list[int] = graph.community_leiden("modularity", weights="weight", n_iterations=4).membership
    numbers = {community: number for number, community in enumerate(dict.fromkeys(found))}
    return [numbers[community] for community in found]


@contextmanager
def _seeded() -> Iterator[None]:
    """Let igraph draw its random numbers from a fixed seed, then from Python's generator again."""
    igraph: Any = import_module("igraph")
    igraph.set_random_number_generator(random.Random(_SEED))
    try:
        yield
    finally:
        igraph.set_random_number_generator(random)


def _draw(part: Any) -> list[Point]:
    """Places of a connected part around the origin."""
    size = part.vcount()
    if size == 1:
        return [(0.0, 0.0)]
    circle = part.layout_circle().coords
    if size <= _EXACT:
        coords = part.layout_kamada_kawai(seed=circle).coords
    else:
        coords = part.layout_fruchterman_reingold(
            weights="weight", seed=circle, niter=min(400, max(50, 600_000 // size)), grid=size > 1000
        ).coords
    scale = _STEP / _typical_length(part, coords)
    rooms, lines = part.vs["room"], part.get_edgelist()
    points = spread([(x * scale, y * scale) for x, y in coords], rooms)
    return clear_lines(points, lines, rooms) if size * len(lines) <= LINES_EXACT else points


def _typical_length(part: Any, coords: list[list[float]]) -> float:
    lengths = sorted(
        ((coords[a][0] - coords[b][0]) ** 2 + (coords[a][1] - coords[b][1]) ** 2) ** 0.5 for a, b in part.get_edgelist()
    )
    return max(float(lengths[len(lengths) // 2]), 1e-6)


def _pack(drawn: list[tuple[list[int], list[Point]]]) -> dict[int, Point]:
    """The largest part on top, the others in rows below it, lone nodes last."""
    places: dict[int, Point] = {}
    linked = [points for _, points in drawn if len(points) > 1] or [points for _, points in drawn]
    area = sum((wide + ROOM[0]) * (tall + ROOM[1]) for wide, tall in map(_extent, linked))
    width = max(max(_extent(points)[0] for points in linked), (area * _SHAPE) ** 0.5)
    left = top = tallest = 0.0
    for part, points in drawn:
        wide, tall = _extent(points)
        if left and left + wide > width:
            left, top, tallest = 0.0, top + tallest + ROOM[1], 0.0
        low_x, low_y = min(x for x, _ in points), min(y for _, y in points)
        places.update({node: (left + x - low_x, top + y - low_y) for node, (x, y) in zip(part, points, strict=True)})
        left, tallest = left + wide + ROOM[0], max(tallest, tall)
    return places


def _extent(points: list[Point]) -> tuple[float, float]:
    xs, ys = zip(*points, strict=True)
    return max(xs) - min(xs), max(ys) - min(ys)
