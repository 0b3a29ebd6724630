"""Serve made-up papers in a process of its own, so that the window's process is the window's alone.

``python -m tests.gui.serving COUNT``: prints the environment as JSON, and serves until its input
ends.
"""

import json
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.lookup.service import Services
from tests.lookup.service_answers import Record
from tests.lookup.world import papers

_ROOT = Path(__file__).resolve().parent.parent.parent


def main(count: int) -> None:
    records = [
        Record(
            title=paper.title,
            authors=tuple(f"{name.given} {name.family}" for name in paper.author),
            year=paper.year,
            abstract=paper.abstract,
            arxiv=paper.arxiv,
        )
        for paper in papers(count)
    ]
    with Services(records) as services:
        print(json.dumps(services.environment(per_second=1_000.0)), flush=True)
        sys.stdin.read()


@contextmanager
def serving(count: int) -> Generator[dict[str, str]]:
    """Serve so many papers; give the environment that leads there."""
    command = [sys.executable, "-m", "tests.gui.serving", str(count)]
    with subprocess.Popen(
        command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.stdin.close()
            process.wait(20)


if __name__ == "__main__":
    main(int(sys.argv[1]))
