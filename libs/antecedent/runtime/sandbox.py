"""Work on files that may hang, crash or eat memory: in spawned processes that are killed when they go too far."""

import asyncio
import multiprocessing
import queue
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from antecedent.resolutions.errors import Code, Rejected
from antecedent.resolutions.extract.limits import DEFAULT, Limits

T = TypeVar("T")

LOOK = 0.05  # seconds between two looks at a worker's memory
STARTING = 60.0  # seconds that a new process may take to import what it needs
FILES_A_WORKER = 500  # then a fresh process, so that nothing leaks for ever


class Sandbox(Generic[T]):
    """Runs `work(*args)` in one of `workers` processes, each for one call at a time; safe to share between threads.

    `work` must be importable by name (a function of a module or a `functools.partial` of one). It may raise Rejected;
    going over the limits or crashing raises Rejected too ('timeout', 'memory', 'damaged'). Other errors of `work`
    arrive as RuntimeError.
    """

    def __init__(self, work: Callable[..., T], *, limits: Limits = DEFAULT, workers: int = 1) -> None:
        self._free: queue.LifoQueue[_Worker] = queue.LifoQueue()
        self._workers = [_Worker(work, limits) for _ in range(workers)]
        for worker in self._workers:
            self._free.put(worker)

    def run(self, *args: Any) -> T:
        """Waits for a free worker and for its answer."""
        worker = self._free.get()
        try:
            return worker.run(args)
        finally:
            self._free.put(worker)

    async def run_async(self, *args: Any) -> T:
        """`run` without blocking the event loop."""
        return await asyncio.to_thread(self.run, *args)

    def close(self) -> None:
        """Ends the processes, busy or not."""
        for worker in self._workers:
            worker.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


class _Worker:
    """One process, started at the first call and again after it was killed."""

    def __init__(self, work: Callable[..., Any], limits: Limits) -> None:
        self._work, self._limits = work, limits
        self._process: Any = None
        self._pipe: Connection | None = None
        self._done = 0
        self._lock = threading.Lock()  # stop() may come from another thread

    def run(self, args: tuple[Any, ...]) -> Any:
        pipe = self._started()
        try:
            pipe.send(args)
            self._wait(pipe)
            answer = pipe.recv()
        except (EOFError, OSError) as error:
            raise self._crashed() from error
        self._done += 1
        return _opened(answer)

    def _started(self) -> Connection:
        if self._done >= FILES_A_WORKER or (self._process is not None and not self._process.is_alive()):
            self.stop()
        if self._pipe is None:
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self._work), daemon=True)
            self._process.start()
            theirs.close()
            self._done = 0
            self._await(self._pipe)
        return self._pipe

    def _await(self, pipe: Connection) -> None:
        """By short looks: stop() closes the pipe, which ends the next look but not one that waits already."""
        end = time.monotonic() + STARTING
        while not pipe.poll(LOOK):
            if time.monotonic() > end:
                self.stop()
                raise RuntimeError("A worker process did not start.")
        pipe.recv()

    def _wait(self, pipe: Connection) -> None:
        end = time.monotonic() + self._limits.seconds
        while not pipe.poll(LOOK):
            if time.monotonic() > end:
                self._give_up("timeout", f"Reading took more than {self._limits.seconds:g} s.", "the limit of seconds")
            if _resident(self._process.pid) > self._limits.memory:
                megabytes = self._limits.memory // 1_000_000
                self._give_up("memory", f"Reading took more than {megabytes} MB of memory.", "the limit of memory")

    def _give_up(self, code: Code, what: str, limit: str) -> None:
        self.stop()
        raise Rejected(code, f"{what} Print it to a new PDF and try that, split it, or raise {limit}.")

    def _crashed(self) -> Rejected:
        self._process.join(5)
        status = self._process.exitcode
        self.stop()
        return Rejected("damaged", f"Reading the file crashed (status {status}). Print it to a new PDF and try that.")

    def stop(self) -> None:
        with self._lock:
            if self._process is not None:
                self._process.kill()
                self._process.join()
            if self._pipe is not None:
                self._pipe.close()
            self._process = self._pipe = None


def _serve(pipe: Connection, work: Callable[..., Any]) -> None:
    """The life of a worker process: one answer for each request, until the pipe closes."""
    pipe.send("ready")
    while True:
        try:
            args = pipe.recv()
        except (EOFError, OSError):
            return
        pipe.send(_answer(work, args))


def _answer(work: Callable[..., Any], args: tuple[Any, ...]) -> tuple[str, Any]:
    try:
        return "done", work(*args)
    except Rejected as error:
        return "rejected", (error.code, error.reason)
    except MemoryError:
        return "rejected", ("memory", "Reading took more memory than there is. Split the file and try its parts.")
    except Exception as error:  # told to the caller, who is in another process
        return "failed", f"{type(error).__name__}: {error}"


def _opened(answer: tuple[str, Any]) -> Any:
    outcome, value = answer
    if outcome == "rejected":
        raise Rejected(*value)
    if outcome == "failed":
        raise RuntimeError(value)
    return value


def _resident(pid: int) -> int:
    """Bytes of memory of a process' own, without the files that it has mapped; 0 where the system has no /proc."""
    try:
        _, resident, shared, *_ = Path(f"/proc/{pid}/statm").read_text().split()
        return (int(resident) - int(shared)) * 4096
    except (OSError, IndexError, ValueError):
        return 0
