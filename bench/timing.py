"""Whole commands timed in turn, for the scripts in this folder."""

import os
import platform
import statistics
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))


class Sample:
    def __init__(self, wall, cpu, rss, status):
        self.wall, self.cpu, self.rss, self.status = wall, cpu, rss, status


def once(argv):
    """One run of one command: os.wait4 tells the CPU time and memory of that process and what it waited for."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    return Sample(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, process.returncode)


def measure(commands, rounds, warmups):
    """commands: list of (name, argv). Returns {name: [Sample, ...]}, one sample a round."""
    samples = {name: [] for name, _ in commands}
    for turn in range(warmups + rounds):
        for name, argv in commands:
            sample = once(argv)
            if turn >= warmups:
                samples[name].append(sample)
    for name, taken in samples.items():
        statuses = {sample.status for sample in taken}
        if len(statuses) > 1:
            sys.exit(f"bench: {name} ended with different statuses: {sorted(statuses)}")
    return samples


def median(taken, field):
    return statistics.median(getattr(sample, field) for sample in taken)


def ratio(taken, base, field):
    return statistics.median(
        getattr(one, field) / max(getattr(other, field), 1e-9) for one, other in zip(taken, base)
    )


def table(samples):
    base = next(iter(samples.values()))
    lines = [
        "| command | wall ms | × | CPU ms | × | peak MB | status |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, taken in samples.items():
        lines.append(
            f"| {name} | {median(taken, 'wall') * 1000:.1f} | {ratio(taken, base, 'wall'):.2f} "
            f"| {median(taken, 'cpu') * 1000:.1f} | {ratio(taken, base, 'cpu'):.2f} "
            f"| {median(taken, 'rss') / 1024:.0f} | {taken[0].status} |"
        )
    return "\n".join(lines)


def jdk():
    """The folder of the JDK that the build uses."""
    script = os.path.join(ROOT, "scripts", "find-jdk.sh")
    found = subprocess.run(
        ["sh", "-c", '. "$0"; require_jdk; printf %s "$JDK"', script], stdout=subprocess.PIPE, text=True
    )
    return found.stdout if found.returncode == 0 else sys.exit(found.returncode)


def machine(java=None):
    """One line that says what the numbers were taken on."""
    parts = [f"{os.cpu_count()} cores", f"Linux {platform.release().split('-')[0]} {platform.machine()}"]
    if java:
        with open(os.path.join(java, "release"), encoding="utf-8") as release:
            facts = dict(line.rstrip().split("=", 1) for line in release if "=" in line)
        parts.append("JDK " + facts.get("JAVA_RUNTIME_VERSION", facts["JAVA_VERSION"]).strip('"'))
    parts.append("load %.1f" % os.getloadavg()[0])
    return ", ".join(parts)
