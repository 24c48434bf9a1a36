"""What a letter answers: a view on its finished body that pairs questions with answers, set by set.

``pairs`` reads the questions and answers of a set, ``sets`` who asked whom what and when.
"""

from kamerbrief.questions.sets import read_question_sets

__all__ = ["read_question_sets"]
