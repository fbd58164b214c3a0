"""Everyday English that is no word of a Scandinavian language, to tell what was left untranslated.

Each was held against the dictionaries of Bokmål and Nynorsk; what is both (“fire”, “listen”, “offer”) is not here.
"""

from __future__ import annotations

from l10n.checks.prose import word_set

ENGLISH_ALONE = word_set(
    """
    about above abroad according account accused achieve across activity actually added addition admitted advice
    affected afford afraid after afternoon afterwards again against agency agree agreed ahead aircraft alive
    allegations alleged allowed along already also although always among amount ancient and angry announce announced
    announcement annual another answer anybody anymore anyone anything anyway apart appeared appears approved
    approximately argued around arrested arrival arrived asked assault assembly attacked attacks attempt attempted
    attention authorities authority available avoid awarded aware away awful badly bankruptcy became because become
    becomes been before began beginning behalf behaviour behind belief believe believed believes belong below
    beneath besides between biggest birth blame bought breach breath brought buildings built businesses busy buyers
    buying cancelled candidate candidates cannot captured careful carefully carried carry caught cause caused causes
    caution ceasefire celebrate century certain certainly challenge challenges charged cheap cheaper childhood
    children choose citizens claimed claims clearly climate closed clothes collapsed collect comments commitment
    committee company compared complaint completed completely concern concerned concerns conditions conducted
    confirm confirmed connection considered consumers continued continues contract convicted could council countries
    courts criticised criticism crossing crude currently customers damaged dangerous daughters deadly death deaths
    decades decide decided decision decisions declared decline declined decrease defeat defeated delayed delays
    demanded denied denies deny departure described despite destroyed determined develop developed died difference
    difficult difficulties discovered discussed dismissed divorce documents does dozens drought drowned drugs during
    each earlier earn earned earnings earthquake easier easily eastern economic effort efforts either elderly
    elected elections electricity elsewhere embassy emissions employees employment encourage ended enough entirely
    environmental equipment especially established estimated evening eventually every everybody everyone everything
    everywhere evidence exactly except excited expect expected expects experts explain explained extensive facing
    fails fault fears fees fewer filed finally financial fined finished fleeing flew flights flooded floods followed
    forced forgot fought found founded founder fourth freezing from fully funding further gained gather gathered
    gets gives goes going goods government governments greater greatest grew grow growing grown guess guests gunman
    had handed happened hardly having headed heard heavily helped helping herself highly himself hired hoped
    hours how however hundreds illness immediate immediately impossible improve improved incident included includes
    including income increase increased increases increasingly indeed independence industry influence inhabitants
    injured injury inquiry instead insurance intend intended interested interests interview into introduced invasion
    invest invested investigate investigated investigating investigation investment investments invited involved
    issued its itself jailed joined journey keep kept knew knowledge labour language largely larger lasted laughed
    launched lawmakers lawsuit lawyers learn learned leave left likely lived located looked looking looks loved
    majority managed many married mayor mean meant meanwhile measure measures might minutes months mountains moved
    movement much murdered nationwide nearby nearly necessary needed negotiate negotiations neighbour neighbouring
    neighbours neither nevertheless newspapers nobody nonetheless northern nothing now nurses objective obtain
    obvious obviously of offence offered officers officially officials once opened operations opportunity opposed
    opposition ordinary organised other others otherwise ought our ours ourselves out outbreak outside overnight
    owned owners paid painting participants particular particularly partly patients paying payment peaceful perhaps
    pictures placed places pleaded pleased pointed politician politicians pollution possibly postponed presence
    presented prevented previous previously prisoner prisoners probably proceeds produced promised proposal proposed
    protect provided publish published punishment purchase pushed questioned questions quickly quietly quite railway
    raised raising rapidly reached really reasons rebels receive received recently recognised recorded recover
    recovered reduce reduced referred refugees regarding regardless regulations rejected related relations
    relatively relief religious remain remained remaining remains remember removed repeatedly replaced reported
    reportedly reports represent require required requires rescued rescuers researcher researchers resignation
    resigned resistance resources responded responsibility responsible restored returning revealed roads ruled
    ruling sacked sacrifice said sailed sanctions saved say saying says scared scheduled schools searched searching
    seats seeing seeking seem seemed seems seized sentence sentenced serious seriously several severe shall
    shareholders sharply she shocked shortly should showed showing shown significant significantly similar simply
    since slightly slowed slowly solve somebody something sometimes somewhere soon sought southern speak spoke
    spokesman spokesperson spokeswoman stated stayed stood stopped strikes stronger strongly struck struggled
    struggling studied stunned successfully such suddenly suffer suffered suffering suggests supplied supplies
    supported supposed surprised surrounding survey survived suspect suspected suspects suspended sustained takes
    taught teach technical technology temporarily temporary terrible than thanked that the their them themselves
    then there therefore these they thinking thirty this those though thought thousand thousands threat threaten
    threatened threats threw through throughout throw thrown together took toward towards trained trains treated
    tried trying twelve twenty twice unable unclear undergo understood unemployed unemployment unexpected
    unfortunately unlawful unless unlike unlikely until unusual upcoming urged urgent useful usual usually vehicles
    very victims viewers views violence violent visited visiting visitors voted votes wages waited walked walking
    wanting wants warned warnings warrant wars was watched watching ways weaken weakened wealthy weapons wearing
    weeks welcomed welfare well went were what whatever wheat when whenever where whereas wherever whether which
    while who whole whom whose why widely widespread will willing wished with withdraw withdrawal withdrew within
    without witnesses wooden worked works worried worse would wounded writes written wrong wrote years yesterday you
    younger your yourself
    """
)
"""One of them will do: no name, loan or term is made of them."""
NEVER_NORDIC = ENGLISH_ALONE | word_set(
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
BORROWED: dict[str, frozenset[str]] = {"da": word_set("interview council chairman survey training")}
"""Of them, what a language has borrowed, other than Bokmål."""
