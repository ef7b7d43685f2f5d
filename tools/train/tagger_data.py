"""Reads the corpora that tools/train/tagger.py learns from.

Takes UD EWT (CoNLL-U), PolNeAR with CoreNLP tags (TSV), and UD treebanks of other languages (CoNLL-U, by
their universal tags and features), plain or gzipped. Gives sentences: lists of (word, tag), cut and tagged
as core/src/text/document.h and core/src/grammar/tags.h say.
"""
import gzip

# The order is that of `enum class Tag` in core/src/grammar/tags.h.
TAGS = (
    "adjective adverb conjunction determiner existential interjection modal noun noun_plural number"
    " particle possessive preposition pronoun pronoun_possessive proper_noun punctuation to"
    " verb_base verb_gerund verb_participle verb_past verb_present verb_present_s"
    " wh_adverb wh_pronoun wh_possessive"
).split()
TAG_ID = {name: index for index, name in enumerate(TAGS)}

PENN = {
    "JJ": "adjective", "JJR": "adjective", "JJS": "adjective", "AFX": "adjective",
    "RB": "adverb", "RBR": "adverb", "RBS": "adverb", "CC": "conjunction",
    "DT": "determiner", "PDT": "determiner", "EX": "existential", "UH": "interjection",
    "MD": "modal", "NN": "noun", "FW": "noun", "GW": "noun", "NNS": "noun_plural",
    "CD": "number", "LS": "number", "RP": "particle", "POS": "possessive", "IN": "preposition",
    "PRP": "pronoun", "PRP$": "pronoun_possessive", "NNP": "proper_noun", "NNPS": "proper_noun",
    "ADD": "proper_noun", "TO": "to", "VB": "verb_base", "VBG": "verb_gerund",
    "VBN": "verb_participle", "VBD": "verb_past", "VBP": "verb_present", "VBZ": "verb_present_s",
    "WRB": "wh_adverb", "WP": "wh_pronoun", "WDT": "wh_pronoun", "WP$": "wh_possessive",
}

