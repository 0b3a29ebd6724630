"""What an address of our own may ask for."""

import pytest

from refman_gui.scheme import imported, is_ours


@pytest.mark.parametrize(
    ("address", "text"),
    [
        ("refman://import?text=On%20Lamps%0A10.1/x", "On Lamps\n10.1/x"),
        (
            "refman://import?url=https://arxiv.org/abs/2501.00001",
            "https://arxiv.org/abs/2501.00001",
        ),
        ("refman:import?text=a&url=b", "a\nb"),
        ("refman://delete?text=a", ""),
        ("refman://import", ""),
        ("refman://[", ""),
        ("refman://import?" + "&".join(["a=b"] * 50), ""),
        ("https://arxiv.org/abs/2501.00001", "https://arxiv.org/abs/2501.00001"),
    ],
)
def test_only_text_to_be_read_comes_of_an_address(address: str, text: str) -> None:
    assert imported(address) == text


def test_addresses_of_our_own_are_told_from_others() -> None:
    assert is_ours("REFMAN://import?url=https://example.org")
    assert is_ours("refman:import?url=https://example.org")
    assert is_ours(" ref\tman://import?url=https://example.org"), "what is read of it is ours"
    assert not is_ours("refman://[")
    assert not is_ours("https://example.org/refman:")
