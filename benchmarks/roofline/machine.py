"""Measures what this machine can do, with PyTorch's kernels, and prints it as JSON.

Bandwidth: c = a + s b over three vectors of 256 MiB (STREAM's triad): two read and one written, what
the processor reads of c before it writes it not counted. Rate: products of two square matrices of
2048 in single precision by the BLAS or oneDNN of PyTorch; 2048³ multiply-adds each. The best of all
repetitions counts.
"""

import json
import sys
import time

import torch

VECTOR = 64 << 20
SIDE = 2048


def best(work, repetitions):
    times = []
    for _ in range(repetitions):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main():
    torch.set_num_threads(int(sys.argv[1]))
    a, b, c = (torch.ones(VECTOR) for _ in range(3))
    triad = best(lambda: torch.add(a, b, alpha=3.0, out=c), 15)
    del a, b, c
    x, y, z = (torch.rand(SIDE, SIDE) for _ in range(3))
    product = best(lambda: torch.mm(x, y, out=z), 15)
    result = {
        "bytes_per_second": 3 * 4 * VECTOR / triad,
        "multiply_adds_per_second": SIDE**3 / product,
    }
    json.dump(result, sys.stdout)
    print()


if __name__ == "__main__":
    main()
