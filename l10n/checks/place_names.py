"""Places that languages have their own names for, as CLDR lists them: Russia is Russland, Rome is Roma."""

from __future__ import annotations

import re
from functools import lru_cache

from l10n.checks.prose import word_set
from l10n.model.locale import babel_locale

# what CLDR has no list for: regions, and cities that are no time zone's
_OTHERS = word_set(
    """
    england scotland wales britain galicia kashmir korea kurdistan macedonia manchuria mongolia tibet chechnya donetsk
    luhansk kherson mariupol karabakh jerusalem nazareth bethlehem galilee damascus aleppo babylon nile euphrates
    volga america americas arctic antarctic balkans baltic bavaria bohemia brittany caucasus catalonia cologne corsica
    crete crimea danube dresden flanders florence frankfurt geneva genoa ghent gothenburg hague hanover holland
    iberia jutland lapland lisbon lorraine lyon marseille mecca medina mediterranean milan moldavia munich naples
    normandy nuremberg odesa odessa padua palestine persia pomerania prussia rhine saxony scandinavia scania seville
    siberia sicily silesia thames tuscany turin tyrol venice wallonia westphalia zealand zurich kharkiv lviv donbas
    mesopotamia sahara sahel levant orient bosphorus dardanelles pyrenees alps andes carpathians everest turkey burma
    adriatic aegean alsace amazon andalusia antwerp apulia aragon archangel basra bruges burgundy caspian castile
    chernobyl corfu cracow dalmatia dunkirk elsinore havana hormuz ionian isfahan kathmandu khartoum lombardy lucerne
    majorca marrakech marrakesh marseilles mosul navarre peloponnese piedmont rhodes riyadh salonica sardinia savoy
    sevastopol strasbourg tangier thrace yangtze tyrrhenian transylvania tripoli urals yekaterinburg zaporizhzhia
    """
)
# peoples and faiths whose names do not end as most do
_PEOPLES = word_set(
    """
    afghan afghans arab arabs bahraini bangladeshi basque basques briton britons buddha catholic catholics croat croats
    czech czechs dane danes dutch emirati finn finns french frenchman greek greeks hindu hindus hutu iraqi iraqis islam
    israeli israelis jew jews kurd kurds kuwaiti muslim muslims nepali omani orthodox pakistani pakistanis pole poles
    protestant protestants qatari saudi saudis scot scots serb serbs shia shiite shiites sikh sikhs slav slavs slovak
    slovaks slovene slovenes somali somalis spaniard spaniards sunni sunnis swede swedes swiss thai thais turk turks
    tutsi uighur uighurs uyghur uyghurs uzbek uzbeks welsh welshman yemeni
    claus congress kremlin pentagon vatican capitol internet web bible koran quran easter ramadan
    """
)


def is_place(word: str, locale: str) -> bool:
    """Could the English word be a place, a people or a faith that the locale has its own name for?"""
    return word.casefold() in _known(locale.partition("-")[0])


@lru_cache
def _known(language: str) -> frozenset[str]:
    """Words of CLDR's English territory names, and its time zones' cities that this language renames."""
    words = set(_OTHERS | _PEOPLES)
    for name in babel_locale("en").territories.values():
        words.update(word.casefold() for word in re.findall(r"[^\W\d_]{4,}", name))
    for zone, facts in babel_locale(language).time_zones.items():
        if "city" in facts:
            words.update(word.casefold() for word in re.findall(r"[^\W\d_]{4,}", zone.rpartition("/")[2]))
    return frozenset(words)
