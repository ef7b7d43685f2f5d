"""What the labeller learns from: features as `sourcelight features` writes them, labels from
annotated articles. A corpus is flat arrays, cut into paragraphs and articles.

    corpus = read_corpus('build/release/sourcelight', 'train.jsonl.gz', 'build/train')

Labels, one a token: 0 O, then B and I of source, cue, content. 7 where nobody annotated.
"""
import gzip
import hashlib
import json
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy

ROLES = ('source', 'cue', 'content')
LABELS = ['O'] + [f'{bi}-{role}' for role in ROLES for bi in 'BI']
UNKNOWN = len(LABELS)
HASHES = ('word', 'prefix', 'suffix')
SMALL = ('shape', 'tag', 'quotation', 'phrase', 'hint', 'paragraph')
SMALL_LIMITS = (512, 32, 16, 16, 32, 8)
PROPER_NOUN = 15  # Tag::proper_noun of core/src/grammar/tags.h


@dataclass
class Corpus:
    span: numpy.ndarray  # int32 [tokens, 2]: code points, end exclusive
    hashes: numpy.ndarray  # int64 [tokens, 3]: word, prefix, suffix, 32 bits each
    small: numpy.ndarray  # int64 [tokens, 6]
    labels: numpy.ndarray  # int64 [tokens]
    paragraphs: numpy.ndarray  # int64 [paragraphs + 1]: first token of each, and the end
    articles: numpy.ndarray  # int64 [articles + 1]: first paragraph of each, and the end
    ids: list[str]  # of the articles
    texts: list[str]

    def words(self, article):
        """the tokens of an article as they are written"""
        first, last = self.paragraphs[self.articles[article : article + 2]]
        text = self.texts[article]
        return [text[b:e] for b, e in self.span[first:last]]

    def article_of(self, paragraph):
        return int(numpy.searchsorted(self.articles, paragraph, side='right')) - 1


def open_lines(path):
    opener = gzip.open if str(path).endswith('.gz') else open
    with opener(path, 'rt', encoding='utf-8') as lines:
        return [json.loads(line) for line in lines if line.strip()]


def spans_of(labels):
    """[(role, first token, end)] of the labels of one paragraph, as the scorers read them"""
    spans, start, role = [], None, None
    for i, label in enumerate([*labels, 'O']):
        if start is not None and not (label[0] == 'I' and label[2:] == role):
            spans.append((role, start, i))
            start = None
        if label[0] == 'B':
            start, role = i, label[2:]
    return spans


def gold_labels(record, spans):
    """labels of the tokens with these spans [tokens, 2], from the record's own tokens"""
    labels = numpy.zeros(len(spans), dtype=numpy.int64)
    begins, ends = spans[:, 0], spans[:, 1]
    for paragraph in record['paragraphs']:
        tokens = paragraph['tokens']
        for role, first, last in spans_of(paragraph['labels']):
            begin, end = tokens[first][0], tokens[last - 1][1]
            low = numpy.searchsorted(ends, begin, side='right')
            high = numpy.searchsorted(begins, end, side='left')
            labels[low:high] = LABELS.index('I-' + role)
            if low < high:
                labels[low] = LABELS.index('B-' + role)
    return labels


def read_corpus(command, path, cache):
    """the corpus of a .jsonl or .jsonl.gz file of {"id", "text"} and perhaps labels; kept in the
    folder `cache` for as long as the command and the file are the same"""
    key = hashlib.sha256(Path(command).read_bytes() + Path(path).read_bytes()).hexdigest()[:16]
    Path(cache).mkdir(parents=True, exist_ok=True)
    kept = Path(cache) / f'{Path(path).name.split(".")[0]}-{key}.npz'
    records = open_lines(path)
    ids, texts = [r['id'] for r in records], [r['text'] for r in records]
    if not kept.exists():
        lines = ''.join(json.dumps({'text': text}) + '\n' for text in texts)
        run = subprocess.run([command, 'features'], input=lines.encode(), capture_output=True, check=True)
        numpy.savez(kept, **read_features(records, run.stdout.decode().splitlines()))
    return Corpus(ids=ids, texts=texts, **numpy.load(kept))


def read_features(records, lines):
    rows, labels, paragraphs, articles = [], [], [0], [0]
    tokens = 0
    for record, line in zip(records, lines, strict=True):
        first = len(rows)
        for paragraph in json.loads(line)['paragraphs']:
            rows.append(numpy.array(paragraph, dtype=numpy.int64))
            tokens += len(paragraph)
            paragraphs.append(tokens)
        articles.append(len(rows))
        if 'paragraphs' in record and len(rows) > first:
            labels.append(gold_labels(record, numpy.concatenate([r[:, :2] for r in rows[first:]])))
        else:
            labels.append(numpy.full(paragraphs[-1] - paragraphs[first], UNKNOWN))
    table = numpy.concatenate(rows)
    return {
        'span': table[:, :2].astype(numpy.int32),
        'hashes': table[:, 2:5],
        'small': table[:, 5:],
        'labels': numpy.concatenate(labels),
        'paragraphs': numpy.array(paragraphs),
        'articles': numpy.array(articles),
    }


def held_back(ids, share, seed):
    """which articles (not records: several may annotate one) are kept for choosing; a bool each"""

    def chance(record):
        name = f'{seed}:{record.rsplit("_", 1)[0]}'
        return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) / 2**32

    return numpy.array([chance(record) < share for record in ids])
