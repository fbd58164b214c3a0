"""A lost “not” in languages whose negations are no words apart; and the same said without denying is left alone."""

from __future__ import annotations

import pytest

from tests.checks.judging import findings

TEXTS = [
    ("de", "The mayor did not comment on the report.", "Der Bürgermeister äußerte sich {}zu dem Bericht.", "nicht "),
    ("fr", "The mayor did not comment on the report.", "Le maire {} commenté le rapport.", "n’a pas|a"),
    ("es", "The mayor did not comment on the report.", "El alcalde {}comentó el informe.", "no "),
    ("it", "The mayor did not comment on the report.", "Il sindaco {}ha commentato il rapporto.", "non "),
    ("pt", "The mayor did not comment on the report.", "O prefeito {}comentou o relatório.", "não "),
    ("nl", "The mayor did not comment on the report.", "De burgemeester reageerde {}op het rapport.", "niet "),
    ("is", "The mayor did not comment on the report.", "Borgarstjórinn tjáði sig {}um skýrsluna.", "ekki "),
    ("fi", "The mayor did not comment on the report.", "Pormestari {} raporttia.", "ei kommentoinut|kommentoi"),
    ("pl", "The mayor did not comment on the report.", "Burmistrz {}skomentował raportu.", "nie "),
    ("cs", "The mayor did not comment on the report.", "Starosta zprávu {}komentoval.", "ne"),
    ("hu", "The mayor did not comment on the report.", "A polgármester {}kommentálta a jelentést.", "nem "),
    ("ru", "The mayor did not comment on the report.", "Мэр {}прокомментировал доклад.", "не "),
    ("uk", "The mayor did not comment on the report.", "Мер {}прокоментував звіт.", "не "),
    ("ja", "The mayor did not comment on the report.", "市長は報告書についてコメントし{}。", "なかった|た"),
    ("zh", "The mayor did not comment on the report.", "市长{}对报告发表评论。", "没有"),
    ("ko", "The mayor did not comment on the report.", "시장은 보고서에 대해 논평{}.", "하지 않았다|했다"),
    ("ar", "The mayor did not comment on the report.", "{} العمدة على التقرير.", "لم يعلق|علق"),
]
OTHERWISE = [
    ("de", "It does not matter in which order they speak.", "Die Reihenfolge der Reden ist beliebig."),
    ("fr", "Rescuers could not reach the village.", "Impossible pour les secours d’atteindre le village."),
    ("fr", "The cause of the fire is not known.", "On ignore la cause de l’incendie."),
    ("es", "The crew was not hurt.", "La tripulación salió ilesa."),
    ("it", "He did not accept the award.", "Ha rifiutato il premio."),
    ("pt", "She did not pass the exam.", "Ela foi reprovada: falhou na prova."),
    ("nl", "The offices are not occupied.", "De kantoren staan leeg."),
    ("fi", "The cause is not known.", "Syy on tuntematon."),
    ("pl", "They did not accept the offer.", "Odrzucili ofertę."),
    ("cs", "He did not attend the trial.", "U soudu chyběl."),
    ("ru", "The minister did not answer.", "Министр отказался отвечать."),
    ("ja", "The minister did not take part.", "大臣は欠席した。"),
    ("zh", "The party did not accept the plan.", "该党拒绝了这项计划。"),
    ("ko", "The company did not accept the offer.", "회사는 제안을 거절했다."),
]


def _said(locale: str, source: str, target: str) -> list[str]:
    found = findings(source, target, locale)
    return [f"{one.severity}: {one.message}" for one in found if one.check == "negation"]


@pytest.mark.parametrize(("locale", "source", "target", "negation"), TEXTS, ids=[row[0] for row in TEXTS])
def test_a_lost_negation_is_an_error_and_one_that_is_kept_is_not(
    locale: str, source: str, target: str, negation: str
) -> None:
    kept, _, dropped = negation.partition("|")
    assert _said(locale, source, target.format(kept)) == []
    assert _said(locale, source, target.format(dropped)) == ["error: The negation “not” of the source is lost."]


@pytest.mark.parametrize(("locale", "source", "target"), OTHERWISE, ids=[f"{r[0]}-{r[2][:20]}" for r in OTHERWISE])
def test_who_refuses_lacks_or_is_unharmed_needs_no_negation(locale: str, source: str, target: str) -> None:
    assert _said(locale, source, target) == []


def test_an_excuse_that_the_source_has_itself_excuses_nothing() -> None:
    source = "The minister refused to say why he did not resign."
    assert _said("fr", source, "Le ministre a refusé de dire pourquoi il n’a pas démissionné.") == []
    assert _said("fr", source, "Le ministre a refusé de dire pourquoi il a démissionné.") != []


def test_a_word_that_only_looks_like_a_negation_is_none() -> None:
    source = "At least 30 people were not evacuated."
    assert _said("ja", source, "少なくとも30人が避難していない。") == []
    assert _said("ja", source, "少なくとも30人が避難した。") != []


def test_an_excuse_is_a_whole_word() -> None:
    source = "The company did not respond to a request for comment."
    assert _said("fi", source, "Yhtiö ei vastannut kommenttipyyntöön.") == []
    assert _said("fi", source, "Yhtiö vastasi kommenttipyyntöön.") != []
