"""A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over padded batches.

emissions [batch, time, labels]; labels and lengths as int64. All in natural logarithms.
"""
import torch
from torch import nn


class Crf(nn.Module):
    def __init__(self, labels):
        super().__init__()
        self.start = nn.Parameter(torch.zeros(labels))
        self.step = nn.Parameter(torch.zeros(labels, labels))  # from, to
        allowed = torch.zeros(labels, labels)
        for inside in range(2, labels, 2):  # I follows its own B or I only
            allowed[:, inside] = -1e4
            allowed[inside - 1 : inside + 1, inside] = 0
        self.register_buffer('allowed', allowed)
        begin = torch.zeros(labels)
        begin[2::2] = -1e4
        self.register_buffer('allowed_start', begin)

    def transitions(self):
        return self.step + self.allowed

    def log_partition(self, emissions, lengths):
        """[batch]: log of the sum of exp(score) over all label sequences"""
        step = self.transitions()
        score = emissions[:, 0] + self.start + self.allowed_start
        alive = torch.arange(emissions.shape[1])[None, :] < lengths[:, None]
        for t in range(1, emissions.shape[1]):
            new = torch.logsumexp(score[:, :, None] + step, dim=1) + emissions[:, t]
            score = torch.where(alive[:, t, None], new, score)
        return torch.logsumexp(score, dim=1)

    def score(self, emissions, labels, lengths):
        """[batch]: score of the given sequences"""
        alive = (torch.arange(emissions.shape[1])[None, :] < lengths[:, None]).float()
        own = emissions.gather(2, labels[:, :, None]).squeeze(2)
        moves = self.transitions()[labels[:, :-1], labels[:, 1:]]
        begin = (self.start + self.allowed_start)[labels[:, 0]]
        return begin + (own * alive).sum(1) + (moves * alive[:, 1:]).sum(1)

    def loss(self, emissions, labels, lengths):
        """[batch]: negative log-likelihood"""
        return self.log_partition(emissions, lengths) - self.score(emissions, labels, lengths)

    @torch.no_grad()
    def best(self, emissions, lengths, bonus=None):
        """list of label lists, by Viterbi; bonus [labels] is added to every emission"""
        if bonus is not None:
            emissions = emissions + bonus
        step = self.transitions()
        score = emissions[:, 0] + self.start + self.allowed_start
        back = []
        for t in range(1, emissions.shape[1]):
            best, came = (score[:, :, None] + step).max(dim=1)
            score = torch.where((t < lengths)[:, None], best + emissions[:, t], score)
            back.append(came)
        out = []
        last = score.argmax(1)
        for i, length in enumerate(lengths.tolist()):
            label = int(last[i])
            path = [label]
            for t in range(length - 2, -1, -1):
                label = int(back[t][i, label])
                path.append(label)
            out.append(path[::-1])
        return out

    @torch.no_grad()
    def sample(self, emissions, lengths, count, generator=None):
        """[count, batch, time]: label sequences drawn from the posterior (forward filtering,
        backward sampling)"""
        step = self.transitions()
        batch, time, labels = emissions.shape
        score = emissions[:, 0] + self.start + self.allowed_start
        scores = [score]
        for t in range(1, time):
            new = torch.logsumexp(score[:, :, None] + step, dim=1) + emissions[:, t]
            score = torch.where((t < lengths)[:, None], new, score)
            scores.append(score)
        out = torch.zeros(count, batch, time, dtype=torch.int64)
        draw = lambda logits: torch.multinomial(
            logits.softmax(-1).reshape(-1, labels), 1, generator=generator
        ).reshape(logits.shape[:-1])
        label = draw(scores[-1][None].expand(count, -1, -1))
        out[:, :, time - 1] = label
        for t in range(time - 2, -1, -1):
            new = draw(scores[t][None] + step.t()[label])
            # beyond the end the label stays as it is, so that the end's own score decides it
            label = torch.where((t < lengths - 1)[None, :], new, label)
            out[:, :, t] = label
        return out
