"""Which bytes a signature signs: all from the first to `end`, but for its own contents."""

from dataclasses import dataclass
from typing import Self

from pyhanko.pdf_utils import generic

_NUMBERS = 4


class ByteRangeError(Exception):
    """A range that leaves out more than the signature's contents, or contents written otherwise."""


@dataclass(frozen=True, slots=True)
class ByteRange:
    """Bytes 0 to `gap_start` and `gap_end` to `end`; between them stand the contents in hex."""

    gap_start: int
    gap_end: int
    end: int

    @classmethod
    def of(cls, signature: generic.DictionaryObject, pdf: bytes) -> Self:
        """Read /ByteRange; ByteRangeError unless it has the one form that leaves nothing out."""
        numbers = [int(number) for number in signature["/ByteRange"]]
        if len(numbers) != _NUMBERS or numbers[0] != 0:
            raise ByteRangeError
        _, gap_start, gap_end, length = numbers
        if not 0 < gap_start < gap_end <= gap_end + length <= len(pdf):
            raise ByteRangeError
        return cls(gap_start, gap_end, gap_end + length)

    def contents(self, signature: generic.DictionaryObject, pdf: bytes) -> bytes:
        """The signature's contents, which must fill the gap as they were written, capitals and all."""
        contents: bytes = signature.raw_get("/Contents").original_bytes
        if pdf[self.gap_start : self.gap_end] != b"<%s>" % contents.hex().upper().encode():
            raise ByteRangeError
        return contents

    def signed(self, pdf: bytes) -> bytes:
        """The bytes that are signed."""
        return pdf[: self.gap_start] + pdf[self.gap_end : self.end]
