"""Holds files and sockets of every kind open, prints "ready PID CHILD PORT", and stays until its input ends.

Usage: holder.py FOLDER
"""
import ctypes
import fcntl
import mmap
import os
import select
import socket
import sys
import threading

KEEP = []


def sockets():
    six = socket.socket(socket.AF_INET6)
    six.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
    six.bind(("::", 0))
    six.listen()
    port = six.getsockname()[1]
    KEEP.append(six)
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        caller = socket.socket(family)
        caller.connect((host, port))
        KEEP.extend((caller, six.accept()))
    half = socket.create_connection(("127.0.0.1", port))
    KEEP.extend((half, six.accept()))
    half.shutdown(socket.SHUT_WR)
    for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
        udp = socket.socket(family, socket.SOCK_DGRAM)
        udp.bind((host, 0))
        udp.sendto(b"z" * 50, udp.getsockname())
        KEEP.append(udp)
        client = socket.socket(family, socket.SOCK_DGRAM)
        client.connect(udp.getsockname())
        KEEP.append(client)
    KEEP.append(socket.socket(socket.AF_INET))
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
        KEEP.append(socket.socketpair(socket.AF_UNIX, kind))
    bound = socket.socket(socket.AF_UNIX)
    bound.bind(os.path.join(os.getcwd(), "a.sock"))
    bound.listen()
    KEEP.append(bound)
    for protocol in (0, 15, 16):
        netlink = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, protocol)
        netlink.bind((0, 0))
        KEEP.append(netlink)
    return port


def files():
    with open("data", "wb") as file:
        file.write(b"d" * 12345)
    os.truncate(os.open("huge", os.O_CREAT | os.O_RDWR), 1 << 40)
    os.lseek(os.open("data", os.O_RDONLY), 4096, 0)
    os.lseek(os.open("huge", os.O_RDWR), 1 << 39, 0)
    os.lseek(os.open("huge", os.O_RDONLY), 99999999, 0)
    for flags in (os.O_WRONLY | os.O_APPEND, os.O_RDWR | os.O_NONBLOCK | os.O_DSYNC, os.O_SYNC | os.O_WRONLY,
                  os.O_NOFOLLOW, os.O_NOATIME, os.O_PATH, os.O_ASYNC):
        os.open("data", flags)
    os.open(".", os.O_RDONLY | os.O_DIRECTORY)
    gone = os.open("gone", os.O_CREAT | os.O_RDWR)
    os.unlink("gone")
    for number, name in enumerate((b"with space", b"tab\there", b"back\\slash", "ünï-文".encode(), b"new\nline", b"ctl\x07",
                                   b"del\x7f", b"\xff\xfe", b"\xc3(")):
        os.open(name, os.O_CREAT | os.O_WRONLY)
    locks = [os.open(name, os.O_CREAT | os.O_RDWR) for name in ("part", "whole", "shared")]
    fcntl.lockf(locks[0], fcntl.LOCK_EX, 10, 3)
    fcntl.lockf(locks[1], fcntl.LOCK_EX)
    fcntl.flock(locks[2], fcntl.LOCK_SH)
    os.symlink("data", "link")
    os.symlink("loop", "loop")
    os.link("data", "other")
    os.mkfifo("fifo")
    os.open("fifo", os.O_RDWR)
    for device in ("/dev/null", "/dev/zero", "/dev/urandom"):
        os.open(device, os.O_RDONLY)
    os.makedirs("sub/deep")
    os.open("sub/deep/file", os.O_CREAT | os.O_RDONLY)
    KEEP.extend((os.pipe(), os.eventfd(3), os.memfd_create("scratch"), os.pidfd_open(os.getpid())))
    libc = ctypes.CDLL(None)
    KEEP.extend((libc.timerfd_create(1, 0), libc.inotify_init()))
    poll = select.epoll()
    for _ in range(35):
        poll.register(os.eventfd(1), select.EPOLLIN)
    KEEP.append(poll)
    os.dup2(gone, 250)
    mapped = os.open("mapped", os.O_CREAT | os.O_RDWR)
    os.write(mapped, b"m" * 8192)
    KEEP.extend((mmap.mmap(mapped, 8192), mmap.mmap(-1, 4096)))


def task(ready):
    with open("/proc/self/task/%d/comm" % threading.get_native_id(), "w") as name:
        name.write("a task")
    ready.set()
    threading.Event().wait()


def main():
    os.chdir(sys.argv[1])
    port = sockets()
    files()
    away, here = os.pipe()
    child = os.fork()
    if child == 0:
        with open("/proc/self/comm", "w") as name:
            name.write("hold (er) x")
        os.write(here, b".")
        sys.stdin.buffer.read()
        os._exit(0)
    os.read(away, 1)
    ready = threading.Event()
    threading.Thread(target=task, args=(ready,), daemon=True).start()
    ready.wait()
    print("ready", os.getpid(), child, port, flush=True)
    sys.stdin.buffer.read()
    os.waitpid(child, 0)


main()
