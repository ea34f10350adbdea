"""What runs in the sandbox is killed when it goes too far, and the next call finds a fresh process."""

import os
import signal
import time

import pytest

from antecedent.resolutions.errors import Rejected
from antecedent.resolutions.extract import Limits
from antecedent.runtime.sandbox import Sandbox

LIMITS = Limits(seconds=2, memory=300_000_000)


def behave(how: str) -> str:
    if how == "hang":
        time.sleep(60)
    if how == "eat":
        held = [bytearray(50_000_000) for _ in range(40)]
        time.sleep(60 * bool(held))
    if how == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if how == "refuse":
        raise Rejected("encrypted", "It asks for a password.")
    if how == "stumble":
        raise KeyError(how)
    return f"{how} in {os.getpid()}"


CASES = [("hang", "timeout"), ("eat", "memory"), ("crash", "damaged"), ("refuse", "encrypted")]


@pytest.mark.parametrize(("how", "code"), CASES, ids=[how for how, _ in CASES])
def test_what_goes_too_far_ends_in_a_code_and_the_next_call_works(how: str, code: str) -> None:
    with Sandbox(behave, limits=LIMITS) as sandbox:
        with pytest.raises(Rejected) as raised:
            sandbox.run(how)
        assert raised.value.code == code
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
