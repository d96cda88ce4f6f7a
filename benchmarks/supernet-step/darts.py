"""The DARTS supernet in PyTorch, written plainly after the paper (Liu et al. 2019).

Operations, cells and macro network follow the paper's section 2.1 and appendix A.1: separable
convolutions applied twice, dilated ones once, normalisation without scale and shift inside the
cells, normalised pools, averages that do not count padding, a factorised reduction where a skip
connection has stride 2.
"""

import torch
from torch import nn
from torch.nn import functional


def normalised(channels):
    return nn.BatchNorm2d(channels, affine=False)


class FactorisedReduction(nn.Module):
    def __init__(self, before, after):
        super().__init__()
        self.even = nn.Conv2d(before, after // 2, 1, stride=2, bias=False)
        self.odd = nn.Conv2d(before, after - after // 2, 1, stride=2, bias=False)
        self.norm = normalised(after)

    def forward(self, x):
        x = functional.relu(x)
        shifted = functional.pad(x, (0, 1, 0, 1))[:, :, 1:, 1:]
        return self.norm(torch.cat([self.even(x), self.odd(shifted)], dim=1))


def unit(channels, kernel, stride, dilation=1):
    padding = dilation * (kernel - 1) // 2
    return [
        nn.ReLU(),
        nn.Conv2d(
            channels, channels, kernel, stride, padding, dilation, groups=channels, bias=False
        ),
        nn.Conv2d(channels, channels, 1, bias=False),
        normalised(channels),
    ]


class Zero(nn.Module):
    def __init__(self, stride):
        super().__init__()
        self.stride = stride

    def forward(self, x):
        return torch.zeros_like(x[:, :, :: self.stride, :: self.stride])


def convolution(channels, kernel, stride):
    padding = kernel // 2
    return nn.Sequential(
        nn.ReLU(),
        nn.Conv2d(channels, channels, kernel, stride, padding, bias=False),
        normalised(channels),
    )


OPERATIONS = {
    "none": lambda c, s: Zero(s),
    "max_pool_3x3": lambda c, s: nn.Sequential(nn.MaxPool2d(3, s, 1), normalised(c)),
    "avg_pool_3x3": lambda c, s: nn.Sequential(
        nn.AvgPool2d(3, s, 1, count_include_pad=False), normalised(c)
    ),
    "skip_connect": lambda c, s: nn.Identity() if s == 1 else FactorisedReduction(c, c),
    "sep_conv_3x3": lambda c, s: nn.Sequential(*unit(c, 3, s), *unit(c, 3, 1)),
    "sep_conv_5x5": lambda c, s: nn.Sequential(*unit(c, 5, s), *unit(c, 5, 1)),
    "dil_conv_3x3": lambda c, s: nn.Sequential(*unit(c, 3, s, 2)),
    "dil_conv_5x5": lambda c, s: nn.Sequential(*unit(c, 5, s, 2)),
    "conv_1x1": lambda c, s: convolution(c, 1, s),
    "conv_3x3": lambda c, s: convolution(c, 3, s),
}

SETS = {
    "darts": [
        "none",
        "max_pool_3x3",
        "avg_pool_3x3",
        "skip_connect",
        "sep_conv_3x3",
        "sep_conv_5x5",
        "dil_conv_3x3",
        "dil_conv_5x5",
    ],
    "nas-bench-201": ["none", "skip_connect", "conv_1x1", "conv_3x3", "avg_pool_3x3"],
}


class MixedOperation(nn.Module):
    def __init__(self, channels, stride, names):
        super().__init__()
        self.candidates = nn.ModuleList(OPERATIONS[name](channels, stride) for name in names)

    def forward(self, x, gamma):
        return sum(g * candidate(x) for g, candidate in zip(gamma, self.candidates))


class Cell(nn.Module):
    def __init__(self, nodes, names, before_last, last, channels, reduces, reduced_before):
        super().__init__()
        self.nodes = nodes
        self.reduces = reduces
        self.preprocess_0 = (
            FactorisedReduction(before_last, channels)
            if reduced_before
            else self.pointwise(before_last, channels)
        )
        self.preprocess_1 = self.pointwise(last, channels)
        self.edges = nn.ModuleList(
            MixedOperation(channels, 2 if reduces and source < 2 else 1, names)
            for target in range(nodes)
            for source in range(2 + target)
        )

    @staticmethod
    def pointwise(before, after):
        return nn.Sequential(
            nn.ReLU(), nn.Conv2d(before, after, 1, bias=False), normalised(after)
        )

    def forward(self, before_last, last, gamma):
        states = [self.preprocess_0(before_last), self.preprocess_1(last)]
        edge = 0
        for _ in range(self.nodes):
            incoming = []
            for state in states:
                incoming.append(self.edges[edge](state, gamma[edge]))
                edge += 1
            states.append(sum(incoming))
        return torch.cat(states[2:], dim=1)


class Supernet(nn.Module):
    def __init__(self, names, channels, cells, nodes, classes, image, stem_multiplier=3):
        super().__init__()
        wide = stem_multiplier * channels
        self.stem = nn.Sequential(
            nn.Conv2d(image[0], wide, 3, padding=1, bias=False), nn.BatchNorm2d(wide)
        )
        self.cells = nn.ModuleList()
        before_last, last, current, reduced = wide, wide, channels, False
        for index in range(cells):
            reduces = index > 0 and index in (cells // 3, 2 * cells // 3)
            current = 2 * current if reduces else current
            self.cells.append(Cell(nodes, names, before_last, last, current, reduces, reduced))
            before_last, last, reduced = last, nodes * current, reduces
        self.classifier = nn.Linear(last, classes)
        edges = sum(2 + node for node in range(nodes))
        self.alphas = nn.ParameterList(
            nn.Parameter(1e-3 * torch.randn(edges, len(names))) for _ in range(2)
        )

    def weights(self):
        mine = {id(alpha) for alpha in self.alphas}
        return [parameter for parameter in self.parameters() if id(parameter) not in mine]

    def forward(self, x):
        return self.mixed(x, [functional.softmax(alpha, dim=-1) for alpha in self.alphas])

    def mixed(self, x, gammas):
        """Logits at a given structure: γ of the normal and of the reduction cell."""
        before_last = last = self.stem(x)
        for cell in self.cells:
            before_last, last = last, cell(before_last, last, gammas[1 if cell.reduces else 0])
        return self.classifier(last.mean(dim=(2, 3)))
