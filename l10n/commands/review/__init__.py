"""`l10n review`: a list of what waits, or one message after another.

command.py      the command line: which of the two
listing.py      the list
reading.py      which messages there are, in which order, and which of them wait
queue.py        those, one of them in hand
one_by_one.py   a sitting: shows a message, reads a key, does what it says
keys.py         what each key does, in words
keyboard.py     one key press, or one line where the terminal gives no single keys
facts.py        all there is to know of a message
sections.py     that, under labels
screen.py       that, as the lines that fit on a screen; layout.py wraps them
editor.py       the person's own editor, with remarks.py above the text
deeds.py        the only place here that writes; what was done can be undone
summary.py      what a sitting came to
"""
