"""When two names are of the same source."""
import re


def plain(name):
    """In small letters, without possessive, leading article and punctuation."""
    name = re.sub(r"[’']s\b", "", name or "").strip()
    name = re.sub(r"^(the|a|an)\s+", "", name, flags=re.IGNORECASE)
    return re.sub(r"[^a-z0-9& ]", "", name.lower()).strip()


def words(name):
    return set(plain(name).split())


def shared_words(one, other):
    return words(one) & words(other)


def same_name(gold, found):
    """Is one the other, or the other with more words? One word of several of gold is too little."""
    if not plain(gold):
        return False
    several_words = len(plain(found).split()) > 1
    gold, found = words(gold), words(found)
    return gold <= found or (several_words and found <= gold)
