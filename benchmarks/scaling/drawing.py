"""Draws time over size, one panel each, both axes logarithmic, as SVG."""

import math

WIDTH, HEIGHT, MARGIN, GAP = 250, 210, 60, 30
STYLE = "font-family:sans-serif;font-size:11px"


def svg(results, exponents):
    """The drawing: points joined by a line; dashed: linear growth from the first point."""
    width = len(results) * (WIDTH + MARGIN) + GAP
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{HEIGHT + 110}">',
        f'<rect width="100%" height="100%" fill="white"/><g style="{STYLE}">',
    ]
    for index, (name, points) in enumerate(results.items()):
        left = MARGIN + index * (WIDTH + MARGIN)
        parts += panel(name, points, exponents[name], left)
    parts.append(text(MARGIN, HEIGHT + 98, "dashed: linear growth", anchor="start"))
    return "\n".join([*parts, "</g></svg>"]) + "\n"


def panel(name, points, exponent, left):
    sizes = [point["size"] for point in points]
    times = [point["weight_step_ms"] for point in points]
    linear = times[0] * sizes[-1] / sizes[0]
    low, high = min(times), max(*times, linear)

    def x(size):
        return left + scaled(size, sizes[0], sizes[-1]) * WIDTH

    def y(time):
        return 40 + HEIGHT - scaled(time, low, high) * HEIGHT

    title = f"{name}: exponent {exponent['all']:.2f}, at the end {exponent['last']:.2f}"
    parts = [text(left + WIDTH / 2, 24, title)]
    parts.append(
        f'<rect x="{left}" y="40" width="{WIDTH}" height="{HEIGHT}" fill="none" stroke="#999"/>'
    )
    corners = [(x(sizes[0]), y(times[0])), (x(sizes[-1]), y(linear))]
    parts.append(line(corners, 'stroke="#999" stroke-dasharray="5 4"'))
    parts.append(line([(x(s), y(t)) for s, t in zip(sizes, times)], 'stroke="#1f6f9f"'))
    for size, time in zip(sizes, times):
        parts.append(f'<circle cx="{x(size):.1f}" cy="{y(time):.1f}" r="3.5" fill="#1f6f9f"/>')
        parts.append(text(x(size), HEIGHT + 56, f"{size}"))
    for value in ticks(low, high):
        parts.append(text(left - 5, y(value) + 4, f"{value:g}", anchor="end"))
    parts.append(text(left + WIDTH / 2, HEIGHT + 74, f"{name}; time of a weight step in ms"))
    return parts


def scaled(value, low, high):
    return math.log(value / low) / math.log(high / low) if high > low else 0.5


def ticks(low, high):
    """1, 2 and 5 times powers of ten within the range."""
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    return [m * 10.0**p for p in powers for m in (1, 2, 5) if low <= m * 10.0**p <= high]


def line(points, stroke):
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    return f'<polyline points="{joined}" fill="none" stroke-width="1.5" {stroke}/>'


def text(x, y, words, anchor="middle"):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{words}</text>'
