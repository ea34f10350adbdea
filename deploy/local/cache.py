"""What is fetched or built once and kept: by one process at a time, in its place only when it is whole."""

import fcntl
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

TRIES = 3  # of what comes over the network


def kept(path: Path, make: Callable[[Path], None]) -> Path:
    """`path`, made by `make(draft)` where it is missing; whoever else wants it meanwhile waits."""
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    with (path.parent / f".{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            folder = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
            try:
                make(folder / path.name)
                (folder / path.name).replace(path)
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    return path
