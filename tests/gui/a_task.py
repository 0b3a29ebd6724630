"""A task for the tests of jobs: it counts, fails, dies, waits, as it is asked."""

import os
import sys

import msgspec

from refman.errors import InputError
from refman_gui.tasks import Reports, Task


class Request(msgspec.Struct, frozen=True):
    what: str
    count: int = 0


class Came(msgspec.Struct, frozen=True):
    number: int


class Result(msgspec.Struct, frozen=True):
    total: int


def run(request: Request, reports: Reports) -> Result:
    match request.what:
        case "count":
            print("what a library prints")
            for number in range(request.count):
                reports.send(Came(number))
                reports.progress.report(number + 1, request.count)
        case "refuse":
            raise InputError("there is no lamp; light one", source="lamp")
        case "break":
            raise ZeroDivisionError("a lamp")
        case "die":
            sys.stdout.flush()
            os.kill(os.getpid(), 9)
        case "wait":
            reports.say("arXiv asks to wait")
            reports.cancel.wait(60)
        case "hang":
            reports.say("hanging")
            while True:
                pass
    return Result(request.count)


A_TASK = Task(__name__, Request, Came, Result)
