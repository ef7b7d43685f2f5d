"""What the labeller learns from: features as `sourcelight features` writes them, labels from
annotated articles. A corpus is flat arrays, cut into paragraphs and articles.

    corpus = read_corpus('build/release/sourcelight', 'train.jsonl.gz', 'build/train')

Reads records of PolNeAR ("paragraphs" with labels of one task), of the newsdesk format ("sentences"
and "attributions"), of German Wikinews ("attributions" with types) and of names ("names": [[begin, end,
kind]]). A task that a record says nothing of is UNKNOWN in all its tokens.
"""
import gzip
import hashlib
import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy

from tagger_data import mended
from tasks import KIND, NAME, OUTER, STATUS, TASK_ID, TASKS, TITLE, UNKNOWN, spans_of

HASHES = ('word', 'prefix', 'suffix')
SMALL = ('shape', 'tag', 'quotation', 'phrase', 'paragraph')
SMALL_LIMITS = (512, 32, 16, 16, 8)
PROPER_NOUN = 15  # Tag::proper_noun of core/src/grammar/tags.h


@dataclass
class Corpus:
    span: numpy.ndarray  # int32 [tokens, 2]: code points, end exclusive
    hashes: numpy.ndarray  # int64 [tokens, 3]: word, prefix, suffix, 32 bits each
    small: numpy.ndarray  # int64 [tokens, 5]
    labels: numpy.ndarray  # int8 [tokens, tasks]
    paragraphs: numpy.ndarray  # int64 [paragraphs + 1]: first token of each, and the end
    articles: numpy.ndarray  # int64 [articles + 1]: first paragraph of each, and the end
    ids: list[str]  # of the articles
    texts: list[str]
    sentences: list[list]  # of each article: (first token, end, set of statuses), where annotated

    def words(self, article):
        """the tokens of an article as they are written"""
        first, last = self.paragraphs[self.articles[article : article + 2]]
        text = self.texts[article]
        return [text[b:e] for b, e in self.span[first:last]]


CONLL = {'PER': 'person', 'ORG': 'body', 'LOC': 'place', 'MISC': 'other'}
CONLL_SENTENCES = 6  # that make a text: Reuters' stories are cut into sentences without paragraphs


def conll_records(path):
    """records of a file of names in CoNLL's columns (index, word, BIO label)"""
    sentences, words = [], []
    with gzip.open(path, 'rt', encoding='utf-8') as lines:
        for line in [*lines, '']:
            fields = line.split()
            if len(fields) == 3 and fields[1] != '-DOCSTART-':
                words.append((mended(fields[1]), fields[2]))
            elif words:
                sentences.append(words)
                words = []
    records = []
    for first in range(0, len(sentences), CONLL_SENTENCES):
        text, names = '', []
        for sentence in sentences[first : first + CONLL_SENTENCES]:
            if len(sentence) < 6:  # headlines, datelines, tables
                text += '\n\n' if text else ''
            for word, label in sentence:
                if text and not text.endswith('\n') and not re.match(r"[.,;:!?%)]|'s$|n't$|'(re|ve|ll|d|m)$", word):
                    text += '' if text.endswith(('(', '$')) else ' '
                if label != 'O':
                    kind = CONLL[label[2:]]
                    if label[0] == 'I' and names and names[-1][2] == kind:
                        names[-1][1] = len(text) + len(word)
                    else:
                        names.append([len(text), len(text) + len(word), kind])
                text += word
            text += '\n\n' if len(sentence) < 6 else ''
        records.append({'id': f'{Path(path).name}_{first}', 'text': text, 'names': names})
    return records


def open_lines(path):
    if '.conllu' in str(path):
        return conll_records(path)
    opener = gzip.open if str(path).endswith('.gz') else open
    with opener(path, 'rt', encoding='utf-8') as lines:
        return [json.loads(line) for line in lines if line.strip()]


class Painter:
    """writes labels on the tokens of one article; spans are in code points"""

    def __init__(self, record, tokens):
        self.text = record['text']
        self.begins, self.ends = tokens[:, 0], tokens[:, 1]
        self.labels = numpy.full((len(tokens), len(TASKS)), UNKNOWN, dtype=numpy.int8)

    def tokens(self, begin, end):
        low = int(numpy.searchsorted(self.ends, begin, side='right'))
        return low, max(low, int(numpy.searchsorted(self.begins, end, side='left')))

    def fill(self, task, label):
        self.labels[:, TASK_ID[task.name]] = task.id(label)

    def flat(self, task, label, begin, end):
        low, high = self.tokens(begin, end)
        self.labels[low:high, TASK_ID[task.name]] = UNKNOWN if label is None else task.id(label)

    def span(self, task, kind, begin, end):
        low, high = self.tokens(begin, end)
        column = self.labels[:, TASK_ID[task.name]]
        column[low:high] = task.id('I-' + kind)
        if low < high:
            column[low] = task.id('B-' + kind)
            if high < len(column) and column[high] > 0 and column[high] % 2 == 0:
                column[high] -= 1  # the rest of what was painted over begins anew

    def known(self, task, begin, end):
        low, high = self.tokens(begin, end)
        return self.labels[low:high, TASK_ID[task.name]]


