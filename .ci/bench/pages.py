"""CPU per request of the stored article page, beside the floor on the same server in the same run."""

import http.client
import json
import sqlite3
import statistics
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from bench.servers import Server, serving
from bench.site import Site

ROUNDS, SECONDS, CONNECTIONS = 4, 0.5, 8
CLIENT = Path(__file__).with_name("client.py")
OF_THE_SERVER = {"date", "server", "connection"}  # granian writes these itself


@dataclass(slots=True)
class Answer:
    """A kind of answer: how it is asked for, what it is, what it cost (ms of CPU per request, by round)."""

    kind: str
    path: str
    column: str
    ask: list[str]
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    app: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)


def fetch(port: int, path: str, ask: list[str]) -> tuple[int, dict[str, str], bytes]:
    """One answer: status, headers, body."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers=dict(line.split(": ", 1) for line in ask))
    response = connection.getresponse()
    headers = {name: value for name, value in response.getheaders() if name.lower() not in OF_THE_SERVER}
    return response.status, headers, response.read()


def longest_article(site: Site) -> str:
    """The address of the longest published article of the demo."""
    with sqlite3.connect(site.folder / "vivere.sqlite3") as database:
        [(path,)] = database.execute(
            "SELECT path FROM articles_storedpage WHERE kind = 'article' AND status = 200 "
            "ORDER BY length(body) DESC LIMIT 1"
        )
    return str(path)


def answers(port: int, article: str) -> list[Answer]:
    """The article in each form; asked twice, so that all is made and stored."""
    kinds = [
        Answer("page", article, "body", []),
        Answer("br", article, "br", ["Accept-Encoding: br"]),
        Answer("304", article, "digest", [f"If-None-Match: {fetch(port, article, [])[1]['etag']}"]),
        Answer("404", "/404/", "body", []),
    ]
    for kind in kinds:
        asked = "/there/is/nothing/here/" if kind.kind == "404" else article
        fetch(port, asked, kind.ask)
        kind.status, kind.headers, kind.body = fetch(port, asked, kind.ask)
    return kinds


def measure(site: Site) -> list[Answer]:
    """Every kind from the site and from the floor in turn, several rounds. Raises SystemExit if bytes differ."""
    with ExitStack() as stack:
        app = stack.enter_context(serving("site", "vivere.wsgi:application", site.port, site.production))
        kinds = answers(site.port, longest_article(site))
        told = {k.kind: {"column": k.column, "path": k.path, "status": k.status, "headers": k.headers} for k in kinds}
        env = site.production | {"BENCH_ANSWERS": json.dumps(told)}
        floor = stack.enter_context(serving("floor", "bench.floor:application", site.floor_port, env))
        for kind in kinds:
            same = fetch(floor.port, f"/{kind.kind}", [])
            if (same[0], same[2]) != (kind.status, kind.body):
                raise SystemExit(f"The floor does not answer the same as the site ({kind.kind}).")
        for number in range(ROUNDS + 1):
            for kind in kinds:
                asked = "/there/is/nothing/here/" if kind.kind == "404" else kind.path
                app_cost = cost(app, asked, kind.ask)
                floor_cost = cost(floor, f"/{kind.kind}", [])
                if number:  # the first round warms both
                    kind.app.append(app_cost)
                    kind.floor.append(floor_cost)
    return kinds


def cost(server: Server, path: str, ask: list[str]) -> float:
    """Milliseconds of CPU per request of one round of load."""
    before = server.cpu_seconds()
    command = [sys.executable, str(CLIENT), str(server.port), str(SECONDS), str(CONNECTIONS), path, *ask]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    if done.returncode:
        raise SystemExit(f"The load on {server.name}{path} broke off: {done.stderr.strip()}")
    return (server.cpu_seconds() - before) / int(done.stdout) * 1000


def table(kinds: list[Answer]) -> str:
    """Ratios first; absolute figures hold for this machine and this moment only."""
    lines = [f"{'answer':8}{'bytes':>8}{'site ms':>10}{'floor ms':>10}{'ratio':>8}   low – high"]
    for kind in kinds:
        ratios = sorted(a / b for a, b in zip(kind.app, kind.floor, strict=True))
        lines.append(
            f"{kind.kind:8}{len(kind.body):8}{statistics.median(kind.app):10.3f}{statistics.median(kind.floor):10.3f}"
            f"{statistics.median(ratios):8.2f}   {ratios[0]:.2f} – {ratios[-1]:.2f}"
        )
    return "\n".join(lines)
