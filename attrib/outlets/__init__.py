"""News outlets in a text: the text goes in, mentions of outlets with their names come out.

Asked from outside: `mentions.find`, `catalogue.lookup` (the list), `descriptors.describes_outlet`
(`the English news agency`), `forms` and `name_ends` (how a name gives an outlet away),
`surroundings` (how the words around it do), `runs` (capitalised words in a row) and `rivals` (what
else `the agency` may mean). `mentions` asks `podcasts`, which go by any words, `by_article`, names
with an article of their own, `interviews`, what people do with an outlet, `by_frame`, where outlets
stand, `citing`, whom they cite, and `digests`, items with a credit.
"""
