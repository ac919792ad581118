"""Files that are made in the background: started, watched, cancelled, taken."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from secrets import token_urlsafe
from threading import Lock, Thread

from dashboard.exports.progress import Cancelled, Tell

MOST_KEPT = 12  # finished or running; the oldest goes
log = logging.getLogger(__name__)


@dataclass(slots=True)
class Job:
    """One export. `share` is what is done, 0 to 1; `content` is there when it is finished, `failed` why it never is."""

    name: str
    media_type: str
    share: float = 0.0
    content: bytes | None = None
    failed: str = ""
    cancelled: bool = False


@dataclass(slots=True)
class Jobs:
    """The exports of one dashboard, by a key that only the reader who started one knows."""

    _jobs: dict[str, Job] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def start(self, job: Job, make: Callable[[Tell], bytes]) -> str:
        """Begin to make a file; return the key of the job."""
        key = token_urlsafe(16)
        with self._lock:
            self._jobs[key] = job
            for old in list(self._jobs)[:-MOST_KEPT]:
                self._jobs.pop(old).cancelled = True
        Thread(target=_run, args=(job, make), daemon=True, name=f"export {job.name}").start()
        return key

    def get(self, key: str) -> Job | None:
        """Return a job; None where there is none of that key."""
        return self._jobs.get(key)

    def cancel(self, key: str) -> None:
        """Let a job end at its next step, and forget it."""
        with self._lock:
            job = self._jobs.pop(key, None)
        if job:
            job.cancelled = True


def _run(job: Job, make: Callable[[Tell], bytes]) -> None:
    def tell(share: float) -> None:
        if job.cancelled:
            raise Cancelled
        job.share = share

    try:
        content = make(tell)
        job.share, job.content = 1.0, content
    except Cancelled:
        job.cancelled = True
    except Exception as error:
        log.exception("the export %s failed", job.name)
        job.failed = str(error) or type(error).__name__
