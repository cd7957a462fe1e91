"""Connections and processes for the scripts in this folder: TCP over the loopback interface, both ends held here."""

import ctypes
import fcntl
import os
import resource
import signal
import socket
import struct
import sys

CLONE_NEWNET = 0x40000000
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1


def own_network():
    """Moves this process into a network namespace of its own, with its loopback interface up. Needs root."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWNET) != 0:
        raise OSError(ctypes.get_errno(), "a network namespace of its own needs root; see --here")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sH14x", b"lo", 0)
        flags = struct.unpack("16sH14x", fcntl.ioctl(any_socket, SIOCGIFFLAGS, request))[1]
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", flags | IFF_UP))


def hold(index, count, ready):
    """One process: a listener, and its share of the connections."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * count + 100
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, wanted)), hard))
    address = (f"127.1.{index // 250}.{1 + index % 250}", 18000)
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(address)
    listener.listen(1024)
    kept = []
    for _ in range(count):
        caller = socket.socket()
        caller.connect(address)
        kept.append((caller, listener.accept()[0]))
    os.write(ready, b".")
    while True:
        signal.pause()


class Held:
    """So many connections in so many processes, for as long as the `with` lasts."""

    def __init__(self, connections, processes):
        self.connections, self.processes, self.children = connections, processes, []

    def __enter__(self):
        done, ready = os.pipe()
        for index in range(self.processes):
            share = self.connections // self.processes + (index < self.connections % self.processes)
            child = os.fork()
            if child == 0:
                try:
                    os.close(done)
                    hold(index, share, ready)
                except BaseException as error:
                    sys.stderr.write(f"bench: process {index}: {error!r}\n")
                finally:
                    os._exit(1)
            self.children.append(child)
        os.close(ready)
        count = 0
        while count < self.processes:
            more = os.read(done, self.processes)
            if not more:
                self.__exit__()
                sys.exit("bench: the connections could not be made")
            count += len(more)
        os.close(done)
        return self

    def __exit__(self, *_):
        for child in self.children:
            os.kill(child, signal.SIGKILL)
        for child in self.children:
            os.waitpid(child, 0)
        self.children = []
