"""News outlets in a text: the text goes in, mentions of outlets with their names come out.

Asked from outside: `mentions.find`, `catalogue.lookup` (the list), `descriptors.describes_outlet`
(`the English news agency`) and `forms` (how a name gives an outlet away).
"""