BRACKETS = {"``": '"', "''": '"', "`": "'", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[",
            "-RSB-": "]", "-LCB-": "{", "-RCB-": "}"}


def is_word(word):
    return any(c.isalnum() for c in word)


def is_address(norm):
    """Addresses of pages and mail, and names behind an @."""
    return "@" in norm or "://" in norm or norm.startswith("www.")


def has_space(word):
    return any(c.isspace() for c in word)


def mark_tag(norm):
    """The tag of a token without letter or digit, which needs no model; None for an apostrophe."""
    if norm == "'":
        return None
    return {"&": "conjunction", "%": "noun"}.get(norm, "punctuation")


def fold(word, penn):
    """Penn tag of a word -> name of our Tag. EWT tags the preposition "to" IN, the Treebank TO;
    EWT tags addresses ADD, CoreNLP whatever comes."""
    if not is_word(word):
        fixed = mark_tag(normalize(word))
        if fixed:
            return fixed
    if is_address(word.lower()):
        return "proper_noun"
    if word.lower() == "to" and penn == "IN":
        return "to"
    return PENN.get(penn, "punctuation")


def normalize(word):
    """Token::norm of core/src/text/document.h."""
    for marks, plain in (("’‘`´ʼ", "'"), ("“”„«»", '"')):
        for mark in marks:
            word = word.replace(mark, plain)
    return word.lower()


def open_text(path):
    opener = gzip.open if path.endswith(".gz") else open
    return opener(path, "rt", encoding="utf-8")


def read_silver(path):
    """Sentences of a CoreNLP table: begin, end, word, tag, ...; #-lines and odd rows are left out."""
    sentences, sentence = [], []
    with open_text(path) as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 7 and fields[0].isdigit() and not has_space(fields[2]):
                word = BRACKETS.get(fields[2], fields[2])
                sentence.append((word, fold(word, fields[3])))
            elif not line.strip() and sentence:
                sentences.append(sentence)
                sentence = []
    if sentence:
        sentences.append(sentence)
    return sentences


def joined_penn(parts):
    """Penn tag of a word that EWT splits at hyphens and the Treebank does not ("60-year-old")."""
    tags = [p["penn"] for p in parts if p["penn"] not in ("HYPH", ":", ",")]
    last = tags[-1]
    if all(t == "CD" for t in tags):
        return "CD"
    if all(t in ("NNP", "NNPS") for t in tags):
        return last
    if last in ("VBN", "VBG") and tags[0] != "AFX":
        return "JJ"
    if last == "RP":
        return "NN"
    if last == "NN":
        ids = {p["id"] for p in parts}
        relations = [p["relation"] for p in parts if p["head"] not in ids]
        if any(r in ("compound", "amod", "nmod") for r in relations) and not (
                set(tags) <= {"NNP", "NN"}):
            return "JJ"
    return last


def read_ewt(path):
    """Sentences of a CoNLL-U file, with words split at hyphens joined again."""
    sentences, rows = [], []
    with open_text(path) as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 10 and fields[0].isdigit():
                rows.append({"id": fields[0], "word": fields[1], "penn": fields[4],
                             "head": fields[6], "relation": fields[7],
                             "glued": "SpaceAfter=No" in fields[9]})
            elif not line.strip() and rows:
                sentences.append(join_hyphens(rows))
                rows = []
    if rows:
        sentences.append(join_hyphens(rows))
    return sentences


def is_hyphen(row):
    return row["penn"] == "HYPH" and row["word"] in "-–‐"


def join_hyphens(rows):
    groups = [[]]
    for row, after in zip(rows, rows[1:] + [None]):
        groups[-1].append(row)
        joins = after is not None and row["glued"] and (
            (is_word(row["word"]) and is_hyphen(after))
            or (len(groups[-1]) > 1 and is_hyphen(row) and is_word(after["word"])))
        if not joins and after is not None:
            groups.append([])
    sentence = []
    for group in groups:
        word = "".join(row["word"] for row in group)
        penn = joined_penn(group) if len(group) > 1 else group[0]["penn"]
        sentence.append((word, fold(word, penn)))
    return sentence


# Universal parts of speech that are one of our tags whatever their features.
UNIVERSAL = {
    "ADJ": "adjective", "ADV": "adverb", "INTJ": "interjection", "CCONJ": "conjunction", "NUM": "number",
    "PROPN": "proper_noun", "SCONJ": "preposition", "PUNCT": "punctuation", "SYM": "punctuation", "X": "noun",
}


def fold_universal(row, modals):
    """Our Tag's name of a word of a UD treebank. A subjunctive ("er komme", "er käme") is a present that is no
    third person: where somebody's word is told, languages that have one say so by it."""
    word, features = row["word"], row["features"]
    if not is_word(word):
        fixed = mark_tag(normalize(word))
        if fixed:
            return fixed
    if is_address(word.lower()):
        return "proper_noun"
    pos = row["upos"]
    if pos == "ADP":
        return "particle" if row["relation"] == "compound:prt" else "preposition"
    if pos == "PART":
        return "to" if row["relation"] == "mark" else "adverb"
    if pos == "NOUN":
        return "noun_plural" if features.get("Number") == "Plur" else "noun"
    if pos in ("DET", "PRON"):
        if features.get("PronType") in ("Rel", "Int"):
            return "wh_pronoun"
        if features.get("Poss") == "Yes":
            return "pronoun_possessive"
        return "determiner" if pos == "DET" else "pronoun"
    if pos in ("VERB", "AUX"):
        past = features.get("Tense") == "Past"
        if "Mood" not in features:  # some treebanks say no more of an infinitive, and of a participle that it is past
            return "verb_participle" if features.get("VerbForm") == "Part" or past else "verb_base"
        if row["lemma"] in modals:
            return "modal"
        if past and features["Mood"] != "Sub":
            return "verb_past"
        third = features.get("Person") == "3" and features.get("Number") == "Sing"
        return "verb_present_s" if third and features["Mood"] != "Sub" else "verb_present"
    return UNIVERSAL.get(pos, "punctuation")


def read_universal(path, modals):
    """Sentences of a CoNLL-U file whose words are those of the text: of a word that stands for two ("im": "in
    dem") the first one's tag."""
    sentences, sentence, joined, skip = [], [], None, 0
    with open_text(path) as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 10 and "-" in fields[0]:
                first, last = map(int, fields[0].split("-"))
                joined, skip = fields[1], last
            elif len(fields) == 10 and fields[0].isdigit():
                if int(fields[0]) <= skip and joined is None:
                    continue
                features = dict(f.split("=", 1) for f in fields[5].split("|") if "=" in f)
                row = {"word": joined or fields[1], "lemma": fields[2], "upos": fields[3],
                       "features": features, "relation": fields[7]}
                sentence.append((row["word"], fold_universal(row, modals)))
                joined = None
            elif not line.strip() and sentence:
                sentences.append(sentence)
                sentence, joined, skip = [], None, 0
    if sentence:
        sentences.append(sentence)
    return sentences


def read_names(path):
    """Sentences of a file of names in CoNLL's columns (index, word, BIO label): lists of (word, label)."""
    sentences, sentence = [], []
    with open_text(path) as lines:
        for line in lines:
            fields = line.split()
            if len(fields) == 3 and fields[1] != "-DOCSTART-":
                sentence.append((mended(fields[1]), fields[2]))
            elif sentence:
                sentences.append(sentence)
                sentence = []
    if sentence:
        sentences.append(sentence)
    return sentences


# CoNLL's German file was once read by a wrong code page: "für" stands there as "fьr".
MENDED = str.maketrans("ьдяц№ƒ÷йибутз", "üäßöÜÄÖéèáóòç")


def mended(word):
    return word.translate(MENDED)


def with_names(sentence, tags):
    """Tags of a sentence of names, corrected by what people say of them: what is the name of a person or
    place, or of a body in one word, is a proper noun, and a noun outside all names is none."""
    out = []
    for i, ((word, label), tag) in enumerate(zip(sentence, tags)):
        last = i + 1 == len(sentence) or not sentence[i + 1][1].startswith("I-")
        whole = label[2:] in ("PER", "LOC") or (label == "B-ORG" and last)
        if whole and word[:1].isupper():
            tag = "proper_noun"
        elif label == "O" and tag == "proper_noun" and word[:1].isupper() and not word.isupper():
            tag = "noun"
        out.append((word, tag))
    return out
