"""What runs in the sandbox is killed when it goes too far, and the next call finds a fresh process."""

import os
import signal
import time

import pytest

from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.extract import Limits
from antecedent.runtime.sandbox import Sandbox

LIMITS = Limits(seconds=100, memory=300_000_000)
SHORT = Limits(seconds=1, memory=300_000_000)


def behave(how: str) -> str:
    if how == "hang":
        time.sleep(600)
    if how == "eat":
        held = [bytearray(50_000_000) for _ in range(40)]
        time.sleep(600 * bool(held))
    if how == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if how == "refuse":
        raise Rejected("encrypted", "It asks for a password.")
    if how == "stumble":
        raise KeyError(how)
    return f"{how} in {os.getpid()}"


CASES = [
    pytest.param("hang", SHORT, "timeout", id="hang"),
    pytest.param("eat", LIMITS, "memory", id="eat"),
    pytest.param("crash", LIMITS, "damaged", id="crash"),
    pytest.param("refuse", LIMITS, "encrypted", id="refuse"),
]


@pytest.mark.parametrize(("how", "limits", "code"), CASES)
def test_what_goes_too_far_ends_in_a_code_and_another_process_starts(how: str, limits: Limits, code: str) -> None:
    with Sandbox(behave, limits=limits) as sandbox:
        for _ in range(2):
            with pytest.raises(Rejected) as raised:
                sandbox.run(how)
            assert raised.value.code == code


def test_after_a_crash_the_next_call_works() -> None:
    with Sandbox(behave, limits=LIMITS) as sandbox:
        with pytest.raises(Rejected):
            sandbox.run("crash")
        assert sandbox.run("work").startswith("work")


def test_one_process_serves_many_calls_and_errors_arrive() -> None:
    with Sandbox(behave, limits=LIMITS) as sandbox:
        assert sandbox.run("work") == sandbox.run("work")
        with pytest.raises(RuntimeError, match="KeyError"):
            sandbox.run("stumble")
        assert str(os.getpid()) not in sandbox.run("work")


async def test_services_wait_without_blocking() -> None:
    with Sandbox(behave, limits=LIMITS) as sandbox:
        assert (await sandbox.run_async("work")).startswith("work")
