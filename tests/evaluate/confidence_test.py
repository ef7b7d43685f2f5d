import unittest

from articles import record, report
from comparison import Comparison
from confidence import reliability
from reading import BadInput

GOLD = "[source Lind] [cue said] [content no]."


def comparison(found, **more):
    return Comparison(record("ostby_a1", GOLD), report("ostby_a1", found, **more))


class Confidence(unittest.TestCase):
    def test_each_bin_has_its_share_of_right_attributions(self):
        table = reliability([comparison(GOLD, confidence=0.7),
                             comparison("[source Lind] said [content no].", confidence=0.72),
                             comparison("[cue Lind].", confidence=0.3)])
        self.assertEqual([(row["from"], row["count"], row["right"]) for row in table["bins"]],
                         [(0.3, 1, 0), (0.7, 2, 1)])

    def test_the_calibration_error_is_the_mean_distance(self):
        table = reliability([comparison(GOLD, confidence=0.9),
                             comparison("[cue Lind].", confidence=0.5)])
        self.assertAlmostEqual(table["ece"], (0.1 + 0.5) / 2)

    def test_certainty_is_in_the_last_bin(self):
        self.assertEqual(reliability([comparison(GOLD, confidence=1)])["bins"][0]["from"], 0.9)

    def test_nested_attributions_do_not_take_part(self):
        self.assertIsNone(reliability([comparison(GOLD, confidence=0.9, parent=3)]))

    def test_reports_without_confidence_have_no_table(self):
        self.assertIsNone(reliability([comparison(GOLD)]))

    def test_a_confidence_above_one_is_refused(self):
        with self.assertRaisesRegex(BadInput, "ostby_a1: confidence 70"):
            reliability([comparison(GOLD, confidence=70)])


if __name__ == "__main__":
    unittest.main()
