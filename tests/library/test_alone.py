"""That there is one push at a time."""

import pytest

from refman.errors import LockedLibraryError
from refman.library.alone import alone


def test_a_second_push_is_told_to_wait_until_the_first_has_ended(tmp_path):
    for _ in range(2):
        with alone(tmp_path / "state" / "push.lock", tmp_path / "lamps.refman"):
            second = alone(tmp_path / "state" / "push.lock", tmp_path / "maps.refman")
            with pytest.raises(LockedLibraryError, match="another push is under way"):
                second.__enter__()


@pytest.mark.parametrize("is_folder", [True, False])
def test_where_there_can_be_no_lock_a_push_goes_on(tmp_path, is_folder):
    if is_folder:
        (tmp_path / "state" / "push.lock").mkdir(parents=True)
    else:
        (tmp_path / "state").mkdir(parents=True)
        (tmp_path / "state" / "push.lock").write_bytes(b"no database" * 1_000)
    gone = []
    with alone(tmp_path / "state" / "push.lock", tmp_path / "lamps.refman"):
        gone.append(True)
    assert gone
