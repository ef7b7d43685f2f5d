import sys
import tempfile
import unittest
from pathlib import Path

from articles import record  # noqa: F401  (puts tools/evaluate on the path)
from worth_corpora import BadInput, Item, ask, read_biased, read_check_worthy, spans_marked
from worth_figures import (average_precision, biased_figures, check_figures, decisions,
                           loaded_figures)


def written(text):
    file = Path(tempfile.mkdtemp()) / 'rows.tsv'
    file.write_text(text, encoding='utf-8')
    return str(file)


def judged(text, label, biased=0.0, check=0.0, marked=(), loaded=(), words=()):
    item = Item(text, label, list(marked))
    item.sentences = [{'biased': biased, 'check_worthy': check, 'loaded': [list(s) for s in loaded],
                       'words': [list(w) for w in words]}]
    return item


class Split(unittest.TestCase):
    def test_texts_that_differ_in_marks_and_capitals_alone_stand_on_one_side(self):
        for n in range(50):
            one = Item(f'The mayor of town {n} said: no.', True)
            other = Item(f'the  Mayor of town {n} - said, no!', False)
            self.assertEqual((one.held_back, one.fold), (other.held_back, other.fold))

    def test_about_a_fifth_is_held_back_and_the_folds_are_even(self):
        items = [Item(f'Sentence number {n}.', True) for n in range(1000)]
        self.assertAlmostEqual(sum(i.held_back for i in items) / 1000, 0.2, delta=0.05)
        for fold in range(5):
            self.assertAlmostEqual(sum(i.fold == fold for i in items) / 1000, 0.2, delta=0.05)


class Reading(unittest.TestCase):
    def test_rows_on_which_annotators_did_not_agree_are_left_out(self):
        items = read_biased(written("Biased\tx\t['vile']\tA vile plan.\nNo agreement\tx\t[]\tA plan.\n"))
        self.assertEqual([(i.text, i.label, i.marked) for i in items], [('A vile plan.', True, ['vile'])])

    def test_a_wrong_label_or_number_of_columns_is_refused_with_its_line(self):
        with self.assertRaisesRegex(BadInput, 'line 2: label "2"'):
            read_check_worthy(written('1\tTaxes rose.\n2\tHello.\n'))
        with self.assertRaisesRegex(BadInput, 'line 1: 1 columns'):
            read_check_worthy(written('Taxes rose.\n'))

    def test_marked_words_are_found_as_whole_words_wherever_they_stand(self):
        self.assertEqual(spans_marked(Item('Mad, not madder: mad.', True, ['mad'])), [(0, 3), (17, 20)])

    def test_a_command_that_loses_a_line_is_refused(self):
        with self.assertRaisesRegex(BadInput, '1 answers to 2 texts'):
            ask([sys.executable, '-c', 'print(\'{"sentences": []}\')'], [Item('a', True), Item('b', True)])


class Figures(unittest.TestCase):
    def test_decisions_count_what_is_at_or_above_the_threshold(self):
        figures = decisions([1, 1, 0, 0], [0.9, 0.3, 0.5, 0.1], 0.5)
        self.assertEqual((figures['precision'], figures['recall'], figures['f1'], figures['accuracy']),
                         (0.5, 0.5, 0.5, 0.5))

    def test_average_precision_is_the_mean_precision_at_each_positive(self):
        self.assertAlmostEqual(average_precision([1, 0, 1], [0.9, 0.8, 0.7]), (1 + 2 / 3) / 2)

    def test_equal_scores_give_what_chance_would(self):
        self.assertAlmostEqual(average_precision([1, 0, 0, 1], [0.5] * 4), 0.5)

    def test_a_text_counts_by_its_highest_sentence(self):
        item = judged('Good day. Taxes rose by 9 per cent.', True, check=0.1)
        item.sentences.append(item.sentences[0] | {'check_worthy': 0.8})
        other = judged('Good day.', False, check=0.2)
        self.assertEqual(check_figures([item, other])['average_precision'], 1)

    def test_words_shown_are_right_where_they_touch_a_word_that_was_marked(self):
        item = judged('A vile and grand plan of Vile.', True, biased=0.7, marked=['vile'],
                      loaded=[(2, 6), (11, 16)],
                      words=[(2, 6, 'vile'), (11, 16, 'grand'), (25, 29, '<n>')])
        figures = loaded_figures([item])
        self.assertEqual((figures['precision'], figures['recall']), (0.5, 1))
        self.assertEqual(biased_figures([item], 0.5)['f1'], 1)

    def test_words_in_quotations_can_be_left_out_of_those_wanted(self):
        item = judged('The "vile" plan.', True, marked=['vile'], words=[(5, 9, 'vile', '=quoted')])
        self.assertEqual(loaded_figures([item])['marked'], 1)
        self.assertEqual(loaded_figures([item], outside_quotations=True)['marked'], 0)

    def test_nothing_found_and_nothing_wanted_is_no_division_by_zero(self):
        self.assertEqual(loaded_figures([judged('Rain.', False)])['f1'], 0)


if __name__ == '__main__':
    unittest.main()
