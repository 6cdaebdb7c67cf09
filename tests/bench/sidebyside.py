"""Measuring by ratio: competitors take turns in one process, and their medians are compared."""

import gc
import statistics
import time
from collections.abc import Callable, Mapping


def medians(competitors: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Return each competitor's median CPU time in milliseconds over interleaved rounds."""
    times: dict[str, list[float]] = {name: [] for name in competitors}
    for run in competitors.values():
        run()
    for _ in range(rounds):
        for name, run in competitors.items():
            gc.collect()
            began = time.process_time()
            run()
            times[name].append((time.process_time() - began) * 1000)
    return {name: statistics.median(taken) for name, taken in times.items()}


def told(title: str, found: Mapping[str, float], base: str) -> None:
    """Print the medians, and each as a multiple of one of them."""
    print(title)
    for name, taken in found.items():
        print(f"  {name:<28}{taken:8.1f} ms   {taken / found[base]:5.2f} × {base}")