def paint_polnear(painter, record):
    painter.fill(OUTER, 'O')
    for paragraph in record['paragraphs']:
        tokens = paragraph['tokens']
        for role, first, last in spans_of(paragraph['labels']):
            painter.span(OUTER, role, tokens[first][0], tokens[last - 1][1])


def joined(text, spans):
    """spans of one role, those with nothing but white space between them (of one paragraph) made one"""
    out = []
    for begin, end in sorted(spans):
        if out and not text[out[-1][1] : begin].strip() and '\n' not in text[out[-1][1] : begin]:
            out[-1][1] = end
        else:
            out.append([begin, end])
    return out


def paint_attributions(painter, record):
    for task in TASKS[:2]:
        painter.fill(task, 'O')
    painter.fill(KIND, 'O')
    outer_first = sorted(record['attributions'], key=lambda a: a['parent'] is not None)
    for role in ('content', 'source', 'cue'):
        for a in outer_first:
            task = TASKS[a['parent'] is not None]
            for begin, end in joined(record['text'], a[role]):
                for part in re.finditer(r'[^\n]+', record['text'][begin:end]):
                    painter.span(task, role, begin + part.start(), begin + part.end())
    for a in outer_first:
        for begin, end in a['source'] or a['cue']:
            painter.flat(KIND, None if a['kind'] == 'unclear' else a['kind'], begin, end)


def paint_statuses(painter, record):
    sentences = []
    for s in record['sentences']:
        statuses = set(s['status'])
        low, high = painter.tokens(s['begin'], s['end'])
        sentences.append((low, high, tuple(sorted(statuses))))
        parts = s.get('parts') or []
        rest = statuses - {p['status'] for p in parts}
        painter.flat(STATUS, rest.pop() if len(rest) == 1 else None, s['begin'], s['end'])
        for part in parts:
            for begin, end in part['spans']:
                painter.flat(STATUS, part['status'], begin, end)
        if len(statuses) > 1 and not parts:
            painter.flat(STATUS, None, s['begin'], s['end'])
    return sentences


def places_of(text, words):
    if not words:
        return []
    return [m.span() for m in re.finditer(r'(?<!\w)' + re.escape(words) + r'(?!\w)', text)]


def paint_titles(painter, record):
    """A title is looked for near its bearer's name. Sentences that tell of no source are left open:
    nobody annotated the titles of those who say nothing."""
    text = record['text']
    found = []
    for a in record['attributions']:
        if a['kind'] not in ('named_person', 'named_organization', 'document') or not a['name'] or not a['title']:
            continue
        names = [place for name in a['name'].split(' & ') for place in places_of(text, name.split()[-1])]
        names += [tuple(s) for s in a['source']]
        for title in re.split(r' *; *| & ', a['title']):
            for begin, end in places_of(text, title):
                near = any(max(begin, b) - min(end, e) < 40 and '\n' not in text[min(begin, b) : max(end, e)]
                           for b, e in names)
                if near:
                    found.append((begin, end))
    near_source = {tuple(s) for a in record['attributions'] for s in a['source']} | set(found)
    for s in record['sentences']:
        if any(s['begin'] <= b < s['end'] for b, _ in near_source):
            painter.flat(TITLE, 'O', s['begin'], s['end'])
    for begin, end in sorted(set(found), key=lambda s: s[1] - s[0]):  # the longer one wins
        painter.span(TITLE, 'title', begin, end)


def paint_persons(painter, record):
    """the names of named persons where they speak; nothing is said of other words"""
    for a in record['attributions']:
        if a['kind'] != 'named_person' or ' & ' in a['name']:
            continue
        for begin, end in a['source']:
            for b, e in places_of(record['text'][begin:end], a['name']):
                title = a['title'] and a['title'] in a['name']
                if not title:
                    painter.span(NAME, 'person', begin + b, begin + e)


def paint_names(painter, record):
    painter.fill(NAME, 'O')
    for begin, end, kind in record['names']:
        painter.span(NAME, kind, begin, end)


# Of a cue in several pieces, what is not the verb: "wie ... mitteilte", "hat ... gesagt".
HELPERS = set('wie so laut als hat hatte haben hatten wird wurde wurden werden ist sind war waren'.split())


