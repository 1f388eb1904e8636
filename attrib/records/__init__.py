"""Records as proof: records and their texts go in, what holds and why comes out.

Asked from outside: `verify` (records), `replay` (a file of them) and `explain` (how one came about,
and what patterns there are).
"""
