"""Executes a notebook's code cells in a kernel for Java and prints what they show; fails at the first error."""

import glob
import json
import os
import sys
import tempfile
import time

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import KernelManager


def kernel(folder):
    spec = {
        "argv": [os.environ["JAVA"], "-jar", os.environ["KERNEL"], "{connection_file}"],
        "display_name": "Java",
        "language": "java",
    }
    os.makedirs(os.path.join(folder, "java"))
    with open(os.path.join(folder, "java", "kernel.json"), "w") as file:
        json.dump(spec, file)
    manager = KernelManager(kernel_name="java")
    manager.kernel_spec_manager = KernelSpecManager(kernel_dirs=[folder])
    return manager


def ready(manager):
    """The kernel drops what it is asked while it starts: so wait before asking, and try again."""
    log = open(os.environ["KERNEL_LOG"], "w")
    for wait in (5, 20, 60):
        manager.start_kernel(stdout=log, stderr=log)
        time.sleep(wait)
        client = manager.client()
        client.start_channels()
        try:
            client.wait_for_ready(timeout=30)
            return manager, client
        except RuntimeError:
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

    reply = client.execute_interactive(code, timeout=120, output_hook=hear)["content"]
    if reply["status"] != "ok":
        sys.exit("the cell\n%s\nfailed: %s" % (code, json.dumps(reply)[:2000]))
    return "\n".join(shown)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        cells = [c for c in json.load(file)["cells"] if c["cell_type"] == "code"]
    jars = [os.environ["LIBRARY"]] + sorted(glob.glob(os.environ["LIBRARIES"] + "/*.jar"))
    with tempfile.TemporaryDirectory() as folder:
        manager, client = ready(kernel(folder))
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
