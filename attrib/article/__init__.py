"""What an article says of itself: its text goes in; title, day, publisher, credits come out.

Asked from outside: `metadata`, which reads the lines above and below the prose.
"""
