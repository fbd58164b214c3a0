"""Companies and people that many languages call alike: one in another's place is no translation."""

from __future__ import annotations

from l10n.checks.prose import word_set

KEPT: dict[str, frozenset[str]] = {
    "company": word_set(
        """
        Adidas Airbus Alibaba Alphabet Amazon AstraZeneca Audi Boeing Carlsberg Disney Ericsson Equinor Facebook Ferrari
        Google Honda Huawei Hyundai Ikea Instagram Intel Lego Lufthansa Maersk Mastercard Microsoft Moderna Nestlé
        Netflix Nike Nintendo Nissan Nokia Nvidia OpenAI Oracle Pfizer Porsche Renault Reuters Ryanair Samsung Siemens
        Snapchat Sony Spotify Stellantis Telenor Tesla TikTok Toyota Uber Unilever Vodafone Volkswagen Volvo Xiaomi
        YouTube Apple
        """
    ),
    "person": word_set(
        """
        Albanese Bezos Biden Bolsonaro Carney Duterte Erdoğan Farage Frederiksen Guterres Harris Hegseth Kallas
        Kristersson Lagarde Lula Macron Maduro Mamdani Marcos Meloni Merkel Merz Milei Modi Musk Netanyahu Obama Orbán
        Petro Rubio Rutte Scholz Sheinbaum Solberg Starmer Stoltenberg Stubb Støre Sunak Sánchez Takaichi Trudeau
        Trump Tusk Vance Zuckerberg
        """
    ),
}
