"""Words that deny in languages where they are no words apart: n’a pas, ei, niemand, nehlásí, なかった, 没有, 않았다, لم.

`negators.py` has the languages whose negations are single words known one by one; here they are patterns.
"""

# ruff: noqa: E501 - a row of a table is read as one line
from __future__ import annotations

import re
from functools import lru_cache

_WORDS = {
    "fr": r"n[e’']|n[’']\w+|ni|pas|jamais|aucune?s?|rien|sans|nuls?|nulles?|non|guère|nullement|point|zéro",
    "es": r"no|nunca|jamás|nadie|nada|ningun[oa]s?|ningún|ni|sin|tampoco|cero",
    "it": r"non|mai|nessun\w*|niente|nulla|né|senza|neanche|nemmeno|neppure|no|mica|zero",
    "pt": r"não|nunca|jamais|ninguém|nada|nenhum\w*|nem|sem|tampouco|zero",
    "nl": r"niet|neen?|geen|nooit|niemand|niets|niks|noch|zonder|nergens|evenmin|geenszins|nul",
    "is": r"ekki|aldrei|eng(?:in|inn|ir|ar|um|an|ri|u|ra|rar|a)|ekkert|einskis|hvorki|né|án|neinn?|nein\w*",
    "fi": r"en|et|ei|emme|ette|eivät|älä|älkää|älköön|eik[äo]|eikö|eivätkä|enkä|emmekä|ilman|vailla|tuskin|nolla|ei\w{1,4}",
    "pl": r"nie|nigdy|nikt|nikogo|nikomu|nikim|nic|niczego|niczym|niczemu|żad\w+|bez|ani|nigdzie|brak\w*|zero|nijak",
    "cs": r"ne|nikdy|nikdo|nikoho|nikomu|nic|ničeho|ničím|žádn\w+|bez|ani|nikde|není|nejsou|nikoli|nula|"
          r"ne(?!j|mocnic|děl|bo\b|ž\b|žli\b|ch|h[oa]d|rv|b[ei]|dáv|ustál|boť|pál|gati|tt|vad|sl?avn|st\w*le)\w{2,}",
    "hu": r"nem|sem|se|ne|nincs\w*|sincs\w*|soha|sosem|senki\w*|semmi\w*|nélkül|sehol|egyetlen",
    "ru": r"не|нет|ни|никто|никого|никому|никогда|ничего|ничто|ничем|никак\w*|нигде|без|безо|нельзя|ноль|нуля",
    "uk": r"не|ні|нема|немає|ніхто|нікого|нікому|ніколи|нічого|ніщо|ніяк\w*|жод\w+|без|ані|ніде|нуль",
    "ar": r"[وف]?(?:لم|لن|لا|ليس\w*|لست|غير|دون|بدون|بلا|عدم|كلا|أبدا|أبدًا|ما|لما|أي)|[لب]?(?:عدم|دون|غير)",
}  # fmt: skip
_SIGNS = {
    "ja": r"な[いかくけし](?!し)|ず[、に。]|ずに|ません|ませぬ|[無不未非否]|誰も|ゼロ|まい。",
    "zh": r"[不没沒無无未非勿莫别別否零]|从来没",
    "ko": r"않|없|못|아니|아닌|(?<![가-힣])안\s|[불무]|미(?:확인|정|지급|달|공개|등록|상)|비공개|말라|말아|말고",
}
_ELSEWHERE = {
    "ja": r"少なくとも|少なくない|間もなく|まもなく|かもしれない|なければならない|なくてはならない|だけでなく|のみならず|(?:思い|さりげ|何気)なく|非常|"
    r"無線|無料|未来|不動産|非難|是非|なかで|みんな|みな[さが]|ながら|なかなか|なかった?ら|はなし|話し|無事",
    "zh": r"不(?:过(?!度)|過(?!度)|仅|僅|但|同|断|斷|久|少|管|只|得不|动产|動產|锈)|非(?:常|洲)|否则|否則|[分区區特级級类類性差派个個]别|[分區特級類性差派個]別|未来|未來|除非|无论|無論|无线|無線|无人机|無人機|莫斯科",
    "ko": r"불(?:러|과|렸|리|법|교|꽃|고기|어|타|이|을|은|길|안)|무(?:역|기|대|장|슨|엇|인|려|너|렵|릎)|뿐만 아니라|못지않|없이는|안전|안보|안에",
}
"""Words with a sign of denial in them that deny nothing: at least, soon, Africa, trade."""

