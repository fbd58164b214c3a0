"""Places that Bokmål calls otherwise than English does, and how its names for them begin: Vienna is Wien.

Countries stand in CLDR. A place whose name begins with the same three letters (Siberia, Sibir) needs no row.
"""

from __future__ import annotations

_ROWS = """
aegean egeer | algiers alger | alsace elsass,alsace | antarctic antarkti | antarctica antarkti
apulia puglia,apulia | archangel arkh | arctic arkti,nordpol,polhav | athens athen | atlantic atlant
azores azor | baghdad bagdad | baltic balti,østersjø | bavaria bayern,bayersk | belgrade beograd
bohemia böhm,bøhm | bosphorus bosporos,bosporus | britain storbrit,brit | brittany bretagne | bruges brugge
brunswick braunschweig | brussels brussel,bruxelles,eu | bucharest bucu,buka | cairo kairo
calcutta kolkata,calcutta | canary kanari | caribbean karib | carinthia kärnten | carpathians karpat
caspian kaspi | castile castilla | catalonia katal,catal | caucasus kauk | chechnya tsjetsj | chernihiv tsjern
chernivtsi tsjern | chernobyl tsjern | cologne köln | constance konstanz,bodensjø
constantinople konstantinop | copenhagen københavn,kobenhavn | corfu korfu | corsica korsika | cracow krak
crete kreta | crimea krim | croatia kroat | cyprus kypros | damascus damask | danube donau
dnieper dnipro,dnepr,dnjepr | dunkirk dunkerque | elsinore helsingør | euphrates eufrat | florence firenze
funen fyn | galicia galic,halyt | gaza gaza,palest | geneva genève,geneve,genf | ghent gent
gothenburg göteborg | gulf persiabukt,golf,gulf,mexicogolf | hague haag | himalayas himalaya | ionian jon
jeddah jidda | jericho jeriko | jutland jylland,jysk | kharkiv kharkiv,harkiv,kharkov | khartoum khartum
kiev kyiv,kiev | korea korea,sør-korea,nord-korea,nordkorea,sørkorea | kyiv kyiv,kiev
lorraine lothringen,lorraine | lucerne luzern | macedonia make,nord-make | majorca mallorca
marrakech marrakech | marrakesh marrakech | mecca mekka | mediterranean middelhav | milan milano
moravia mähr,mahr | moscow moskva | moselle mosel | munich münchen | naples napoli | nile nilen,nil
normandy normand | nuremberg nürnberg | odesa odes | odessa odes | pacific stillehav | palatinate pfalz
piedmont piemont | pomerania pommern | prague praha | prussia preuss,prøyss | pyrenees pyrene
quebec québec,quebec | rhine rhin | rhodes rhodos | rome roma,romersk | salonica saloniki,thessaloniki
saxony sachsen,niedersachsen,sachsisk | scandinavia skand | scania skåne | scotland skott | seville sevilla
silesia schles | styria steiermark | swabia schwab | tagus tejo | tehran teheran | thames themsen
thrace trakia | thuringia thüring | turin torino | turku turku,åbo | tuscany toscana | tyrol tirol
urals ural | venice venezia | vienna wien | vistula wis,weichsel | wallonia vallon | warsaw warszawa
westphalia westfal | yangtze yangtze,jangtse | yekaterinburg jekaterin | yerevan jerevan
zaporizhzhia zapor,saporizj | zealand sjælland,zealand
"""


def _rows() -> dict[str, tuple[str, ...]]:
    rows = (row.split() for line in _ROWS.strip().splitlines() for row in line.split(" | "))
    return {english: tuple(own.split(",")) for english, own in rows}


EXONYMS = _rows()
"""English names in small letters, and the beginnings, in small letters too, of Bokmål's for them."""
