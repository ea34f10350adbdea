"""Which files of a watched folder are whole: a slow writer leaves no sign but that a file rests."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from antecedent.resolutions.extract.limits import TAIL, is_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a file looked like."""

    size: int
    modified: float


@dataclass(slots=True, kw_only=True)
class Folder:
    """Remembers what it saw, so that each version of a file is given once."""

    path: Path
    patience: float  # seconds after which a resting file without %%EOF is taken as it is
    _seen: dict[Path, Look] = field(default_factory=dict[Path, Look])
    _taken: dict[Path, Look] = field(default_factory=dict[Path, Look])

    def ready(self, now: float) -> list[Path]:
        """Files that did not change since the last look and end as a PDF ends; `now` in seconds since the epoch."""
        found = [(path, look) for path, look in self._looks() if self._is_whole(path, look, now)]
        self._taken.update(found)
        return [path for path, _ in found]

    def _looks(self) -> Iterator[tuple[Path, Look]]:
        for path in sorted(self.path.rglob("*")):
            if path.suffix.lower() != ".pdf" or any(part.startswith((".", "~")) for part in _inside(self.path, path)):
                continue
            try:
                status = path.stat()
            except OSError:  # gone between the listing and the look
                continue
            yield path, Look(size=status.st_size, modified=status.st_mtime)

    def _is_whole(self, path: Path, look: Look, now: float) -> bool:
        rests = self._seen.get(path) == look
        self._seen[path] = look
        if not rests or self._taken.get(path) == look:
            return False
        return ends_well(path) or now - look.modified > self.patience


def ends_well(path: Path) -> bool:
    """Whether the mark of a PDF's end stands near its end."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - TAIL))
            return is_whole(file.read())
    except OSError:
        return False


def _inside(folder: Path, path: Path) -> tuple[str, ...]:
    return path.relative_to(folder).parts
