"""What a letter answers: a view on its finished body that pairs questions with answers, set by set.

``pairs`` reads the questions and answers of a set, ``sets`` who asked whom what and when;
``defects`` says what is wrong with them.
"""

from kamerbrief.questions.defects import question_defects
from kamerbrief.questions.sets import read_question_sets

__all__ = ["question_defects", "read_question_sets"]
