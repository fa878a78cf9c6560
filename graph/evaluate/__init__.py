"""How good is a build? Measures against annotated articles, for any user's own.

A gold file is a JSON object: `id`, `language`, `published`, `entities` (slug → type, names, demonyms, qid) and
`statements` (lists of acceptable `s` and `o`, predicate `p` and its `p_alt`, `source`, `polarity`, `modality`); its text
stands in the file as `text` or in a `.txt` beside it.
"""

from graph.evaluate.gold import GoldArticle, read_gold
from graph.evaluate.measure import Tally, evaluate_files, report

__all__ = ["GoldArticle", "Tally", "evaluate_files", "read_gold", "report"]
