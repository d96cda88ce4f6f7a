"""Recomputes an exported step in PyTorch, in double precision, and prints how far it differs.

Slices of weights are matched by order, and must have equal shapes.
"""

import ast
import json
import math
import struct
import sys
import zipfile

import torch
from torch.nn import functional

from darts import SETS, Supernet

PARTS = ("parameters", "gradients", "structure", "structure_gradients")


def read(path):
    """Arrays of an .npz of single precision, by name, in order of the file."""
    arrays = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            arrays[name.removesuffix(".npy")] = array(archive.read(name))
    return arrays


def array(content):
    (length,) = struct.unpack("<H", content[8:10])
    header = ast.literal_eval(content[10 : 10 + length].decode("latin-1"))
    values = torch.frombuffer(bytearray(content[10 + length :]), dtype=torch.float32)
    return values.reshape(header["shape"]).double()


def part(arrays, name):
    prefix = name + "/"
    return {
        key.removeprefix(prefix): value for key, value in arrays.items() if key.startswith(prefix)
    }


def difference(expected, actual):
    """Norm of the difference relative to the norm of what PyTorch has."""
    norm = torch.linalg.vector_norm(expected).item()
    distance = torch.linalg.vector_norm(expected - actual).item()
    return distance / norm if norm > 0 else distance


def flat(tensors):
    return torch.cat([tensor.flatten() for tensor in tensors])


def main():
    path, operations, channels, cells, nodes = sys.argv[1:]
    arrays = read(path)
    ours = {name: part(arrays, name) for name in PARTS}
    images, labels = arrays["images"], arrays["labels"].long()
    names = SETS.get(operations) or operations.split(",")
    classes = arrays["logits"].shape[1]
    model = Supernet(
        names, int(channels), int(cells), int(nodes), classes, tuple(images.shape[1:])
    ).double()
    weights = model.weights()
    shapes = [list(weight.shape) for weight in weights]
    other = [list(value.shape) for value in ours["parameters"].values()]
    if shapes != other:
        sys.exit(f"shapes of weights differ: PyTorch has {shapes}, the export {other}")
    with torch.no_grad():
        for weight, value in zip(weights, ours["parameters"].values()):
            weight.copy_(value)
    gammas = [
        torch.stack([value for key, value in ours["structure"].items() if key.startswith(kind)])
        .detach()
        .requires_grad_()
        for kind in ("normal.", "reduction.")
    ]
    logits = model.mixed(images, gammas)
    loss = functional.cross_entropy(logits, labels)
    gradients = torch.autograd.grad(loss, weights + gammas, allow_unused=True)
    gradients = [
        torch.zeros_like(value) if gradient is None else gradient
        for value, gradient in zip(weights + gammas, gradients)
    ]
    structure = flat(gradients[len(weights) :])
    slices = {
        name: difference(expected, value)
        for expected, (name, value) in zip(gradients, ours["gradients"].items())
        if torch.linalg.vector_norm(expected) > 1e-6
    }
    worst = max(slices, key=slices.get)
    result = {
        "parameters": sum(weight.numel() for weight in weights),
        "logits_difference": (logits - arrays["logits"]).abs().max().item(),
        "loss_difference": math.fabs(loss.item() - arrays["loss"].item()),
        "weight_gradient_difference": difference(
            flat(gradients[: len(weights)]), flat(ours["gradients"].values())
        ),
        "structure_gradient_difference": difference(
            structure, flat(ours["structure_gradients"].values())
        ),
        "worst_slice": worst,
        "worst_slice_difference": slices[worst],
    }
    json.dump(result, sys.stdout)
    print()


if __name__ == "__main__":
    main()
