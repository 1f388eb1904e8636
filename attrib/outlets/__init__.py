"""News outlets in a text: the text goes in, mentions of outlets with their names come out.

Asked from outside: `outlets` (those on the list, those told by their form, and descriptors such
as `the English news agency`) and `forms` (how a name gives an outlet away).
"""
