"""Line numbers of places in a text."""

import re

__all__ = ["Lines"]

_END = re.compile(r"\r\n?|\n")


class Lines:
    """Tell the lines of places in one text; cheap where the places come in order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._place = 0
        self._line = 1

    def at(self, place: int) -> int:
        """Return the line, counted from 1, in which a character of the text stands."""
        if place < self._place:
            self._place, self._line = 0, 1
        if "\r" in self._text[self._place : place + 1]:
            ends = (end.end() for end in _END.finditer(self._text, self._place))
            for end in ends:
                if end > place:
                    break
                self._line += 1
                self._place = end
            return self._line
        self._line += self._text.count("\n", self._place, place)
        self._place = place
        return self._line
