"""What the labeller says of each token: one label a task. The order of tasks and of their labels is
that of core/src/model/labels.h.

In a task of spans (`spans`), the first token of one is B, those inside it I. UNKNOWN marks tokens
whose label nobody annotated: they may have any.
"""
from dataclasses import dataclass

UNKNOWN = -1
ROLES = ('source', 'cue', 'content')


def begin_inside(names):
    return ('O',) + tuple(f'{bi}-{name}' for name in names for bi in 'BI')


@dataclass(frozen=True)
class Task:
    name: str
    labels: tuple[str, ...]
    spans: bool

    def id(self, label):
        return self.labels.index(label)


OUTER = Task('outer', begin_inside(ROLES), True)  # attributions of the article
INNER = Task('inner', begin_inside(ROLES), True)  # those inside another's content
STATUS = Task('status', ('named', 'unnamed', 'hidden', 'unsourced', 'none'), False)
KIND = Task('kind', ('O', 'named_person', 'named_organization', 'document', 'anonymous', 'unnamed_group', 'author',
                     'none'), False)  # of the source that the token stands in, or of the cue of none
NAME = Task('name', begin_inside(('person', 'body', 'place', 'other')), True)
TITLE = Task('title', begin_inside(('title',)), True)

TASKS = (OUTER, INNER, STATUS, KIND, NAME, TITLE)
TASK_ID = {task.name: i for i, task in enumerate(TASKS)}


def spans_of(labels):
    """[(kind, first token, end)] of the labels of one sequence, as the scorers read them"""
    spans, start, kind = [], None, None
    for i, label in enumerate([*labels, 'O']):
        if start is not None and not (label[0] == 'I' and label[2:] == kind):
            spans.append((kind, start, i))
            start = None
        if label[0] == 'B':
            start, kind = i, label[2:]
    return spans
