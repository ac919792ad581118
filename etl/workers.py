"""Where documents are read: in this process, in others on this machine, or on a cluster; the same calls for all three.

On a cluster (dask.distributed) every worker has this version of the project and sees the documents under the same
paths. A worker that is lost costs time: what it had begun is done again by another.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

AHEAD = 2  # tasks for each worker that are under way, so that none waits and memory follows the documents at hand
ANSWERS_WITHIN = 10  # seconds for a scheduler to answer at all
Item = TypeVar("Item")
Made = TypeVar("Made")


class NoCluster(Exception):  # noqa: N818
    """The cluster that was asked for cannot be used; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Workers:
    """An executor and how many tasks it does at once."""

    executor: Executor
    count: int

    def each(
        self, make: Callable[[Item], Made], items: Iterable[Item], worth: bool = True
    ) -> Iterator[tuple[Item, Made]]:
        """Yield every item with what `make` makes of it, in the order of the items; only some are under way at once.

        Where sharing out is not `worth` it, all is made in this process.
        """
        if not worth:
            yield from ((item, make(item)) for item in items)
            return
        rest = iter(items)
        waiting = [(item, self.executor.submit(make, item)) for item in islice(rest, AHEAD * self.count)]
        while waiting:
            item, future = waiting.pop(0)
            yield item, future.result()
            waiting += [(one, self.executor.submit(make, one)) for one in islice(rest, 1)]


class Here(Executor):
    """Does in this process what it is given, at once."""

    def submit(self, make: Callable[..., Made], /, *given: Any, **named: Any) -> Future[Made]:
        """Return what `make` makes, as an executor does."""
        future: Future[Made] = Future()
        future.set_result(make(*given, **named))
        return future


ALONE = Workers(Here(), 1)


@contextmanager
def on_this_machine() -> Iterator[Workers]:
    """Hand out as many processes as there are cores; they start when the first task is given, and share what is loaded.

    With one core this process does all.
    """
    cores = len(os.sched_getaffinity(0))
    if cores < 2:
        yield ALONE
        return
    with ProcessPoolExecutor(cores) as pool:
        yield Workers(pool, cores)


@contextmanager
def on_cluster(scheduler: str) -> Iterator[Workers]:
    """Hand out the workers of the Dask scheduler at an address such as tcp://10.0.0.5:8786; raises NoCluster."""
    try:
        distributed = importlib.import_module("distributed")
    except ImportError as error:
        raise NoCluster("--scheduler needs Dask: pip install -c constraints.txt -e '.[cluster]'") from error
    try:
        client = distributed.Client(scheduler, timeout=ANSWERS_WITHIN)
    except (OSError, TimeoutError, ValueError) as error:
        raise NoCluster(f"{scheduler}: no scheduler answers there ({error}). Start one: dask scheduler") from error
    with client:
        count = sum(client.nthreads().values())
        if not count:
            raise NoCluster(f"{scheduler}: it has no workers. Start some: dask worker {scheduler} --nthreads 1")
        yield Workers(client.get_executor(pure=False), count)
