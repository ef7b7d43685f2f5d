#!/usr/bin/env python3
"""Replaces the names of people and bodies in annotated articles by invented ones.

    rename.py GOLD SILVER.tsv > RENAMED.jsonl

Shows whether an engine reads, or has learned by heart who talks a lot: figures on the renamed
articles should be those on the originals. GOLD holds records (reading.py has their format),
SILVER.tsv their tokens with named entities; both plain or .gz. The renamed records come out in the
same order with the same ids; all their offsets are of the new text. Figures on the names of sources
(--sources) make no sense on them.

SILVER.tsv: "#article NAME" begins an article; a token a line with tabs: begin, end (code points of
the article's text), word, part of speech, named entity (PERSON, ORGANIZATION, ...) and what else; a
blank line ends a sentence; "#coref" lines are skipped. Which words are common ones is counted over
all its articles, also those that GOLD lacks: the more, the better.
"""
import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path

from invented import Inventor
from reading import BadInput, article_of, open_text, read_records
from spans import ROLES

SEED = "sourcelight"
NAMES = Path(__file__).resolve().parents[2] / "core" / "lexicon" / "en"
WORD = re.compile(r"[^\W\d_]+")
COMMON_SHARE = 0.2  # a word as often in small letters is no name by itself: Post, National, Will

# Words in names of bodies that say what body it is; they stay.
GENERIC = set("""
academy administration affairs agency air airlines alliance america american americans and army
assembly associated association at attorney authority bank board body brothers bureau cabinet
campaign capitol catholic center centers centre chamber channel christian church circuit city club
coalition college commission committee communications company confederation conference congress
congressional constitution convention corp corporation council county court courts daily defense
delegation democrat democratic democrats department district division dr east electoral embassy
enterprise enterprises european exchange executive federal federation fire first for force forces
foreign foundation free fund general global gop gov government group guard health herald high hill
holdings homeland hospital house inc independent industries institute intelligence international
investigation investments journal judiciary justice king labor law league legislature liberal
libertarian library llc ltd magazine media medical memorial ministry mr mrs ms museum national
nations navy network new news north of office on organization oversight paper parliament parties
party pentagon police politics poll polls post president press project public radio rep
representatives republic republican republicans research reserve review school sciences secret
secretary security sen senate senator service services social society south state states street
studies super supreme team television the times today trade tribune trust tv u un union united
universities university us veterans war week west white workers world
""".split())


def read_silver(path):
    """-> {article: [sentence: [(begin, end, word, named entity)]]}"""
    articles, sentences = {}, None
    with open_text(path) as file:
        for number, line in enumerate(file, 1):
            fields = line.rstrip("\n").split("\t")
            if fields[0] == "#article":
                sentences = articles[fields[1]] = [[]]
            elif fields == [""] and sentences:
                sentences.append([])
            elif fields[0].isdigit() and sentences and len(fields) >= 5:
                sentences[-1].append((int(fields[0]), int(fields[1]), fields[2], fields[4]))
            elif fields[0] != "#coref" and fields != [""]:
                raise BadInput(f"{path}, line {number}: neither #article, #coref nor a token of an "
                               "article with begin, end, word, part of speech, named entity")
    return articles


def read_given_names(path):
    with open_text(path) as file:
        return {line.strip().lower() for line in file if not line.startswith("#")}


class Usage:
    """How words are written in all the silver articles: what is a name, what is a common word."""

    def __init__(self, articles):
        self.small, self.capital, self.person = Counter(), Counter(), Counter()
        for sentences in articles.values():
            for sentence in sentences:
                for _, _, token, entity in sentence:
                    for word in WORD.findall(token):
                        self._count(word, entity)

    def _count(self, word, entity):
        if word[0].islower():
            self.small[word] += 1
        else:
            self.capital[word.lower()] += 1
            self.person[word.lower()] += entity == "PERSON"

    def is_common(self, word):
        return self.small[word] >= COMMON_SHARE * (self.small[word] + self.capital[word])

    def is_person(self, word):
        return len(word) > 1 and word not in GENERIC and 2 * self.person[word] > self.capital[word]

    def is_name(self, word):
        """May a word (in small letters) of an entity be replaced?"""
        return self.is_person(word) or (len(word) > 1 and word not in GENERIC and
                                        not self.is_common(word))


def entities(text, sentences):
    """The names of people and bodies in a text -> [(entity, [(begin, word)])].

    Words are runs of letters, read from the text, as the tagger writes some tokens otherwise.
    """
    found = []
    for sentence in sentences:
        last = None
        for begin, end, _, entity in sentence:
            if entity in ("PERSON", "ORGANIZATION"):
                if entity != last:
                    found.append((entity, []))
                found[-1][1].extend((match.start(), match.group())
                                    for match in WORD.finditer(text, begin, end))
            last = entity
    return found


