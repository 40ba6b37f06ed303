"""Asks for a page at a constant rate and tells how long answers took.

A request's time counts from the moment it was due, not from when it could be sent: a server that stalls
makes all the requests late that were due meanwhile (no coordinated omission). On a shared machine the
generator itself may be late; its own lateness is told as well, so that nobody blames the server for it.

Usage: steady.py URL RATE SECONDS   prints: p50 p99 max (ms), rate reached, generator's p99 lateness (ms)
"""
import asyncio
import gc
import sys
import time
from urllib.parse import urlsplit

CONNECTIONS = 16
WARM_UP_SECONDS = 2


async def answer(reader):
    head = await reader.readuntil(b"\r\n\r\n")
    if not head.startswith(b"HTTP/1.1 200"):
        sys.exit(f"answered {head[:40]!r}")
    low = head.lower()
    at = low.find(b"content-length:")
    if at < 0:
        sys.exit("an answer without Content-Length")
    await reader.readexactly(int(low[at + 15 : low.find(b"\r\n", at)]))


async def worker(target, request, due, took, late):
    reader, writer = await asyncio.open_connection(target.hostname, target.port, limit=1 << 20)
    while True:
        moment = await due.get()
        if moment is None:
            break
        late.append(time.perf_counter() - moment)
        writer.write(request)
        await answer(reader)
        took.append(time.perf_counter() - moment)
    writer.close()


async def run(url, rate, seconds):
    target = urlsplit(url)
    request = f"GET {target.path or '/'} HTTP/1.1\r\nHost: {target.netloc}\r\n\r\n".encode()
    due, took, late = asyncio.Queue(), [], []
    workers = [asyncio.create_task(worker(target, request, due, took, late)) for _ in range(CONNECTIONS)]
    begun, sent = time.perf_counter(), 0
    end = WARM_UP_SECONDS + seconds
    while (passed := time.perf_counter() - begun) < end:
        while sent < passed * rate:
            due.put_nowait(begun + sent / rate)
            sent += 1
        await asyncio.sleep(max(0.0, begun + sent / rate - time.perf_counter()))
    for _ in workers:
        due.put_nowait(None)
    await asyncio.gather(*workers)
    total = time.perf_counter() - begun
    skip = int(WARM_UP_SECONDS * rate)
    return sorted(took[skip:]), sorted(late[skip:]), len(took) / total


def main():
    gc.disable()
    url, rate, seconds = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
    took, late, reached = asyncio.run(run(url, rate, seconds))
    at = lambda list, share: list[min(len(list) - 1, int(len(list) * share))] * 1000
    print(f"{at(took, 0.5):.2f} {at(took, 0.99):.2f} {took[-1] * 1000:.2f} {reached:.0f} {at(late, 0.99):.2f}")


main()