def one_cue(text, spans):
    """the piece that these guidelines mark: "teilte" of "teilte ... mit", "gesagt" of "hatte ... gesagt" """
    if len(spans) < 2:
        return spans
    helps = text[spans[0][0] : spans[0][1]].lower().split()[-1] in HELPERS
    return [spans[-1] if helps else spans[0]]


# "nach | Angaben der Polizei": here the noun belongs to the cue, "nach Angaben | der Polizei".
WORDS_OF = set('Angaben Ansicht Ansichten Aussage Aussagen Auffassung Berichten Darstellung Darstellungen Einschätzung '
               'Informationen Meinung Schätzungen'.split())


def with_noun(text, attribution):
    """the attribution with such a noun in its cue"""
    source, cue = attribution['source'], attribution['cue']
    if len(source) != 1 or len(cue) != 1 or text[slice(*cue[0])].lower() not in ('nach', 'laut', 'gemäß'):
        return attribution
    (begin, end), noun = source[0], text[slice(*source[0])].split(' ', 1)[0]
    if noun not in WORDS_OF or begin + len(noun) == end or cue[0][1] + 1 != begin:
        return attribution
    return {**attribution, 'cue': [[cue[0][0], begin + len(noun)]], 'source': [[begin + len(noun) + 1, end]]}


# What tells that somebody can be identified: a name (seen by its tag), or one who was named before.
IDENTIFIED = re.compile(r'\b([Ee]r|[Ss]ie|[Dd]ie Polizei|[Dd]ie Staatsanwaltschaft|[Dd]ie Regierung)\b')


def paint_likely_statuses(painter, record, tags):
    """What the statuses of German Wikinews are likely to be, where that is likely enough: what has a source with a
    name is named, what has a cue and no source is hidden, and a sentence that no attribution touches is the
    article's own voice. The rest is left open."""
    text = record['text']
    taken = [span for a in record['attributions'] for role in ('source', 'cue', 'content') for span in a[role]]
    for begin, end in record['sentences']:
        said = text[begin:end].rstrip()
        if said.endswith('.') and len(said.split()) > 5 and not any(b < end and e > begin for b, e in taken):
            painter.flat(STATUS, 'unsourced', begin, end)
    for a in record['attributions']:
        if a['type'] == 'Reported' or (not a['source'] and not a['cue']):
            continue
        status = 'hidden'
        if a['source']:
            words = [text[b:e] for b, e in a['source']]
            named = any(PROPER_NOUN in tags[slice(*painter.tokens(b, e))] for b, e in a['source'])
            status = 'named' if named or any(IDENTIFIED.search(w) for w in words) else None
        for role in ('content', 'cue'):
            for begin, end in a[role]:
                painter.flat(STATUS, status, begin, end)


def paint_wikinews(painter, record):
    """Outer attributions of German Wikinews; it says nothing of kinds and titles, and too little of inner
    ones. `Reported` ("the doctors warned of it") has no cue, and its content is the whole clause, source
    and verb too: these guidelines part it into three or see no attribution in it, so it may have any labels.
    A quotation that stands `nested` in an indirect content of the same source is part of that content."""
    painter.fill(OUTER, 'O')
    for a in record['attributions']:
        if a['type'] == 'Reported':
            for begin, end in a['content']:
                painter.flat(OUTER, None, begin, end)
    said = [with_noun(record['text'], a) for a in record['attributions']
            if not a['nested'] and a['type'] != 'Reported']
    for role in ('content', 'source', 'cue'):
        for a in said:
            spans = one_cue(record['text'], a['cue']) if role == 'cue' else a[role]
            for begin, end in joined(record['text'], spans):
                for part in re.finditer(r'[^\n]+', record['text'][begin:end]):
                    painter.span(OUTER, role, begin + part.start(), begin + part.end())


B_CUE, I_CUE, B_CONTENT, I_CONTENT = (OUTER.id(label) for label in ('B-cue', 'I-cue', 'B-content', 'I-content'))


def as_polnear_cuts(words, labels):
    """Where two guidelines cut spans otherwise, cut as PolNeAR does, in place: a conjunction belongs to the
    content ("said | that it rained"), the full stop behind it does not; an adverb before the cue ("also
    said") and a colon behind it belong to the cue. words: of all tokens, in lower case; labels [...,
    tokens, tasks]."""
    words = numpy.array(words)
    joins, stops, colons = numpy.isin(words, ('that', 'to', 'dass', 'daß', 'ob')), words == '.', words == ':'
    adverbs = words == 'also'
    for task in ('outer', 'inner'):
        column = labels[..., TASK_ID[task]]
        here, after = column[..., :-1], column[..., 1:]
        taken = (here == 0) & (after == B_CONTENT) & joins[:-1]
        after[taken] = I_CONTENT
        here[taken] = B_CONTENT
        taken = (here == 0) & (after == B_CUE) & adverbs[:-1]
        after[taken] = I_CUE
        here[taken] = B_CUE
        taken = (after == 0) & ((here == B_CUE) | (here == I_CUE)) & colons[1:]
        after[taken] = I_CUE
        column[..., 1:][(after == I_CONTENT) & stops[1:] & ends_span(column)] = 0