CONCEPTS: tuple[tuple[str, dict[str, str]], ...] = (
    (r"refus|declin|reject|den(?:y|ied|ies|ial)|dismiss|turned down|rul(?:ed|es|ing) out", {
        "fr": "refus|rejet|démen|ni(?:er|e|ent|é)\\b|exclu|écart", "es": "rechaz|nieg|neg[óa]|descart|desm[ie]|excluy",
        "it": "rifiut|nega|respin|esclu|smenti", "pt": "recus|rejeit|neg(?:a|ou)|descart|desment|exclu",
        "nl": "weiger|ontken|verwerp|verw[oi]rp|afgewezen|wijst|wees|afwij|uitgesl|uitsl", "is": "neit|hafn|synj|útilok",
        "fi": "kiel|torju|hyl[kä]|evä[sn]|poissulk", "pl": "odm[óa]w|odrzuc|zaprzecz|wyklucz|dement",
        "cs": "odm[ií]t|popř|popír|vylo?uč|zamít", "hu": "elutas|tagad|cáfol|kizár", "ru": "отказ|отверг|отриц|опров|исключ|отклон",
        "uk": "відмов|відхил|запереч|спрост|виключ|відкин", "ja": "拒|断|否定|却下|退け", "zh": "拒|否认|駁|驳|排除",
        "ko": "거부|거절|부인|배제|기각", "ar": "رفض|نفى|نفت|ينفي|تنفي|استبعد|أنكر"}),
    (r"lack|miss|short|absen|scarc", {
        "fr": "manqu|absen|faute d|dépourv|à court|privée?s? d", "es": "falt|care[cn]|ausen|escas", "it": "manc|assen|priv[oaie]|caren",
        "pt": "falt|care[cn]|ausên|ausent|desprov", "nl": "ontbr|gebrek|afwez|mist\\b|missen|tekort", "is": "skort|vant|fjarver",
        "fi": "puut|poissa|uupu", "pl": "pozbaw|nieobecn", "cs": "chyb|postrád", "hu": "hiány", "ru": "отсутств|нехват|лиш[её]н|дефицит",
        "uk": "брак|відсут|позбав", "ja": "欠|不足", "zh": "缺|空", "ko": "부족|부재|결여|빠[졌지]", "ar": "نقص|فتقر|غياب|غاب|انعدام"}),
    (r"avoid|prevent|stop|\bban|block|\bend(?:ed|s)?\b|halt|forbid|forbad|prohib|quit|ceas|cancel|suspend|drop|abandon", {
        "fr": "évit|empêch|interdi|cess|arrêt|renonc|annul|suspen|abandon|bloqu|abst", "es": "evit|imp[ie]d|prohib|dej[aóoe]|ces[aó]|renunci|suspen|abandon|cancel|abst",
        "it": "evit|imped|viet|sme[ts]|cess|rinunc|sospe|abbandon|annull|ast[ei]n", "pt": "evit|imped|pro[ií]b|deix|cess|desist|suspen|abandon|cancel|abst",
        "nl": "vermijd|vermed|voork[oa]m|verb[io]|verhinder|stop|gesta+k|onthoud|onthield|afzie|afgezien", "is": "forð|í veg f|bann|hætt",
        "fi": "väl[tj]|est[äie]|lak[ka]|lopet|lopp|jät[tä]|pidättäy", "pl": "unik|zapobie|zaka[zn]|przesta|zaprzest|uniemoż|zrezygn|powstrzym|przerwa",
        "cs": "vyhn|zabr[aá]n|zak[aá]z|přesta|vzda|znemož|zruš", "hu": "kerül|akadály|tilt|tilos|abbahagy|tartózkod|lemond", "ru": "избе[жг]|предотвр|запре[тщ]|прекра[тщ]|переста|воздерж|отмен",
        "uk": "уник|запобі|заборон|припин|переста|утрим|скасув", "ja": "避(?!難)|防|禁|止|断念|控え|見送|やめ", "zh": "避|防|禁|停|取消|放弃|阻", "ko": "피[하했할]|막[았을아]|금지|중단|멈[추췄]|포기|취소|끝",
        "ar": "تجنب|منع|حظر|توقف|امتنع|متنع|ألغ|إلغاء"}),
    (r"fail|los[est]|defeat|vain", {
        "fr": "échou|échec|rat[ée]|perd|vain", "es": "fracas|fall[oóaá]|perd|pierd", "it": "falli|mancat|pers[oaei]|perd|invano", "pt": "fracass|falh|perd",
        "nl": "mislu|faal|verlo|verlie|tevergeefs", "is": "mist[óe]|tap|brást|brest", "fi": "epäonn|menet|hävi", "pl": "zawi[óo]d|strac|przegra|fiask",
        "cs": "selha|ztra[tc]|prohr|propad", "hu": "kudarc|veszt|bukott", "ru": "провал|потер|утра[тч]|проигр", "uk": "провал|втра[тч]|програ", "ja": "失|逃|敗",
        "zh": "失|落空|败", "ko": "실패|잃|놓[쳤치]|패", "ar": "فشل|خسر|فقد|أخفق"}),
    (r"only|just|mere|hardly|barely|scarce|rare|seldom|few|little|less|least", {
        "fr": "seul|rare|peu\\b|à peine|moins|que de\\b", "es": "sol[oa]s?\\b|sólo|únic|apenas|rar[ao]|poc[oa]|menos", "it": "sol[oaie]\\b|soltanto|rar[ao]|poc[ohi]|appena|meno",
        "pt": "só\\b|apenas|somente|rar[ao]|pouc|menos", "nl": "alleen|slechts|nauwelijks|zelden|weinig|pas\\b|minder|amper|enkel\\b", "is": "aðeins|bara|varla|sjaldan|fá[ria]|lítið|minn[ai]",
        "fi": "vain\\b|harv|väh[äi]|ainoa|vasta\\b", "pl": "tylko|jedyn|ledwo|rzadk|mał[oy]|mniej|dopiero|zaledwie", "cs": "jen\\b|pouze|jedin|sotva|zřídka|mál[oa]|méně|teprve|až\\b",
        "hu": "csak|alig|ritk|kev[eé]s", "ru": "лишь|только|едва|редк|мал[оы]|мене|меньш", "uk": "лише|тільки|ледь|рідк|мало|менш", "ja": "だけ|のみ|わずか|しか|ほとんど|まれ|少数", "zh": "只|仅|很少|几乎|少",
        "ko": "뿐|거의|드물|겨우|오직|불과", "ar": "فقط|سوى|إلا|نادر|قلما|بالكاد|قليل|أقل"}),
    (r"\bun(?!i[ot]|der|til|les|cl)\w{3,}|\bim(?:poss|pass|mun)|\bin(?:cap|ab|nocen|val|tact)|\bil(?:leg|lic)|\bfree|\bempt|\bsafe|harmless", {
        "fr": "impossib|incapab|inconnu|intact|indemne|inchang|innoc|illég|inuti|introuv|inexist|indisp|invaincu|ignor|irr[eé]|gratuit|libre|vide|sain|sauf|inédit|imprév|inaccess|inatten",
        "es": "imposib|incapa|descono|iles[oa]|intact|inocen|ilegal|inútil|inexist|invict|ignor|gratis|gratuit|libre|vac[ií]|a salvo|inédit|imprev|intransit|indemn|inalter",
        "it": "imposs|incapac|sconosci|ignot|illes|intatt|innocent|illegal|inutil|inesist|imbattut|introvab|gratuit|vuot|indenn|immutat|invariat|ignora|inedit|impass|salv|inaltera",
        "pt": "imposs|incapaz|desconhec|iles[oa]|intact|inocen|ilegal|inútil|inexist|invict|gratuit|grátis|vazi|livre|inalter|ignor|a salvo|inédit|indisp",
        "nl": "\\bon(?!der|s\\b|ze|t|geveer|line|gan|derw|getw)\\w{3,}|vrij\\b|gratis|leeg|lege\\b|\\w{3,}lo(?:os|ze)\\b", "is": "\\bó(?!k|p|l|r|s)\\w{4,}|laus|frjáls|tóm",
        "fi": "epä\\w|\\w{3,}t[oö]n\\b|\\w{3,}tt[oö]m|m[aä]tt[aäoö]|tyhj|vapaa|ilmai|toisin|turvassa|selvis", "pl": "\\bnie(?!dziel|m[ice]|któr|bies|ba\\b|bem\\b|bo\\b|go\\b|j\\b|wieś)\\w{3,}|woln|pust|cał[yoia]",
        "cs": "voln|prázdn|zdarma|v pořádku|vyvázl|bezp", "hu": "(?:tlan|tlen|talan|telen)|ingyen|üres|szabad", "ru": "\\bне(?!дел|кот|м[еце]|фт|ск[ол]|б[оае]|рв|го\\b|й\\b|му\\b)\\w{3,}|свобод|пуст|бесп|уцел|бесс",
        "uk": "\\bне(?!діл|фт|б[оае]|рв|ю\\b|ї\\b)\\w{3,}|вільн|порожн|безк|безп|вціл", "ja": "空|別", "zh": "空|免|安全|平安", "ko": "비어|빈\\s|무사|자유", "ar": "مستحيل|مجاني|فارغ|خال|سالم|بخير|مجهول|حر\\b"}),
    (r"\bfar\b|hard|difficult|disabl|\boff\b|dis\w{5}", {
        "fr": "loin de|diffic|désa|dés\\w{5}", "es": "lejos de|difíc|desa\\w{4}", "it": "lontan|diffic|disa\\w{4}", "pt": "longe de|difíc|desa\\w{4}",
        "nl": "verre van|moeilijk|uitgesch", "is": "langt frá|erfi", "fi": "kaukana|vaike", "pl": "dalek|trudn|wyłącz", "cs": "dalek|těž|obtíž|vypn",
        "hu": "messze|nehéz|kikapcs", "ru": "далек|труд|выключ", "uk": "далек|важк|вимкн|вимик", "ja": "難し[いくかさ]|困難|ほど遠", "zh": "难|難|远|遠", "ko": "어렵|어려|멀[다었]", "ar": "صعب|بعيد"}),
    (r"except|instead|rather|other than|apart|besides", {
        "fr": "sauf|hormis|excepté|plutôt|au lieu|à part", "es": "salvo|excepto|en lugar|en vez", "it": "tranne|salvo|eccetto|invece|piuttosto", "pt": "exceto|salvo|em vez",
        "nl": "behalve|in plaats|liever", "is": "\\bnema|heldur|í stað", "fi": "paitsi|sijaan|sijasta|mieluumm", "pl": "oprócz|zamiast|poza|raczej", "cs": "kromě|místo|spíše|mimo",
        "hu": "kivéve|helyett|kívül", "ru": "кроме|вместо|помимо", "uk": "крім|замість|окрім", "ja": "以外|代わり|除", "zh": "除|而是", "ko": "외에|대신|제외", "ar": "باستثناء|عدا|بدلا"}),
    (r"still|remain|await|pending|unclear", {
        "fr": "reste à|restent à|en suspens|en attente|mystère", "es": "por determinar|por ver|pendient|duda", "it": "resta da|da chiarire|in attesa|restano da", "pt": "por determinar|pendente|por apurar",
        "nl": "nog te|afwacht|raadsel", "is": "óljós|eftir að", "fi": "vielä|yhä|avoin|arvoitus", "pl": "jeszcze|pozostaj|oczek|zagadk", "cs": "zatím|ještě|zbývá|čeká",
        "hu": "még|kérdés", "ru": "ещё|еще|пока|остаётся|остается", "uk": "ще\\b|поки|залишається", "ja": "まだ|調査中|不明", "zh": "尚|仍|还|待", "ko": "아직|미정|조사 중", "ar": "بعد\\b|قيد"}),
)  # fmt: skip
"""Words that may stand for a “not”, and what explains them where the source has it: refused is refusé."""


def may_deny(language: str) -> bool:
    """Do we know how the language says no?"""
    return language in _WORDS or language in _SIGNS


def denies(text: str, language: str) -> bool:
    """Is there anything in the text that denies?"""
    if harmless := _ELSEWHERE.get(language):
        text = _compiled(harmless).sub(" ", text)
    return _denying(language).search(text) is not None


def is_said_otherwise(theirs: str, ours: str, language: str) -> bool:
    """Does the translation refuse, lack, avoid or fail where the source, in English, does not say so as well?"""
    return any(
        language in words and _compiled(words[language]).search(ours) and not _compiled(english).search(theirs)
        for english, words in CONCEPTS
    )


@lru_cache
def _denying(language: str) -> re.Pattern[str]:
    if signs := _SIGNS.get(language):
        return _compiled(signs)
    return _compiled(rf"(?<!\w)(?:{_WORDS[language]})(?!\w)")


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
