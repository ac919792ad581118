"""A query and its arguments -> its answer, kept as long as the data is the same: many readers ask the same first."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import signature
from typing import Concatenate, ParamSpec, TypeVar

from dashboard.data import Data

MOST_ANSWERS = 500  # some kilobytes each
Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
Query = Callable[Concatenate[Data, Asked], Answer]


def remembered(query: Query[Asked, Answer]) -> Query[Asked, Answer]:
    """Let a query keep its answers with the data; they are frozen or never changed, and its arguments can be hashed."""
    expected = signature(query)

    @wraps(query)
    def answer(data: Data, /, *asked: Asked.args, **named: Asked.kwargs) -> Answer:
        said = expected.bind(data, *asked, **named)
        said.apply_defaults()  # the same question, however it is put
        key = (query.__name__, *said.args[1:])
        found: Answer | None = data.answers.get(key)
        if found is None:
            found = query(data, *asked, **named)
            if len(data.answers) >= MOST_ANSWERS:
                data.answers.clear()
            data.answers[key] = found
        return found

    return answer
