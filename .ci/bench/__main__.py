"""Prints the three tables: pages, publishing, importing."""

import time

from bench import pages
from bench.site import run_module, scratch_site


def main() -> None:
    """All measurements on one scratch site; nothing is left behind."""
    start = time.monotonic()
    with scratch_site() as site:
        print("CPU per request of a stored article page; floor = bare Django, one SELECT, the same bytes")
        print(pages.table(pages.measure(site)), flush=True)
        for name in ("publishing", "importing"):
            print("\n" + run_module(site, name).rstrip(), flush=True)
    print(f"\nTook {time.monotonic() - start:.0f} s.")


if __name__ == "__main__":
    main()
