"""What follows `attrib` on the command line, a module a word: arguments go in, a status comes out.

Asked from outside: `parser` (every command's arguments) and `terminal` (statuses and complaints).
"""
