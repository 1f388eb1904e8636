"""Records as proof: records and their texts go in, what holds and why comes out.

Asked from outside: `verify` (records), `replay` (a file of them), `explain` (how they came about,
and what patterns there are), `story` (how one did, in sentences) and `reasons` (what was weighed).
"""
