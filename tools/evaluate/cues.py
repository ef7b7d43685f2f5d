"""What sort of cue an attribution has, and under which word it is counted."""
import re

CLASSES = ("speech verb", "other verb", "noun", "according-to-like", "none")

SPEECH_VERBS = """
accuse acknowledge add admit advise agree allege announce answer argue ask assert assure attack
blame blast boast brag call caution challenge charge cite claim comment complain concede conclude
condemn confess confirm confide contend counter criticize criticise curse cry declare decline
decry demand denounce deny describe detail disclose dismiss emphasize estimate exclaim explain
express hint inform insist joke lament lash lecture maintain mention mock mutter note object
observe offer opine pledge plead point post praise predict proclaim promise propose protest quip
quote read reassure recall recount refer refuse reiterate reject remark remind repeat reply report
request respond retort reveal say scold shout slam speak specify speculate state stress suggest
swear talk tell testify thank threaten tout tweet urge voice vow warn whisper wonder write yell
""".split()

NOUNS = """
accusation allegation analysis announcement answer argument assertion assessment belief call charge
claim comment complaint concern conclusion criticism data decision demand desire doubt estimate
evidence fear figure finding hope idea intention interview letter message note notion opinion order
philosophy plan plea pledge poll position post prediction promise proposal question quote reason
refusal remark report request response rumor saying sense sentiment sign speech statement study
support survey testimony theory thought threat tweet view vow warning wish word
""".split()
NOUN_ENDINGS = ("tion", "tions", "sion", "sions", "ment", "ments", "ance", "ence", "ism", "ity")

IRREGULAR = {
    "said": "say", "says": "say", "told": "tell", "wrote": "write", "written": "write",
    "spoke": "speak", "spoken": "speak", "swore": "swear", "sworn": "swear",
    "thought": "think", "knew": "know", "known": "know", "found": "find", "felt": "feel",
    "saw": "see", "seen": "see", "made": "make", "gave": "give", "given": "give", "meant": "mean",
    "held": "hold", "sought": "seek", "took": "take", "taken": "take", "heard": "hear",
    "shown": "show", "understood": "understand",
}
# Words of a cue that say nothing about which cue it is.
SMALL_WORDS = set("""
a about after again all also am an and any are as at be became because been being but by can could
did do does doing don for from get going got had has have having he her him his how i if in into is
it its just like may me might more most must my never no not of off on once one only or our out over
own publicly recently repeatedly s she should so still such t than that the their them then there
these they this those to too up upon us very was we were what when where which while who whom will
with would you your
""".split())
DETERMINERS = set("a an the this that these those any no his her its their our my your s".split())
ACCORDING = re.compile(r"\baccording\b|\bas per\b|"
                       r"\bin (\S+ )?(own )?(words|view|opinion|eyes|mind)\b|"
                       r"^(per|to|via|by|from|for|with)$")


def stem(word):
    """One key for the forms of a word: "criticize", "criticized", "criticizing" -> "criticiz"."""
    word = IRREGULAR.get(word, word)
    for ending in ("ing", "ied", "ies", "ed", "es", "s"):
        rest = word[:-len(ending)]
        if word.endswith(ending) and len(rest) >= 3 and not word.endswith("ss"):
            word = rest
            break
    word = word.rstrip("ey")
    if len(word) > 3 and word[-1] == word[-2]:  # admitted, admit
        word = word[:-1]
    return word


SPEECH_STEMS = {stem(word) for word in SPEECH_VERBS}
NOUN_STEMS = {stem(word) for word in NOUNS}


def words_of(text, spans):
    """The words of the spans, in small letters; "’s" is the word "s"."""
    return [word.lower() for begin, end in spans
            for word in re.findall(r"[^\W\d_]+", text[begin:end])]


def cue_word(text, spans):
    """The word of a cue that carries its sense, as it stands; "" if it has none."""
    words = words_of(text, spans)
    telling = [word for word in words if word not in SMALL_WORDS] or words
    known = [word for word in telling if stem(word) in SPEECH_STEMS | NOUN_STEMS]
    return (known or telling or [""])[0]


def cue_class(text, spans):
    """One of CLASSES. Adjectives ("confident that") count as other verbs; colons as none."""
    words = words_of(text, spans)
    if not words:
        return "none"
    if ACCORDING.search(" ".join(words)):
        return "according-to-like"
    head = cue_word(text, spans)
    before = words_of(text, [[max(0, spans[0][0] - 20), spans[0][0]]]) + words[:words.index(head)]
    owned = bool(before) and before[-1] in DETERMINERS and not head.endswith(("ed", "ing"))
    if stem(head) in SPEECH_STEMS:
        return "noun" if owned and stem(head) in NOUN_STEMS else "speech verb"
    if stem(head) in NOUN_STEMS or head.endswith(NOUN_ENDINGS):
        return "noun"
    return "other verb"
