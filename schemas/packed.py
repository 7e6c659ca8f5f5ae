"""Many records in little memory: those last used as they are, the others packed, in memory or in a file.

A long document or a large archive is walked page by page or document by document; it need not stand in memory as a whole. A
`Packed` reads like a tuple. An item that was packed comes back as an equal record, not the same one.
"""

from __future__ import annotations

import pickle
import zlib
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated, Any, BinaryIO, TypeAlias, TypeVar, overload

from pydantic import WrapSerializer, WrapValidator

T = TypeVar("T")

HELD = 24
"""So many items are held as they are."""
FAST = 1
"""The level of compression; higher ones take several times as long for a few per cent."""


class Packed(Sequence[T]):
    """A sequence to which items are added at its end."""

    def __init__(self, items: Iterable[T] = (), *, held: int = HELD, file: BinaryIO | None = None) -> None:
        """Hold `items`.

        Args:
            items: records, or what else can be pickled.
            held: how many of the last used ones are held as they are.
            file: an open file of the caller's own where packed items go; None packs them in memory.
        """
        self._held = held
        self._file = file
        self._open: OrderedDict[int, T] = OrderedDict()
        self._packed: list[bytes | tuple[int, int] | None] = []
        """Of each item what it was packed into, or its place and length in the file; None while it never was."""
        for item in items:
            self.append(item)

    def append(self, item: T) -> None:
        """Add an item."""
        self._packed.append(None)
        self._hold(len(self._packed) - 1, item)

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...

    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        number = range(len(self))[index]
        if number in self._open:
            self._open.move_to_end(number)
            return self._open[number]
        item: T = pickle.loads(zlib.decompress(self._read(number)))  # noqa: S301  # packed by this very object
        self._hold(number, item)
        return item

    def __iter__(self) -> Iterator[T]:
        for number in range(len(self)):
            yield self[number]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Packed | tuple):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """Travel to another process without the file."""
        return Packed, (tuple(self),)

    def _hold(self, number: int, item: T) -> None:
        self._open[number] = item
        while len(self._open) > self._held:
            oldest, left = self._open.popitem(last=False)
            if self._packed[oldest] is None:
                self._packed[oldest] = self._written(zlib.compress(pickle.dumps(left, pickle.HIGHEST_PROTOCOL), FAST))

    def _written(self, packed: bytes) -> bytes | tuple[int, int]:
        if self._file is None:
            return packed
        start = self._file.seek(0, 2)
        self._file.write(packed)
        return start, len(packed)

    def _read(self, number: int) -> bytes:
        packed = self._packed[number]
        if isinstance(packed, bytes):
            return packed
        if packed is None or self._file is None:
            msg = f"item {number} was never packed"
            raise RuntimeError(msg)
        start, length = packed
        self._file.seek(start)
        return self._file.read(length)


class Part(Sequence[T]):
    """One of the tuples that the items of a packed sequence consist of, unpacked with its item when it is looked at."""

    def __init__(self, whole: Sequence[Sequence[Sequence[T]]], item: int, part: int) -> None:
        """Be part `part` of item `item` of `whole`."""
        self._whole = whole
        self._at = item, part

    def __len__(self) -> int:
        return len(self._tuple())

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._tuple()[index]

    def __iter__(self) -> Iterator[T]:
        return iter(self._tuple())

    def __eq__(self, other: object) -> bool:
        return tuple(self) == tuple(other) if isinstance(other, Part | tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """Be packed as the tuple that it is."""
        return tuple, (tuple(self),)

    def _tuple(self) -> Sequence[T]:
        item, part = self._at
        return self._whole[item][part]


def _kept(value: object, validate: Callable[[object], Sequence[object]]) -> object:
    """Take what is packed as it is, which was records before; make a tuple of anything else."""
    return value if isinstance(value, Packed | Part) else tuple(validate(value))


def _plain(value: Sequence[object], write: Callable[[tuple[object, ...]], object]) -> object:
    return write(tuple(value))


Many: TypeAlias = Annotated[Sequence[T], WrapValidator(_kept), WrapSerializer(_plain)]
"""A field with so many records that they may be packed."""
