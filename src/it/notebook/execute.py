"""Executes a notebook's code cells in a kernel for Java and prints what they show; fails at the first error."""

import glob
import json
import os
import socket
import sys
import tempfile
import time

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager


TRIES = 3
PATIENCE = 120


def specification(folder):
    spec = {
        "argv": [os.environ["JAVA"], "-jar", os.environ["KERNEL"], "{connection_file}"],
        "display_name": "Java",
        "language": "java",
    }
    os.makedirs(os.path.join(folder, "java"))
    with open(os.path.join(folder, "java", "kernel.json"), "w") as file:
        json.dump(spec, file)


def listens(port):
    """Whether something listens at a port of this machine."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def await_ports(manager):
    """A kernel drops what it is asked before it listens, and how long that takes depends on the machine."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and manager.is_alive():
        if all(listens(port) for port in (manager.shell_port, manager.iopub_port)):
            return
        time.sleep(0.5)


def ready(folder):
    """A kernel that answers. Each try has a manager of its own: one that shut its kernel down has closed its sockets
    for good, and asking it for a client fails with "Operation not supported"."""
    log = open(os.environ["KERNEL_LOG"], "w")
    for _ in range(TRIES):
        manager = KernelManager(kernel_name="java", ip="127.0.0.1")
        manager.kernel_spec_manager = KernelSpecManager(kernel_dirs=[folder])
        manager.start_kernel(stdout=log, stderr=log)
        await_ports(manager)
        client = manager.client()
        client.start_channels()
        try:
            client.wait_for_ready(timeout=PATIENCE)
            return manager, client
        except RuntimeError as error:
            print("the kernel did not answer: %s; once more" % error, file=sys.stderr)
            client.stop_channels()
            manager.shutdown_kernel(now=True)
    sys.exit("the kernel does not answer")


def execute(client, code):
    """What a cell shows; an error of the kernel ends the program."""
    shown = []

    def hear(message):
        kind, content = message["msg_type"], message["content"]
        if kind in ("execute_result", "display_data"):
            shown.append(content["data"].get("text/plain") or str(content["data"]))
        elif kind == "stream":
            shown.append(content["text"])

    reply = client.execute_interactive(code, timeout=2 * PATIENCE, output_hook=hear)["content"]
    if reply["status"] != "ok":
        sys.exit("the cell\n%s\nfailed: %s" % (code, json.dumps(reply)[:2000]))
    return "\n".join(shown)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        cells = [c for c in json.load(file)["cells"] if c["cell_type"] == "code"]
    jars = [os.environ["LIBRARY"]] + sorted(glob.glob(os.environ["LIBRARIES"] + "/*.jar"))
    with tempfile.TemporaryDirectory() as folder:
        specification(folder)
        manager, client = ready(folder)
        try:
            execute(client, "\n".join("%jar " + jar for jar in jars))
            shown = [execute(client, "".join(cell["source"])) for cell in cells]
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)
    story = "\n".join(shown)
    for expected in ("level with Japan at 15%", "17.5% is wrong", "its old lead back at 12.50%"):
        if expected not in story:
            sys.exit("no cell shows '%s':\n%s" % (expected, story[:4000]))
    print("%d cells ran in a kernel and showed %d characters" % (len(cells), len(story)))


main()
