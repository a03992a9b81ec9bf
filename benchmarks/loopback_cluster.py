"""A real Ray cluster on this machine: a head and workers, each a node of its own at an address of the loopback."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

_HEAD = "127.0.0.2"
"""Not 127.0.0.1: Ray takes that for the machine's outward address."""
_PORT = 6399
_STORE = "100000000"
"""Bytes of each node's store of objects: the least is enough."""


class Cluster:
    """The nodes, by number: 0 is the head, which works at nothing itself."""

    def __init__(self, workers: int) -> None:
        self.place = f"ray://{_HEAD}:{_PORT}"
        # The names of Ray's sockets are long, and their length is limited.
        self._folder = tempfile.mkdtemp(prefix="ray", dir="/tmp")
        self._nodes: list[subprocess.Popen[bytes]] = []
        head = ["--head", f"--port={_PORT}", "--num-cpus=0", "--include-dashboard=false", f"--temp-dir={self._folder}"]
        try:
            self._start(_HEAD, *head)
            # One after the other: nodes that start together take each other's names of sockets.
            for number in range(workers):
                self._start(f"127.0.0.{3 + number}", f"--address={_HEAD}:{_PORT}", "--num-cpus=1")
        except BaseException:
            self.close()
            raise

    def _start(self, own: str, *options: str) -> None:
        common = [f"--node-ip-address={own}", f"--object-store-memory={_STORE}", "--disable-usage-stats", "--block"]
        with (Path(self._folder) / f"{own}.log").open("wb") as log:
            node = subprocess.Popen(
                [str(Path(sys.executable).with_name("ray")), "start", *options, *common],
                stdout=log, stderr=log, start_new_session=True, env=os.environ | settings(),
            )  # fmt: skip
        self._nodes.append(node)
        until = time.monotonic() + 120
        said = b""
        while b"Ray runtime started" not in said:
            if node.poll() is not None or time.monotonic() > until:
                raise RuntimeError(f"the node at {own} did not start: {said.decode(errors='replace')[-2000:]}")
            time.sleep(0.2)
            said = (Path(self._folder) / f"{own}.log").read_bytes()

    def processes(self) -> list[int]:
        """The ids of the processes above all that work."""
        return [node.pid for node in self._nodes]

    def kill(self, number: int) -> None:
        """Kills a node with all its processes, without a warning."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._nodes[number].pid, signal.SIGKILL)
        self._nodes[number].wait()

    def close(self) -> None:
        """Ends all nodes."""
        for node in reversed(self._nodes):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(node.pid, signal.SIGTERM)
        time.sleep(1)
        for number in range(len(self._nodes)):
            self.kill(number)
        shutil.rmtree(self._folder, ignore_errors=True)


def settings() -> dict[str, str]:
    """What the environment of the nodes and of who joins them has to say."""
    return {
        "RAY_AUTH_MODE": "disabled", "RAY_USAGE_STATS_ENABLED": "0", "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
        # A node that was killed is missed after five seconds, not fifteen.
        "RAY_health_check_period_ms": "1000", "RAY_health_check_initial_delay_ms": "1000",
    }  # fmt: skip


@contextlib.contextmanager
def cluster(workers: int) -> Iterator[Cluster]:
    """A cluster, ended whatever happens."""
    made = Cluster(workers)
    try:
        yield made
    finally:
        made.close()
