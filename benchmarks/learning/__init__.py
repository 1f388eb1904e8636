"""How the weights are made: annotated articles go in, the tables of `attrib/data/learned` come out.

Asked from outside: `articles` (reading them), `speech`, `choices` and `readings` (the tables of
each stage, in this order), `fitting` (what all of them are fitted by) and `tables` (writing them).
"""
