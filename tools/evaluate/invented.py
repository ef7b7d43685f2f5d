"""Invented names, the same for the same seed: given names, surnames, words for bodies, acronyms."""
import random

WOMEN = """
Abigail Alice Amelia Astrid Beatrice Brenda Cecilia Clara Cora Daphne Deborah Edith Elena Elsa
Erica Esther Felicia Fiona Flora Georgia Greta Harriet Helen Ida Ingrid Irene Isabel Janet Joan
Josephine Judith Lena Leonora Lillian Lydia Mabel Marion Martha Miriam Nadine Nora Olive Ophelia
Pauline Penelope Rosalind Sylvia Theresa Ursula Vera Viola Wilma Yvonne
""".split()

MEN = """
Adrian Albert Alvin Angus Arnold Arthur Barnaby Bertram Cedric Clarence Clifford Desmond Dominic
Edgar Edmund Elliot Ernest Eugene Felix Francis Gilbert Gordon Harold Hector Herbert Horace Hugo
Igor Isaac Ivan Jerome Julian Kenneth Lambert Laurence Leopold Magnus Mortimer Neville Norman
Oliver Oscar Otto Percy Quentin Rupert Silas Stanley Theodore Ulrich Vernon Victor Walter Wilfred
""".split()

ONSETS = "b br c cl d dr f g gr h k kr l m n p pr r s st t th tr v w z".split()
VOWELS = "a e i o u ei ou".split()
CODAS = "l ll m n nd nt r rd rk rn s st ss x".split()
SURNAME_ENDINGS = "berg burn by dale er ford ham ley man ton vik well wick wood worth".split()
BODY_ENDINGS = "a ex ia is on ora um us".split()


def is_vowel(letter):
    return letter.lower() in "aeiou"


class Inventor:
    """Gives one new name after the other, none twice, none of the words that are taken."""

    def __init__(self, seed, taken):
        """seed: a text; taken: words in small letters."""
        self.random = random.Random(seed)
        self.taken = set(taken)

    def name(self, word, role):
        """A name in the place of a word; role: woman, man, surname, body or acronym.

        It begins with a vowel if the word does, so that "an" before it stays right.
        """
        candidates = {"woman": WOMEN, "man": MEN}.get(role, [])
        candidates = [name for name in candidates if self._fits(name, word)]
        name = self.random.choice(candidates) if candidates else self._syllables(word, role)
        self.taken.add(name.lower())
        return name

    def _fits(self, name, word):
        return name.lower() not in self.taken and is_vowel(name[0]) == is_vowel(word[0])

    def _syllables(self, word, role):
        while True:
            name = self._letters(word) if role == "acronym" else self._spoken(word, role)
            if self._fits(name, word):
                return name

    def _letters(self, word):
        # The first letter stays: whether "an" stands before it depends on how it is spoken.
        length = max(len(word), 3)
        return word[0].upper() + "".join(self.random.choices("BCDFGHJKLMNPRSTVWZ", k=length - 1))

    def _spoken(self, word, role):
        onset = "" if is_vowel(word[0]) else self.random.choice(ONSETS)
        endings = BODY_ENDINGS if role == "body" else SURNAME_ENDINGS
        return (onset + self.random.choice(VOWELS) + self.random.choice(CODAS) +
                self.random.choice(endings)).capitalize()
