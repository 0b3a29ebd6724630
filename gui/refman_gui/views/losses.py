"""What of the papers is not held where they go."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from refman_gui.core_texts import core_text, figures
from refman_gui.field_labels import field_label
from refman_gui.views.plain import make_plain

__all__ = ["LossesLabel"]

_MOST = 6


class LossesLabel(QLabel):
    """Tell of losses, a line each, the greatest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        make_plain(self)

    def tell(self, head: str, losses: Sequence[tuple[str, int, str]]) -> None:
        """Tell of losses below a line that says what does not hold them.

        Args:
            head: that line.
            losses: feature, how many of it, why.
        """
        lines = [
            f"− {_feature(name)} ({figures(count)}): {core_text(why)}"
            for name, count, why in losses[:_MOST]
        ]
        if len(losses) > _MOST:
            lines.append(self.tr("and %n more", "", len(losses) - _MOST))
        self.setText("\n".join([head, *lines]))


def _feature(name: str) -> str:
    """Return what a feature is called; "links.leads_to" is told in words of its own."""
    label = core_text(field_label(name))
    return label if label != name else name.replace(".", ": ").replace("_", " ")
