"""A progress bar on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Thing = TypeVar("Thing")


@contextmanager
def progress(what: str) -> Iterator[Callable[[Iterable[Thing]], Iterable[Thing]]]:
    """A function that passes things through and shows on standard error how many have passed."""
    if not sys.stderr.isatty():
        yield lambda things: things
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} " + what),
        TextColumn("{task.fields[rate]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None, rate="")

        def through(things: Iterable[Thing]) -> Iterator[Thing]:
            for thing in things:
                yield thing
                speed = bar.tasks[0].finished_speed or bar.tasks[0].speed
                bar.update(task, advance=1, rate=f"{speed:.0f}/s" if speed else "")

        yield through
