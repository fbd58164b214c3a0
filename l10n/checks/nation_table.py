"""Nations by what they are called besides their names in CLDR: their people, their adjectives and their capitals.

Each row: CLDR's code | English words | how Bokmål's words begin | its capital, in English and in Bokmål. A beginning
with `+` has an ending of a people or an adjective behind it, one with `=` is the whole word, and one with `?` may be
another word (finner). “~” is a blank.
"""

from __future__ import annotations

from typing import NamedTuple


class Nation(NamedTuple):
    """One nation, in English and Bokmål; its words in small letters, its capitals as they are written."""

    code: str
    english: tuple[str, ...]
    stems: tuple[str, ...]
    capitals: tuple[str, ...]


_ROWS = """
AE | emirati emiratis uae emirates | emirat | Abu~Dhabi
AF | afghan afghans | afghan afgan | Kabul
AL | albanian albanians | alban | Tirana
AM | armenian armenians | armensk armener armenia | Yerevan Jerevan
AO | angolan angolans | angol | Luanda
AR | argentine argentines argentinian argentinians | argentin | Buenos~Aires
AT | austrian austrians | østerrik | Vienna Wien
AU | australian australians aussie | austral | Canberra
AZ | azerbaijani azerbaijanis azeri | aserbajdsj | Baku
BA | bosnian bosnians bosnia | bosni | Sarajevo
BD | bangladeshi bangladeshis | banglades | Dhaka
BE | belgian belgians flemish walloon | belgi flamsk flamlend vallonsk | -
BF | burkinabe burkina | burkin | Ouagadougou
BG | bulgarian bulgarians | bulgar | Sofia
BI | burundian burundians | burund | Bujumbura
BO | bolivian bolivians | bolivi | La~Paz
BR | brazilian brazilians | brasil | Brasília Brasilia
BW | botswanan botswanans | botswan | Gaborone
BY | belarusian belarusians belarussian | belarus hviteruss kviteruss | Minsk
CA | canadian canadians | canad kanad | Ottawa
CD CG | congolese congo drc | kongo | Kinshasa Brazzaville
CF | - | sentralafrikansk | Bangui
CH | swiss | sveits | Bern
CI | ivorian ivorians ivory | ivoriansk ivorer elfenbenskyst | Abidjan
CL | chilean chileans | chilen | Santiago
CM | cameroonian cameroonians | kamerun | Yaoundé
CN | chinese | kines | Beijing
CO | colombian colombians | colombi | Bogotá Bogota
CR | - | costaric costarik =rica | -
CU | cuban cubans | kuban cuban | Havana
CY | cypriot cypriots | kypri | Nicosia Nikosia
CZ | czech czechs | tsjekk | Prague Praha
DE | german germans | tysk | Berlin
DK | danish dane danes | dansk =dane =daner | Copenhagen København
DO | - | dominikan | Santo~Domingo
DZ | algerian algerians | algeri | Algiers Alger
EC | ecuadorian ecuadorians ecuadorean | ecuadori | Quito
EE | estonian estonians | estisk est+ | Tallinn
EG | egyptian egyptians | egypt | Cairo Kairo
ER | eritrean eritreans | eritre | Asmara
ES | spanish spaniard spaniards catalan catalans basque basques | spansk spanjol spania katalan baskisk | Madrid
ET | ethiopian ethiopians | etiop | Addis~Ababa Addis~Abeba
FI | finnish finn finns | finsk finlend finland finne? | Helsinki
FR | french frenchman frenchmen frenchwoman | fransk | Paris
GB | british britain briton britons brit brits uk | britisk brite storbrit | London
ENG | english england englishman englishmen | engelsk england | -
SCT | scottish scot scots scotland | skotsk skotter skotten skottland | Edinburgh
WLS | welsh wales welshman | walis wales | Cardiff
GE | georgian georgians | georgi | Tbilisi
GH | ghanaian ghanaians | ghanes ghana | Accra
GL | greenlandic greenlander greenlanders | grønlan grønlen | Nuuk
GN | guinean guineans | guinean =guinea | Conakry
GR | greek greeks hellenic | gresk greker grekar grek | Athens Athen
GT | guatemalan guatemalans | guatemal | -
HK | hongkonger hongkongers | hongkong | -
HN | honduran hondurans | hondur | Tegucigalpa
HR | croatian croatians croat croats | kroat | Zagreb
HT | haitian haitians | haiti | Port-au-Prince
HU | hungarian hungarians | ungar | Budapest
ID | indonesian indonesians | indonesi | Jakarta
IE | irish irishman irishmen | irsk irlend | Dublin
IL | israeli israelis | israel | Jerusalem Tel~Aviv
IN | indian indians | indisk =inder =indere =inderne =inderen =india | Delhi
IQ | iraqi iraqis | irak | Baghdad Bagdad
IR | iranian iranians persian persians farsi | iran pers+ farsi | Tehran Teheran
IS | icelandic icelander icelanders | islandsk islend =island | Reykjavik
IT | italian italians | italien | Rome Roma
JM | jamaican jamaicans | jamaik jamaic | Kingston
JO | jordanian jordanians | jordan+ | Amman
JP | japanese | japan | Tokyo
KE | kenyan kenyans | keny | Nairobi
KG | kyrgyz | kirgis | Bishkek Bisjkek
KH | cambodian cambodians khmer | kambods | Phnom~Penh
KP | - | nordkorean nord-korean | Pyongyang
KR | - | sørkorean sør-korean | Seoul
KW | kuwaiti kuwaitis | kuwait | -
KZ | kazakh kazakhs | kasakh kasak | Astana
LA | laotian laotians lao | laot | Vientiane
LB | lebanese | libanes =libanon | Beirut
LK | - | srilank =lanka | Colombo
LR | liberian liberians | liberi+ | Monrovia
LT | lithuanian lithuanians | litau | Vilnius
LU | luxembourger luxembourgish | luxemb | -
LV | latvian latvians | latvi latvis | Riga
LY | libyan libyans | liby | Tripoli
MA | moroccan moroccans | marokk | Rabat
MD | moldovan moldovans | moldov | Chișinău Chisinau
ME | montenegrin montenegrins | montenegr | Podgorica
MG | malagasy | gassisk madagas | Antananarivo
MK | macedonian macedonians macedonia | makedon nordmakedon | Skopje
ML | malian malians | mali+ | Bamako
MM | burmese burma myanmar | burm myanmar | Naypyidaw Yangon
MN | mongolian mongolians mongol mongols | mongol | Ulaanbaatar Ulan~Bator
MR | mauritanian mauritanians | mauritan | -
MT | maltese | maltes | Valletta
MW | malawian malawians | malaw | Lilongwe
MX | mexican mexicans | meksikan mexikan | Mexico~City
MY | malaysian malaysians malay | malay | Kuala~Lumpur
MZ | mozambican mozambicans | mosambik | Maputo
NA | namibian namibians | namibi | Windhoek
NE | nigerien nigeriens | nigersk nigrer | Niamey
NG | nigerian nigerians | nigeri | Abuja
NI | nicaraguan nicaraguans | nicarag | Managua
NL | dutch dutchman dutchmen holland netherlands | nederland nederlen holland hollen | Amsterdam The~Hague Haag
NO | norwegian norwegians | norsk nordmann nordmenn =norge =noreg | Oslo
NP | nepalese nepali nepalis | nepal | Kathmandu Katmandu
NZ | kiwi kiwis zealand zealander zealanders | newzeal zealand new-zeal | Wellington
OM | omani omanis | oman+ | Muscat Muskat
PA | panamanian panamanians | panam | -
PE | peruvian peruvians | peruan =peru | Lima
PH | philippine filipino filipinos filipina | filippin | Manila
PK | pakistani pakistanis | pakistan | Islamabad
PL | polish pole poles | polsk polakk | Warsaw Warszawa
PS | palestinian palestinians palestine gaza gazan gazans | palestin gaza | Ramallah
PT | portuguese | portug | Lisbon Lisboa
PY | paraguayan paraguayans | paraguay | Asunción
QA | qatari qataris | qatar | Doha
RO | romanian romanians | rumen ruman | Bucharest Bucuresti București Bukarest
RS | serbian serbians serb serbs serbia | serb | Belgrade Beograd
RU | russian russians soviet | russ+ sovjet | Moscow Moskva
RW | rwandan rwandans | rwand | Kigali
SA | saudi saudis arabia | saudi | Riyadh Riyad
SD | sudanese | sudan | Khartoum
SE | swedish swede swedes | svensk sverig | Stockholm
SG | singaporean singaporeans | singapor | -
SI | slovenian slovenians slovene slovenes | sloven | Ljubljana
SK | slovak slovaks slovakian | slovak | Bratislava
SN | senegalese | senegal | Dakar
SO | somali somalis | somal | Mogadishu
SS | - | sørsudan | Juba
SV | salvadoran salvadorans salvador | salvador | -
SY | syrian syrians | syr+ | Damascus Damaskus
TD | chadian chadians | tsjad | -
TH | thai thais | thai | Bangkok
TJ | tajik tajiks | tadsjik | Dushanbe Dusjanbe
TM | turkmen | turkmen tyrkmen | Ashgabat Asjkhabad
TN | tunisian tunisians | tunisi | Tunis
TR | turkish turk turks türkiye turkiye turkey | tyrk+ | Ankara
TW | taiwanese | taiwan | Taipei
TZ | tanzanian tanzanians | tanzan | Dodoma
UA | ukrainian ukrainians | ukrain | Kyiv Kiev
UG | ugandan ugandans | ugand | Kampala
US | american americans us usa america | amerikan+ =usa | Washington
UY | uruguayan uruguayans | uruguay | Montevideo
UZ | uzbek uzbeks | usbek | Tashkent Tasjkent
VE | venezuelan venezuelans | venezuel | Caracas
VN | vietnamese | vietnam | Hanoi
XK | kosovar kosovars kosovan | kosov | Pristina
YE | yemeni yemenis | jemen | Sanaa
ZA | - | sørafrik sør-afrik | Pretoria
ZM | zambian zambians | zambi | Lusaka
ZW | zimbabwean zimbabweans | zimbabw | Harare
"""


def _nations() -> tuple[Nation, ...]:
    rows = ([part.split() for part in row.split(" | ")] for row in _ROWS.strip().splitlines())
    bare = (([word for word in part if word != "-"] for part in row) for row in rows)
    return tuple(
        Nation(code, tuple(english), tuple(stems), tuple(name.replace("~", " ") for name in capitals))
        for codes, english, stems, capitals in bare
        for code in codes[:1]
    )


NATIONS = _nations()
