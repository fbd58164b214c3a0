"""Everyday English that is no word of a Scandinavian language, to tell what was left untranslated.

Each was held against the dictionaries of Bokmål and Nynorsk; what is both (“fire”, “listen”, “offer”) is not here.
"""

from __future__ import annotations

from l10n.checks.prose import word_set

NEVER_NORDIC = word_set(
    """
    about above access account across add advertisement after again against ago almost along already also
    although always among and another anyone are around article articles asked away became because become been
    before began behind below between bought brought browser browsers built buy called came cannot cart checkout
    children choose clear click close comment comments company contact continue could countries create daily
    days device devices died different does down during each earlier early edit eight ended enough every
    everyone everything feedback fifty find first five follow following forecast forgot forgotten found four
    free from further get getting going government great grew growing growth had having health hear heard help
    here hide his hours how however hundred images increase increased into its join keep kept killed know known
    leader leaders learn least leave little look looking made manage many means members message military minutes
    money month months morning moved much my need needs new newest newsletter next nine nobody nothing now
    number of official officials often once only opened other others our out outside people percent personalised
    personalized phone please police power preferences previous price prices privacy provide public published
    question quickly read reader readers reading received recent remove reply report reported research results
    return rights running said say saying says schools search second see seen sell several shall she should sign
    signed since some someone something soon speak spoke spokesman spokeswoman started statement stay stories
    strong subscribe subscribed subscriber subscribers subscription such tailored taken than thank thanks that
    the their them themselves then there these they thing things think third this those though thought thousand
    thousands three through today together told tomorrow took toward towards trying turned two unable unknown
    unless unread unsubscribe until up update updated upload use used user users using very view visit vote
    voted voters votes wait waiting want wanted was watch water we weather website week weeks well went were
    what when where whether which while who whole whom whose why will winner with within without woman women
    words work worked worker workers working world worse worst would write wrote year years yes yesterday yet
    you young your yours
    """
)
"""One of them may be a term or a name; two in a row are a piece of the source."""
ALSO_NORDIC = word_set(
    "all are best by for free get has have here his in latest less make me more new not off on send sent settings to"
)
"""English that may be another word here: beside one of the others it is English."""
ENGLISH_ALONE = word_set(
    """
    after again against already also although always and another anyone around because been before behind below
    between cannot could does during each every everyone everything from further had how however into its nobody
    nothing now of once other others our out outside said say says several shall she should since something soon
    such than that the their them themselves then there these they this those though together toward towards
    until very was were what when where which while who whom whose why will with within without would you your
    """
)
"""Small words, of which one will do: no name or term is made of them."""
