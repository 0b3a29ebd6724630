from pathlib import Path

from refman.editing import attachments_of
from refman.model import Attachment


def test_a_file_beside_the_library_is_named_from_there(tmp_path):
    paths = [tmp_path / "papers" / "glow.pdf", Path("/elsewhere/wick.pdf")]
    assert attachments_of(paths, tmp_path) == (
        Attachment(title="glow.pdf", path="papers/glow.pdf"),
        Attachment(title="wick.pdf", path="/elsewhere/wick.pdf"),
    )