def ends_span(column):
    """of all tokens but the first: no further token of its span follows"""
    following = numpy.concatenate([column[..., 2:], numpy.zeros_like(column[..., :1])], axis=-1)
    return following != I_CONTENT


def all_words(corpus):
    return [word.lower() for article in range(len(corpus.ids)) for word in corpus.words(article)]


def labels_of(record, tokens, tags):
    """-> int8 [tokens, tasks], annotated sentences"""
    painter, sentences = Painter(record, tokens), []
    if any('type' in a for a in record.get('attributions', [])):
        paint_wikinews(painter, record)
        paint_likely_statuses(painter, record, tags)
    elif record.get('paragraphs'):
        paint_polnear(painter, record)
    elif 'attributions' in record and 'paragraphs' not in record:
        paint_attributions(painter, record)
        sentences = paint_statuses(painter, record)
        paint_titles(painter, record)
        paint_persons(painter, record)
    if 'names' in record:
        paint_names(painter, record)
    return painter.labels, sentences


def read_corpus(command, path, cache):
    """the corpus of a .jsonl or .jsonl.gz file of {"id", "text"} and perhaps annotations; features are
    kept in the folder `cache` for as long as the command and the file are the same. A path "COMMAND@PATH" is
    read by that command: of another language"""
    if '@' in str(path):
        command, path = str(path).split('@', 1)
    key = hashlib.sha256(Path(command).read_bytes() + Path(path).read_bytes()).hexdigest()[:16]
    Path(cache).mkdir(parents=True, exist_ok=True)
    kept = Path(cache) / f'{Path(path).name.split(".")[0]}-{key}.npz'
    records = open_lines(path)
    if not kept.exists():
        lines = ''.join(json.dumps({'text': r['text']}) + '\n' for r in records)
        run = subprocess.run([command, 'features'], input=lines.encode(), capture_output=True, check=True)
        numpy.savez(kept, **read_features(run.stdout.decode().splitlines()))
    features = dict(numpy.load(kept))
    labels, sentences = [], []
    for i, record in enumerate(records):
        first, last = features['paragraphs'][features['articles'][i : i + 2]]
        of_tokens, of_sentences = labels_of(record, features['span'][first:last], features['small'][first:last, SMALL.index('tag')])
        labels.append(of_tokens)
        sentences.append([(int(first) + low, int(first) + high, s) for low, high, s in of_sentences])
    corpus = Corpus(ids=[r['id'] for r in records], texts=[r['text'] for r in records],
                    labels=numpy.concatenate(labels), sentences=sentences, **features)
    if records and not records[0].get('paragraphs'):
        as_polnear_cuts(all_words(corpus), corpus.labels)
    return corpus


def read_features(lines):
    rows, paragraphs, articles = [], [0], [0]
    tokens = 0
    for line in lines:
        for paragraph in json.loads(line)['paragraphs']:
            rows.append(numpy.array(paragraph, dtype=numpy.int64))
            tokens += len(paragraph)
            paragraphs.append(tokens)
        articles.append(len(rows))
    table = numpy.concatenate(rows)
    return {
        'span': table[:, :2].astype(numpy.int32),
        'hashes': table[:, 2:5],
        'small': table[:, 5:],
        'paragraphs': numpy.array(paragraphs),
        'articles': numpy.array(articles),
    }


def chance(name, seed):
    return int(hashlib.sha256(f'{seed}:{name}'.encode()).hexdigest()[:8], 16) / 2**32


def held_back(path, ids, share, seed):
    """which articles (not records: several may annotate one) are kept for choosing; a bool each. Of the German
    press it is always the same fifth of the publishers"""
    if re.search('press-de|german-unlabelled', str(path)):
        return numpy.array([chance(german_publisher(record), 1) < 0.2 for record in ids])
    return numpy.array([chance(record.rsplit('_', 1)[0], seed) < share for record in ids])


def german_publisher(record):
    """the publisher by the id of an article: "fundus-de-Taz-V1" and "traf-taz-de-siemens" are both of taz"""
    words = re.sub('^(fundus|traf|rdb)-', '', record.lower()).split('-')
    name = words[1] if words[0] in ('at', 'ch', 'de', 'il', 'li', 'lu') and len(words) > 1 else words[0]
    return {'sueddeutsche': 'sz', 'www1': 'wdr'}.get(name, name)
