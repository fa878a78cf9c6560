"""Where the nodes stand: igraph's layouts, seeded, part by part, then packed and pushed apart.

igraph stands behind this door only. Whole numbers come out, so that a last binary digit cannot change the page.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from math import copysign
from typing import Any, NamedTuple

_SEED = 7
_STEP = 150
"""Length of an ideal line, in the drawing's units."""
_ROOM = (140, 74)
"""Width and height that a node with its label needs."""
_EXACT = 250
"""Up to so many nodes Kamada-Kawai is worth its cubic time."""
_SHAPE = 1.2
"""Width over height of the whole drawing."""


class Placed(NamedTuple):
    """A node's place and the community that it belongs to."""

    x: int
    y: int
    community: int


Point = tuple[float, float]


def place(count: int, weights: Mapping[tuple[int, int], int]) -> list[Placed]:
    """A place for each of `count` nodes, given how many statements link each pair; more important nodes come first."""
    if not count:
        return []
    pairs = sorted(weights)
    graph: Any = import_module("igraph").Graph(n=count, edges=pairs)
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
        coords = part.layout_fruchterman_reingold(weights="weight", seed=circle, niter=400, grid=False).coords
    scale = _STEP * _SHAPE**0.5 / _typical_length(part, coords)
    return _apart([(x * scale, y * scale / _SHAPE) for x, y in coords])


def _typical_length(part: Any, coords: list[list[float]]) -> float:
    lengths = sorted(
        ((coords[a][0] - coords[b][0]) ** 2 + (coords[a][1] - coords[b][1]) ** 2) ** 0.5 for a, b in part.get_edgelist()
    )
    return max(float(lengths[len(lengths) // 2]), 1e-6)


def _apart(points: list[Point], rounds: int = 80) -> list[Point]:
    """Push nodes apart until each has room for its label, as far as some rounds reach."""
    for _ in range(rounds):
        moves = [(0.0, 0.0)] * len(points)
        for one, other in _close(points):
            dx, dy = points[other][0] - points[one][0], points[other][1] - points[one][1]
            push_x, push_y = _ROOM[0] - abs(dx), _ROOM[1] - abs(dy)
            if push_x <= 0 or push_y <= 0:
                continue
            step = (copysign(push_x / 3, dx), 0.0)
            if push_x * _ROOM[1] >= push_y * _ROOM[0]:
                step = (0.0, copysign(push_y / 3, dy))
            moves[one] = (moves[one][0] - step[0], moves[one][1] - step[1])
            moves[other] = (moves[other][0] + step[0], moves[other][1] + step[1])
        if not any(move != (0.0, 0.0) for move in moves):
            break
        points = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(points, moves, strict=True)]
    return points


def _close(points: list[Point]) -> Iterator[tuple[int, int]]:
    """Pairs of points in the same or neighbouring cells of a grid as wide as `_ROOM`."""
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (x, y) in enumerate(points):
        cells[int(x // _ROOM[0]), int(y // _ROOM[1])].append(number)
    for (column, row), members in cells.items():
        for right, down in ((0, 0), (1, 0), (0, 1), (1, 1), (1, -1)):
            for one in members:
                for other in cells.get((column + right, row + down), ()):
                    if (right, down) != (0, 0) or one < other:
                        yield one, other


def _pack(drawn: list[tuple[list[int], list[Point]]]) -> dict[int, Point]:
    """The largest part on top, the others in rows below it, lone nodes last."""
    places: dict[int, Point] = {}
    linked = [points for _, points in drawn if len(points) > 1] or [points for _, points in drawn]
    area = sum((wide + _ROOM[0]) * (tall + _ROOM[1]) for wide, tall in map(_extent, linked))
    width = max(max(_extent(points)[0] for points in linked), (area * _SHAPE) ** 0.5)
    left = top = tallest = 0.0
    for part, points in drawn:
        wide, tall = _extent(points)
        if left and left + wide > width:
            left, top, tallest = 0.0, top + tallest + _ROOM[1], 0.0
        low_x, low_y = min(x for x, _ in points), min(y for _, y in points)
        places.update({node: (left + x - low_x, top + y - low_y) for node, (x, y) in zip(part, points, strict=True)})
        left, tallest = left + wide + _ROOM[0], max(tallest, tall)
    return places


def _extent(points: list[Point]) -> tuple[float, float]:
    xs, ys = zip(*points, strict=True)
    return max(xs) - min(xs), max(ys) - min(ys)
