"""Large numbers, dates and times of day in the forms of many languages, read by their value."""

from __future__ import annotations

import pytest

from tests.checks.judging import findings

RIGHT = [
    ("pl", "Aid of $2.5 million", "Pomoc w wysokości 2,5 mln dolarów"),
    ("pl", "Inflation was 4.1%.", "Inflacja wyniosła 4,1 proc."),
    ("fi", "It rose to $3.4 billion.", "Se nousi 3,4 miljardiin dollariin."),
    ("es", "A profit of €3.4 billion", "Un beneficio de 3.400 millones de euros"),
    ("es", "A profit of €3.4 billion", "Un beneficio de 3,4 mil millones de euros"),
    ("pt-PT", "A profit of €3.4 billion", "Um lucro de 3,4 mil milhões de euros"),
    ("pt", "A profit of €3.4 billion", "Um lucro de 3,4 bilhões de euros"),
    ("it", "A fund of $1.2 trillion", "Un fondo da 1.200 miliardi di dollari"),
    ("nl", "Debts of €1.2 trillion", "Schulden van 1,2 biljoen euro"),
    ("is", "Aid of $1.2 billion", "Aðstoð upp á 1,2 milljarða dala"),
    ("cs", "Debts of 25 billion", "Dluhy ve výši 25 mld. korun"),
    ("ru", "A loss of 1.2 trillion rubles", "Убыток в 1,2 трлн рублей"),
    ("uk", "A loss of 340 thousand", "Збитки на 340 тис."),
    ("hu", "Aid of $2.5 million", "2,5 milliós támogatás dollárban"),
    ("ja", "Exports reached 1.8 trillion yen.", "輸出は1兆8000億円に達した。"),
    ("ja", "At least 12,500 people fled.", "少なくとも1万2500人が避難した。"),
    ("ja", "The quake struck at 3:15 p.m. on December 15.", "地震は12月15日午後3時15分に発生した。"),
    ("zh", "A fund of $1.2 trillion", "1.2万亿美元的基金"),
    ("zh", "It closes at 6:40 p.m.", "下午6点40分关门。"),
    ("ko", "Exports reached 1.8 trillion won.", "수출은 1조 8000억 원에 달했다."),
    ("ko", "The train left at 7:30 a.m. on March 3.", "열차는 3월 3일 오전 7시 반에 떠났다."),
    ("ar", "A fund of $1.2 trillion", "صندوق بقيمة 1.2 تريليون دولار"),
]
WRONG = [
    ("pl", "Aid of $2.5 million", "Pomoc w wysokości 2,5 mld dolarów"),
    ("fi", "It rose to $3.4 billion.", "Se nousi 3,4 miljoonaan dollariin."),
    ("fr", "A fund of $1.2 trillion", "Un fonds de 1,2 trillion de dollars"),
    ("es", "Debts of €1.2 trillion", "Deudas de 1,2 trillones de euros"),
    ("ja", "Exports reached 1.8 trillion yen.", "輸出は1億8000万円に達した。"),
    ("ja", "The quake struck at 3:15 p.m.", "地震は午後3時51分に発生した。"),
    ("ja", "The museum opens on March 3.", "博物館は5月3日に開館する。"),
    ("zh", "A fund of $1.2 trillion", "1.2亿美元的基金"),
    ("ko", "Exports reached 1.8 trillion won.", "수출은 1조 800억 원에 달했다."),
]


@pytest.mark.parametrize(("locale", "source", "target"), RIGHT, ids=[f"{row[0]}-{row[2][:30]}" for row in RIGHT])
def test_the_same_value_is_left_alone(locale: str, source: str, target: str) -> None:
    assert [finding.message for finding in findings(source, target, locale) if finding.check == "numbers"] == []


@pytest.mark.parametrize(("locale", "source", "target"), WRONG, ids=[f"{row[0]}-{row[2][:30]}" for row in WRONG])
def test_another_value_is_found(locale: str, source: str, target: str) -> None:
    said = [finding for finding in findings(source, target, locale) if finding.check == "numbers"]
    assert any(finding.severity != "hint" for finding in said)


def test_two_numbers_may_change_places_where_a_language_describes_before_it_names() -> None:
    assert findings("Edition 12, printed in 2007, is here.", "2007年に印刷された第12版がある。", "ja") == []
