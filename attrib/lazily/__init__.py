"""`re` and `regex` whose patterns are compiled when they are first used.

An article needs half of all patterns, and to compile one takes longer than to search with it:
every module takes `re` and `regex` from here. Nothing else may be asked from outside.
"""
