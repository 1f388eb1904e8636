"""What an article says of itself: its text goes in; title, day, publisher, credits come out.

Asked from outside: `metadata`, with `scan` for the lines above and below the prose, and `read` for
the document they make.
"""
