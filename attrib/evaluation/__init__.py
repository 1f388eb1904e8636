"""Records against articles that people have annotated: both go in, figures and misses come out.

Asked from outside: `marked.read`, `score.score`, `report` and `tokens.token_table`.
"""
