"""Records of many articles set side by side: records go in, who and what they share comes out.

Asked from outside: `speakers`, `trace`, `graph` and `draft` (a draft against its sources).
"""
