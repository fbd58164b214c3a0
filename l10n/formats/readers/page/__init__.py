"""A page as lines that find their places: what the readers of captures, HTML and Markdown pages share.

lines → items (each line by itself) → places (by its neighbours: title, story, teasers, foot) → result (a reading).
"""
