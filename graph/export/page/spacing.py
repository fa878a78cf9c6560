"""Room for names: nodes pushed away from one another and off lines that are not theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import copysign

ROOM = (126, 82)
"""Width and height that a node with its label needs."""
LINES_EXACT = 30_000
"""Up to so many pairs of a node and a line are looked at to keep them apart."""
_CLEAR = 38
"""How far from a line the nodes stay that it does not link."""

Point = tuple[float, float]


def spread(points: list[Point], rooms: list[float]) -> list[Point]:
    """Push nodes apart until each has its room (in units of `ROOM`), as far as some rounds reach."""
    for _ in range(max(3, min(80, 30_000 // len(points)))):
        moves = [(0.0, 0.0)] * len(points)
        for one, other in _close(points, max(rooms)):
            dx, dy = points[other][0] - points[one][0], points[other][1] - points[one][1]
            room = (rooms[one] + rooms[other]) / 2
            push_x, push_y = room * ROOM[0] - abs(dx), room * ROOM[1] - abs(dy)
            if push_x <= 0 or push_y <= 0:
                continue
            step = (copysign(push_x / 3, dx), 0.0)
            if push_x * ROOM[1] >= push_y * ROOM[0]:
                step = (0.0, copysign(push_y / 3, dy))
            moves[one] = (moves[one][0] - step[0], moves[one][1] - step[1])
            moves[other] = (moves[other][0] + step[0], moves[other][1] + step[1])
        if not any(move != (0.0, 0.0) for move in moves):
            break
        points = [(x + dx, y + dy) for (x, y), (dx, dy) in zip(points, moves, strict=True)]
    return points


def clear_lines(points: list[Point], lines: list[tuple[int, int]], rooms: list[float], rounds: int = 12) -> list[Point]:
    """Push nodes away from lines that pass through them and are not theirs, then apart again."""
    for _ in range(rounds):
        moved = list(points)
        for node, point in enumerate(points):
            for line in lines:
                if node not in line:
                    dx, dy = _away(point, points[line[0]], points[line[1]])
                    moved[node] = (moved[node][0] + dx, moved[node][1] + dy)
        if moved == points:
            break
        points = spread(moved, rooms)
    return points


def _away(point: Point, start: Point, end: Point) -> Point:
    """A step away from a line that comes nearer than `_CLEAR`, else none."""
    along = (end[0] - start[0], end[1] - start[1])
    length = along[0] ** 2 + along[1] ** 2
    share = ((point[0] - start[0]) * along[0] + (point[1] - start[1]) * along[1]) / length if length else 0.0
    if not 0.0 < share < 1.0:
        return 0.0, 0.0
    side = (along[0] * (point[1] - start[1]) - along[1] * (point[0] - start[0])) / length**0.5
    if abs(side) >= _CLEAR:
        return 0.0, 0.0
    push = copysign(_CLEAR - abs(side), side) / 2
    return -along[1] / length**0.5 * push, along[0] / length**0.5 * push


def _close(points: list[Point], room: float) -> Iterator[tuple[int, int]]:
    """Pairs of points in the same or neighbouring cells of a grid as wide as the widest room."""
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, (x, y) in enumerate(points):
        cells[int(x // (room * ROOM[0])), int(y // (room * ROOM[1]))].append(number)
    for (column, row), members in cells.items():
        for right, down in ((0, 0), (1, 0), (0, 1), (1, 1), (1, -1)):
            for one in members:
                for other in cells.get((column + right, row + down), ()):
                    if (right, down) != (0, 0) or one < other:
                        yield one, other
