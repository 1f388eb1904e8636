"""Records as proof: records and their texts go in, what holds and why comes out.

Asked from outside: `verify` (one record), `replay` (a file of them), `explain` (how one came about,
and what patterns there are) and `lines` (a part of them, and JSON Lines).
"""
