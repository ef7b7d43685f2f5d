"""Linear-chain conditional random fields (Lafferty, McCallum and Pereira 2001), one a task, over
padded batches and all tasks at once.

emissions [batch, time, all labels of all tasks, one task after the other]; labels [batch, time,
tasks] as int64, UNKNOWN where any label will do; lengths [batch].
"""
import torch
from torch import nn

from tasks import TASKS

BANNED = -1e4


class Crfs(nn.Module):
    def __init__(self, tasks=TASKS):
        super().__init__()
        self.tasks = tasks
        self.sizes = [len(task.labels) for task in tasks]
        self.most = max(self.sizes)
        count = len(tasks)
        self.start = nn.Parameter(torch.zeros(count, self.most))
        self.step = nn.Parameter(torch.zeros(count, self.most, self.most))  # from, to
        allowed = torch.zeros(count, self.most, self.most)
        begin = torch.zeros(count, self.most)
        place = torch.full((count, self.most), sum(self.sizes), dtype=torch.int64)
        first = 0
        for i, task in enumerate(tasks):
            size = self.sizes[i]
            place[i, :size] = torch.arange(first, first + size)
            first += size
            begin[i, size:] = BANNED
            allowed[i, :, size:] = BANNED
            if task.spans:
                for inside in range(2, size, 2):  # I follows its own B or I only
                    allowed[i, :, inside] = BANNED
                    allowed[i, inside - 1 : inside + 1, inside] = 0
                    begin[i, inside] = BANNED
        self.register_buffer('allowed', allowed, persistent=False)
        self.register_buffer('allowed_start', begin, persistent=False)
        self.register_buffer('place', place, persistent=False)

    def transitions(self):
        return self.step + self.allowed

    def starts(self):
        return self.start + self.allowed_start

    def spread(self, emissions):
        """[batch, time, all] -> [time, tasks, batch, most]"""
        padded = nn.functional.pad(emissions, (0, 1), value=BANNED)
        return padded[:, :, self.place].permute(1, 2, 0, 3)

    def log_partition(self, scores, lengths):
        """scores [time, tasks, batch, most] -> [tasks, batch]: log of the sum of exp(score) over all
        label sequences, by sums that are made one at every token"""
        alive = (torch.arange(scores.shape[0])[:, None] < lengths[None, :])[:, None, :, None]
        step = self.transitions().exp()
        scores = torch.cat([scores[:1] + self.starts()[None, :, None, :], scores[1:]])
        highest = scores.amax(3, keepdim=True).detach()
        weights = (scores - highest).exp()
        logs = []
        state = weights[0]
        total = state.sum(2, keepdim=True)
        logs.append(total)
        state = state / total
        for t in range(1, scores.shape[0]):
            new = torch.bmm(state, step) * weights[t]
            total = new.sum(2, keepdim=True).clamp_min(1e-30)
            state = torch.where(alive[t], new / total, state)
            logs.append(total)
        logs = torch.stack(logs).log() + highest
        return torch.where(alive, logs, 0.0).sum((0, 3))

    def loss(self, emissions, labels, lengths):
        """[tasks, batch]: negative log-likelihood of what is known of the labels"""
        scores = self.spread(emissions)
        wanted = labels.permute(1, 2, 0)[..., None]  # [time, tasks, batch, 1]
        other = (wanted >= 0) & (wanted != torch.arange(self.most))
        held = scores.masked_fill(other, BANNED)
        both = self.log_partition(torch.cat([scores, held], 2), torch.cat([lengths, lengths]))
        free, known = both.split(len(lengths), 1)
        return free - known

    @torch.no_grad()
    def best(self, emissions, lengths):
        """int64 [batch, time, tasks], by Viterbi; what is beyond a length means nothing"""
        scores = self.spread(emissions)
        step = self.transitions()[:, None]
        score = scores[0] + self.starts()[:, None]
        back = []
        for t in range(1, scores.shape[0]):
            best, came = (score[:, :, :, None] + step).max(dim=2)
            alive = (t < lengths)[None, :, None]
            back.append(torch.where(alive, came, torch.arange(self.most)))
            score = torch.where(alive, best + scores[t], score)
        label = score.argmax(2)
        out = [label]
        for came in reversed(back):
            label = came.gather(2, label[:, :, None]).squeeze(2)
            out.append(label)
        return torch.stack(out[::-1]).permute(2, 0, 1)

    @torch.no_grad()
    def sample(self, emissions, lengths, count, generator=None):
        """int64 [count, batch, time, tasks]: label sequences drawn from what the scores believe
        (forward filtering, backward sampling)"""
        scores = self.spread(emissions)
        time, tasks, batch, most = scores.shape
        step = self.transitions()
        score = scores[0] + self.starts()[:, None]
        forward = [score]
        for t in range(1, time):
            new = torch.logsumexp(score[:, :, :, None] + step[:, None], dim=2) + scores[t]
            score = torch.where((t < lengths)[None, :, None], new, score)
            forward.append(score)
        out = torch.zeros(count, batch, time, tasks, dtype=torch.int64)

        def draw(logits):
            flat = logits.softmax(-1).reshape(-1, most)
            return torch.multinomial(flat, 1, generator=generator).reshape(logits.shape[:-1])

        label = draw(forward[-1][None].expand(count, -1, -1, -1))  # [count, tasks, batch]
        out[:, :, time - 1] = label.permute(0, 2, 1)
        which = torch.arange(tasks)[None, :, None]
        for t in range(time - 2, -1, -1):
            new = draw(forward[t][None] + step.transpose(1, 2)[which, label])
            # beyond the end the label stays as it is, so that the end's own score decides it
            label = torch.where((t < lengths - 1)[None, None, :], new, label)
            out[:, :, t] = label.permute(0, 2, 1)
        return out
