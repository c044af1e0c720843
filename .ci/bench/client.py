"""The load: keep-alive connections in a closed loop, from a process of its own.

`client.py PORT SECONDS CONNECTIONS PATH HEADER…` prints the number of answers, and stops by itself.
"""

import socket
import sys
import time


def load(port: int, seconds: float, connections: int, request: bytes) -> int:
    """Answers received. Raises SystemExit when one differs in status or length from the first."""
    sockets = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(connections)]
    for each in sockets:
        each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    first = one_answer(sockets[0], request)
    length, status = len(first), first[:12]
    answers = 1
    deadline = time.perf_counter() + seconds
    while time.perf_counter() < deadline:
        for each in sockets:
            each.sendall(request)
        for each in sockets:
            if exactly(each, length)[:12] != status:
                raise SystemExit("An answer differs from the first one.")
        answers += connections
    for each in sockets:
        each.close()
    return answers


def exactly(sock: socket.socket, length: int) -> bytes:
    """So many bytes of the stream."""
    got = sock.recv(length)
    while len(got) < length:
        more = sock.recv(length - len(got))
        if not more:
            raise SystemExit("The server closed a connection.")
        got += more
    return got


def one_answer(sock: socket.socket, request: bytes) -> bytes:
    """The whole first answer, measured by its Content-Length."""
    sock.sendall(request)
    got = b""
    while b"\r\n\r\n" not in got:
        got += sock.recv(65536)
    head, _, body = got.partition(b"\r\n\r\n")
    lengths = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
    wanted = int(lengths[0].split(b":")[1]) if lengths and b" 304 " not in head[:16] else 0
    return got + (exactly(sock, wanted - len(body)) if wanted > len(body) else b"")


def main() -> None:
    """Reads the arguments above, prints the count."""
    port, seconds, connections, path, *headers = sys.argv[1:]
    lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", *headers, "", ""]
    print(load(int(port), float(seconds), int(connections), "\r\n".join(lines).encode()))


if __name__ == "__main__":
    main()
