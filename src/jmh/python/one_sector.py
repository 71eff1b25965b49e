"""A world of one sector solved with numpy, to be timed beside the library in one run.

Reads flows and new duties of NumpyComparison from a folder, [importer, exporter], base duties zero
where the file has none; deficits stay shares of world labour income. Prints the best time of a
solution in microseconds, by Anderson's method and by damping as peers do, and welfare by economy.
"""

import sys
import time

import numpy as np

TOLERANCE = 1e-12


def step_of(flows, base, power, theta):
    spending = flows * (1 + base)
    shares = spending / spending.sum(1, keepdims=True)
    pulls = shares * (power / (1 + base)) ** -theta
    net = pulls / power
    labour = flows.sum(0)
    use = spending.sum(1)
    deficit = use - labour - (flows * base).sum(1)

    def state(x):
        w = np.exp(x)
        w *= labour.sum() / (w @ labour)
        cost = w**-theta
        price_sum = pulls @ cost
        net_sum = net @ cost
        final = (w * labour + deficit) * price_sum / net_sum
        sales = cost * (net.T @ (final / price_sum))
        return w, price_sum, final, sales

    def step(x):
        w, _, _, sales = state(x)
        return np.log(w) - x, np.log(sales / (w * labour)) / (1 + theta)

    def welfare(x):
        _, price_sum, final, _ = state(x)
        return final / use * price_sum ** (1 / theta)

    return step, welfare


def damped(step, n):
    x = np.zeros(n)
    for count in range(1, 20000):
        shift, move = step(x)
        x = x + shift + move
        if np.abs(move).max() <= TOLERANCE:
            return x, count
    raise ArithmeticError("no equilibrium")


def anderson(step, n, window=8):
    x = np.zeros(n)
    points, moves = [], []
    for count in range(1, 1000):
        shift, move = step(x)
        x = x + shift
        if np.abs(move).max() <= TOLERANCE:
            return x, count
        points, moves = (points + [x])[-window - 1 :], (moves + [move])[-window - 1 :]
        nxt = x + move
        if len(points) > 1:
            dx = np.diff(np.array(points), axis=0).T
            dm = np.diff(np.array(moves), axis=0).T
            weights = np.linalg.lstsq(dm, move, rcond=1e-12)[0]
            nxt = nxt - (dx + dm) @ weights
        x = nxt
    raise ArithmeticError("no equilibrium")


def best(solve, repeats):
    least = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        answer = solve()
        least = min(least, time.perf_counter() - start)
    return answer, 1e6 * least


def main(folder, theta):
    flows, base, duties = (
        np.loadtxt(f"{folder}/{name}.csv", delimiter=",") for name in ("flows", "base", "duties")
    )
    step, welfare = step_of(flows, base, 1 + duties, theta)
    (x, count), time_anderson = best(lambda: anderson(step, len(flows)), 20)
    (_, damped_count), time_damped = best(lambda: damped(step, len(flows)), 5)
    print(time_anderson, count, time_damped, damped_count)
    print(",".join(repr(float(each)) for each in welfare(x)))


main(sys.argv[1], float(sys.argv[2]))
