"""Times weight and bilevel steps in PyTorch and prints them as JSON.

The same steps as ./simplexity bench: see there. Batches are tensors from the start.
"""

import argparse
import json
import os
import resource
import statistics
import sys
import time

import torch
from torch import nn
from torch.nn import functional

from darts import SETS, Supernet


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network", choices=["step", "perceptron"])
    parser.add_argument("--operations", default="darts")
    parser.add_argument("--channels", type=int, default=16)
    parser.add_argument("--cells", type=int, default=3)
    parser.add_argument("--nodes", type=int, default=4)
    parser.add_argument("--hidden", type=int, default=50)
    parser.add_argument("--classes", type=int, default=10)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--input", default="1x28x28")
    parser.add_argument("--model", default="none", choices=["none", "var"])
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--steps", type=int, default=10)
    parser.add_argument("--warmup", type=int, default=5)
    parser.add_argument("--compile", action="store_true", help="torch.compile the network")
    parser.add_argument("--channels-last", action="store_true", help="channels last in memory")
    return parser.parse_args()


def supernet(options, image):
    names = SETS.get(options.operations) or options.operations.split(",")
    return Supernet(
        names, options.channels, options.cells, options.nodes, options.classes, image
    )


def perceptron(options, image):
    pixels = image[0] * image[1] * image[2]
    return nn.Sequential(
        nn.Flatten(),
        nn.Linear(pixels, options.hidden),
        nn.ReLU(),
        nn.Linear(options.hidden, options.classes),
    )


class GaussianLinear(nn.Module):
    """A dense layer with weights N(mean, exp(2 log_deviation)), drawn in every pass."""

    def __init__(self, layer):
        super().__init__()
        self.means = nn.ParameterList([layer.weight, layer.bias])
        self.log_deviations = nn.ParameterList(
            [torch.full_like(mean, -3.0) for mean in self.means]
        )

    def forward(self, x):
        weight, bias = (
            mean + torch.exp(log) * torch.randn_like(mean)
            for mean, log in zip(self.means, self.log_deviations)
        )
        return functional.linear(x, weight, bias)

    def divergence(self):
        """KL from N(0, 1), closed form."""
        return sum(
            (0.5 * (mean**2 + torch.exp(2 * log) - 1) - log).sum()
            for mean, log in zip(self.means, self.log_deviations)
        )


def gaussian(network):
    return nn.Sequential(
        *(GaussianLinear(part) if isinstance(part, nn.Linear) else part for part in network)
    )


class Steps:
    """The steps of a search; those of a perceptron have no structure."""

    def __init__(self, options):
        image = tuple(int(extent) for extent in options.input.split("x"))
        layout = torch.channels_last if options.channels_last else torch.contiguous_format
        self.searched = options.network == "step"
        self.variational = options.model == "var"
        model = (supernet if self.searched else perceptron)(options, image)
        model = gaussian(model) if self.variational else model
        model = model.to(memory_format=layout)
        self.batches = [
            (
                torch.randn(options.batch, *image).contiguous(memory_format=layout),
                torch.randint(options.classes, (options.batch,)),
            )
            for _ in range(2)
        ]
        self.network = torch.compile(model) if options.compile else model
        if self.searched:
            self.alphas = list(model.alphas)
            self.weights = model.weights()
            self.weight_rule = torch.optim.SGD(
                self.weights, lr=0.025, momentum=0.9, weight_decay=3e-4
            )
            self.structure_rule = torch.optim.Adam(
                self.alphas, lr=3e-4, betas=(0.5, 0.999), weight_decay=1e-3
            )
        else:
            self.weights = list(model.parameters())
            rate = 5e-4 if self.variational else 1e-3
            self.weight_rule = torch.optim.Adam(self.weights, lr=rate)

    def backward(self, batch, rule, inputs):
        x, y = batch
        rule.zero_grad(set_to_none=True)
        loss = functional.cross_entropy(self.network(x), y)
        if self.variational:
            layers = [part for part in self.network if isinstance(part, GaussianLinear)]
            loss = loss + sum(layer.divergence() for layer in layers) / 60_000
        loss.backward(inputs=inputs)

    def weight(self):
        self.backward(self.batches[0], self.weight_rule, self.weights)
        if self.searched:
            torch.nn.utils.clip_grad_norm_(self.weights, 5.0)
        if self.variational:
            torch.nn.utils.clip_grad_value_(self.weights, 1.0)
        self.weight_rule.step()

    def bilevel(self):
        self.backward(self.batches[1], self.structure_rule, self.alphas)
        self.structure_rule.step()
        self.weight()


def timed(name, step, options):
    times = []
    for index in range(options.warmup + options.steps):
        start = time.perf_counter()
        step()
        if index >= options.warmup:
            times.append(1000 * (time.perf_counter() - start))
    return {
        f"{name}_ms": statistics.median(times),
        f"{name}_least_ms": min(times),
        f"{name}_greatest_ms": max(times),
    }


def main():
    options = arguments()
    torch.manual_seed(0)
    torch.set_num_threads(options.threads)
    steps = Steps(options)
    result = timed("weight_step", steps.weight, options)
    if steps.searched:
        result.update(timed("bilevel_step", steps.bilevel, options))
    kibibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    result.update(
        parameters=sum(weight.numel() for weight in steps.weights) // (2 if steps.variational else 1),
        peak_rss_mb=kibibytes / (1024 * 1024 if sys.platform == "darwin" else 1024),
        batch=options.batch,
        threads=options.threads,
        torch=torch.__version__,
    )
    json.dump(result, sys.stdout)
    print()


if __name__ == "__main__":
    main()