class Renaming:
    """The invented names of one article: the same word always becomes the same word."""

    def __init__(self, article, text, sentences, usage, given_names):
        """given_names: {"woman": names in small letters, "man": ...}"""
        self.usage = usage
        self.given_names = given_names
        self.names = {}
        self.in_entity = set()  # where the words of the names begin
        words = WORD.findall(text)
        self.inventor = Inventor(f"{SEED} {article}", {word.lower() for word in words})
        self.mixed_case = {word.lower() for word in words if not word.isupper()}
        # Full names first: they show which word is the given name.
        for entity, parts in sorted(entities(text, sentences), key=lambda found: -len(found[1])):
            names = [(begin, word) for begin, word in parts
                     if word[0].isupper() and usage.is_name(word.lower())]
            self.in_entity |= {begin for begin, _ in names}
            for place, (_, word) in enumerate(names):
                self._invent(word.lower(), entity, place, len(names))
        # What the tagger missed in this article, but knows from others.
        for word in words:
            if word[0].isupper() and usage.is_person(word.lower()):
                self._invent(word.lower(), "PERSON", 0, 1)

    def _invent(self, word, entity, place, length):
        """A name for the word at that place of a name of that length, unless it has one."""
        if word not in self.names and self._singular(word) not in self.names:
            role = self._body_role(word) if entity == "ORGANIZATION" else \
                self._person_role(word, place, length)
            self.names[word] = self.inventor.name(word, role)

    def _person_role(self, word, place, length):
        # A given name that neither list has is taken for a man's.
        if place > 0:
            return "surname"
        gender = next((gender for gender, names in self.given_names.items() if word in names), None)
        return gender or ("man" if length > 1 else "surname")

    def _body_role(self, word):
        return "body" if word in self.mixed_case or len(word) > 5 else "acronym"

    @staticmethod
    def _singular(word):
        return word[:-1] if word.endswith("s") else ""

    def replacement(self, begin, word):
        """The word that stands in the new text for the word at begin."""
        key = word.lower()
        if not word[0].isupper() or (self.usage.is_common(key) and begin not in self.in_entity):
            return word
        name = self.names.get(key)
        if name is None and self._singular(key) in self.names:  # the Clintons
            name = self.names[self._singular(key)] + ("S" if word.isupper() else "s")
        if name is None:
            return word
        return name.upper() if word.isupper() else name


class RenamedText:
    """A text with words replaced, and where each of its positions came to stand."""

    def __init__(self, text, renaming, cuts):
        """cuts: positions that some offset points to; a word with one inside is left alone."""
        self.old = text
        self.replaced = {}  # begin of a word: (its end, the new word)
        for match in WORD.finditer(text):
            begin, end = match.span()
            word = renaming.replacement(begin, match.group())
            if word != match.group() and cuts.isdisjoint(range(begin + 1, end)):
                self.replaced[begin] = end, word
        pieces, self.position = [], []
        length, behind = 0, 0
        for begin, (end, word) in [*self.replaced.items(), (len(text), (len(text), ""))]:
            self.position += range(length, length + begin - behind)
            self.position += [length + begin - behind] * (end - begin)
            pieces += text[behind:begin], word
            length += begin - behind + len(word)
            behind = end
        self.position.append(length)
        self.text = "".join(pieces)

    def spans(self, spans):
        return [[self.position[begin], self.position[end]] for begin, end in spans]

    def old_words_replaced(self, begin, end):
        """What must stand in the new text for [begin, end) of the old."""
        pieces = []
        while begin < end:
            after, piece = self.replaced.get(begin, (begin + 1, self.old[begin]))
            pieces.append(piece)
            begin = after
        return "".join(pieces)


def offsets_of(record):
    """All spans that a record holds."""
    spans = [*record["sentences"]]
    for paragraph in record["paragraphs"]:
        spans += paragraph["tokens"]
    for attribution in record["attributions"]:
        for role in ROLES:
            spans += attribution[role]
    return spans


def rename(record, renaming):
    """The record with the names in its text replaced and its offsets moved with them."""
    text = record["text"]
    spans = offsets_of(record)
    wrong = [span for span in spans if not 0 <= span[0] <= span[1] <= len(text)]
    if wrong:
        raise BadInput(f"record {record['id']}: span {wrong[0]} is outside the text "
                       f"(0 to {len(text)})")
    renamed = RenamedText(text, renaming, {offset for span in spans for offset in span})
    for begin, end in spans:
        new_begin, new_end = renamed.position[begin], renamed.position[end]
        assert renamed.text[new_begin:new_end] == renamed.old_words_replaced(begin, end), \
            f"{record['id']}: [{begin}, {end}) was moved wrongly"
    return {**record, "text": renamed.text, "sentences": renamed.spans(record["sentences"]),
            "paragraphs": [{**paragraph, "tokens": renamed.spans(paragraph["tokens"])}
                           for paragraph in record["paragraphs"]],
            "attributions": [{**attribution,
                              **{role: renamed.spans(attribution[role]) for role in ROLES}}
                             for attribution in record["attributions"]]}


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", metavar="GOLD", help="annotated articles")
    parser.add_argument("silver", metavar="SILVER.tsv", help="their tokens with named entities")
    options = parser.parse_args(arguments)
    records, articles = read_records(options.gold), read_silver(options.silver)
    usage = Usage(articles)
    given_names = {"woman": read_given_names(NAMES / "names_female.txt"),
                   "man": read_given_names(NAMES / "names_male.txt")}
    for record in records:
        article = article_of(record["id"])
        if article not in articles:
            raise BadInput(f"{options.silver} has no article {article} (of record {record['id']})")
        renaming = Renaming(article, record["text"], articles[article], usage, given_names)
        print(json.dumps(rename(record, renaming), ensure_ascii=False))


if __name__ == "__main__":
    try:
        main()
    except BadInput as error:
        sys.exit(f"rename.py: {error}")
