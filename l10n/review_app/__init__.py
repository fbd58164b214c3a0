"""The review page: the same steps and the same catalogs as the commands, with another face.

guard.py    who may talk to us at all: Host, Origin, size, headers on every answer
visit.py    one request: who asks, in which language, on which project
pages/      one page or action a file, each a function from a Visit to a Response
desk.py     a catalog as the pages show it        writing.py   the only place that writes
"""
