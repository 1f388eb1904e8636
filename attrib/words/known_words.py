"""Words of one tag that any grammar lists, and that the articles with tags had seldom or never.

By their endings alone `sank` is a noun, `afterwards` a plural.
"""

from __future__ import annotations

_WORDS = {
    "VBD": """arose ate awoke bade beheld bent clung crept dreamt drank forbade foresaw foretold
        forgave forgot froze hid hung knelt leapt mistook overcame overtook rang rebuilt repaid
        retook rode sang sank shone shrank slept slung sprang stank stole strove stung swam swore
        swung tore undertook underwent undid upheld wept woke wore wove wrung""",
    "VBN": """blown borne frozen lain overrun overthrown shrunk sung sunk swum torn undergone
        undone""",
    "MD": "shall",
    "RB": """afterwards aloud backward backwards beforehand besides downstairs downwards forwards
        hence indoors likewise nevertheless onwards outdoors seldom thrice upstairs upwards""",
    "IN": "amidst amongst lest notwithstanding pending till whereas whilst",
    "JJ": "familiar",
    "PRP": "hers ours theirs yours yourselves",
}
TAGS = {word: tag for tag, words in _WORDS.items() for word in words.split()}
