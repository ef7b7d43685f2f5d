"""Weights in four bits, as the file of the encoder holds them: a row's weights are whole multiples,
-8 to 7, of a step that GROUP neighbours share; a group's step is 1 to 16 times its row's, so that a
weight in these is a signed byte.
"""
import torch

GROUP = 32
LEAST, MOST = -8, 7
MULTIPLES = 16


def row_steps_of(steps):
    """steps [rows, groups] -> float [rows]: the least power of 2 ** (1/4) of which all are at most
    MULTIPLES times"""
    return torch.exp2((torch.log2(steps.amax(1) / MULTIPLES) * 4 - 1e-3).ceil() / 4)


def steps_of(weights, tries=24):
    """weights [rows, columns] -> float [rows, columns / GROUP]: steps with the least squared error of
    `tries` between half of what holds the largest weight and a little more than it"""
    groups = weights.reshape(len(weights), -1, GROUP)
    largest = groups.abs().amax(-1).clamp_min(1e-9)
    best_error = best = None
    for share in torch.linspace(0.55, 1.05, tries):
        step = largest * share / MOST
        error = (quotients(groups, step) * step[..., None] - groups).square().sum(-1)
        if best is None:
            best_error, best = error, step
        better = error < best_error
        best_error, best = torch.where(better, error, best_error), torch.where(better, step, best)
    row = row_steps_of(best)[:, None]
    return (best / row).round().clamp(1, MULTIPLES) * row


def quotients(groups, steps):
    return (groups / steps[..., None]).round().clamp(LEAST, MOST)


def rounded(weights, steps):
    groups = weights.reshape(len(weights), -1, GROUP)
    return (quotients(groups, steps) * steps[..., None]).reshape(weights.shape)
