"""News outlets in a text: the text goes in, mentions of outlets with their names come out.

Asked from outside: `mentions.find`, `catalogue.lookup` (the list), `descriptors.describes_outlet`
(`the English news agency`), `forms` (how a name gives an outlet away), `surroundings` (how the
words around it do) and `runs` (capitalised words in a row). `mentions` asks `podcasts`, which go by
any words, and `interviews`, what people do with an outlet.
"""
