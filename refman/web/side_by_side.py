"""Calls that wait for the web, made side by side; the first fault or a cancel ends them all."""

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TypeVar

from refman.progress import CancelToken

__all__ = ["side_by_side"]

_TICK_S = 0.1

_Value = TypeVar("_Value")


def side_by_side(
    calls: Sequence[Callable[[], _Value]],
    cancel: CancelToken,
    tell: Callable[[int], None] = lambda _: None,
    *,
    threads: int,
) -> list[_Value]:
    """Return what calls give, in their order; a fault in one of them stops the others.

    Args:
        calls: each is made in a thread, and heeds ``cancel`` where it waits.
        cancel: is cancelled by a fault, so that no call goes on waiting.
        tell: is told how many are finished, ten times a second, and raises Cancelled to stop.
        threads: how many calls are made at one time, at most.
    """
    if not calls:
        return []
    pool = ThreadPoolExecutor(min(threads, len(calls)), thread_name_prefix="refman-web")
    try:
        futures = [pool.submit(call) for call in calls]
        waiting: set[Future[_Value]] = set(futures)
        while waiting:
            ready, waiting = wait(waiting, _TICK_S, return_when=FIRST_COMPLETED)
            for future in ready:
                future.result()
            tell(len(futures) - len(waiting))
    except BaseException:
        cancel.cancel()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)
    return [future.result() for future in futures]
