"""How cost grows, told on a machine that other work shares.

A single figure may be ten times too high where the processor is lent out meanwhile, so the least of
several counts: both works are timed in turn, and again until they are within the bound. Work that
grows too fast is above it however often it is timed.
"""

import gc
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["assert_cost_ratio"]

ROUNDS = 12


def assert_cost_ratio(
    long: Callable[[], object], short: Callable[[], object], *, most: float, floor_s: float
) -> None:
    """Fail where ``long`` costs more than ``most`` times what ``short`` does.

    Args:
        long: the greater work.
        short: the lesser one, of the same kind.
        most: the bound; between the ratio of a linear cost and that of a quadratic one.
        floor_s: a lesser cost than this many seconds is taken for this, being noise.
    """
    least_long_s = least_short_s = float("inf")
    with _undisturbed():
        for _ in range(ROUNDS):
            least_short_s = min(least_short_s, _cost_s(short))
            least_long_s = min(least_long_s, _cost_s(long))
            if least_long_s <= most * max(least_short_s, floor_s):
                return
    ratio = least_long_s / max(least_short_s, floor_s)
    raise AssertionError(f"costs {ratio:.1f} times as much, at most {most:.1f} is linear")


@contextmanager
def _undisturbed() -> Iterator[None]:
    # Neither going through what all other tests left in memory, nor noting which lines are run, is
    # the work's cost.
    trace = sys.gettrace()
    sys.settrace(None)
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        sys.settrace(trace)


def _cost_s(work: Callable[[], object]) -> float:
    start_s = time.process_time()
    work()
    return time.process_time() - start_s
