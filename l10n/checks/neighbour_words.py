"""Everyday words of the news that one Scandinavian language has and Bokmål has not, for what small words do not tell.

“Forskere har opdaget en ny art”, “Kommunen delar ut flaskor”: two such words, and it is the neighbour's language.
Each was held against Bokmål's dictionary.
"""

from __future__ import annotations

from l10n.checks.prose import word_set

NOT_BOKMAL: dict[str, frozenset[str]] = {
    "da": word_set(
        """
        aftale aftalen aftaler aldrig altid angreb angrebet arbejde arbejdede arbejder arbejdere arbejdet bedst
        bedste begynder begyndt begyndte blevet borgerne bruger brugt brugte bøger børn børnehave børnene desuden
        dræber dræbt dræbte ejer ejere eleverne fejl flygtninge flyttede formand formanden forsøger forsøgt forsøgte
        fortsætter fortæller frihed fået fængsel fængslet gav gemme gemmer gemt givet gæld gør hjælp hjælpe hjælper
        hvornår håber høj højere højeste igen igennem jordskælv jordskælvet kaldes kender kendt kendte kræft kvinde
        kvinden kvinder købe køber købte kød lejlighed lukkede læge lægen lægger længe længere læse læser maden
        manden mindst mistede mistænkt mistænkte mulighed muligheder mænd mærke mødet nyhed nyheder nyhederne næste
        næsten opdager opdaget oplyser oplysninger oplyst oplyste patienter patienterne penge pengene plads pladsen
        procent præsident præsidenten regering regeringen rejse rejser rejste sat selskab selskaber selskabet set
        siddet sidste sikkerhed skib skibe skibet spurgt spurgte spørge spørgsmål stadigvæk stærk stærke stærkt
        svarede sygdom syge sygehus sygehuset sælge sælger sætter søger søgte tabte tager taget uddannelse
        udenrigsminister udenrigsministeren udvikling udviklingen uge ugen uger undersøgelse undersøgelsen
        undersøger undersøgt uvejr vej veje vejen vejr vejret ventede virksomhed virksomheder våben vækst væksten
        vælgere vælgerne åbnede æg øjeblik
        """
    ),
    "sv": word_set(
        """
        aldrig annan annat använda använder använts arbeta arbetar arbetare arbete augusti avtalet avvisa berättade
        berättar beslutat betalar blivit bostäder brandstationen bränder byggnad byggs bäst bättre båda började
        börjar börjat dock dömd enligt fartyg februari fick flaskor flicka flygplan flygplats forskare fortfarande
        fortsätter fängelse färre före företag företaget förra förslag förslaget första försvarsminister försöker
        försökte gav gick godkänn gripen gripits gör göra hade haft hittade hittades hittats hjälp hjälpa hjälper
        hoppas häktad hög höga högre inom inställningar januari kakor kanske kommit kronor kvinnor köpa köper köpt
        köpte läkare lämnade lämnar lärare läs lång långt lördag medan meddelade meddelar mellan miljarder miljoner
        minskade minskar minskat misstänkt misstänkta mycket män människa människor månad månader måndag många måste
        mötet nästa någon någonting något några ofta ordförande pengar pojke prenumerera procent redan regeringen
        röstade sade sista sjukhus sjukhuset sjuksköterska sjunker själv själva sjö sjön sjönk skola skolan skolor
        slutade snabbt statsministern städer större störst säga säger sälja säljer sämre sålde sök söndag tagit
        tidning tidningen tillbaka tillsammans timmar tisdag träffade träffar tycker undersökning uppgav uppger
        upptäckt upptäckte utanför utrikesminister valet varför varit vecka veckan veckor vilka vilken vilket visade
        väg vägar vägen väljare webbplats ytterligare ännu åtalad ökade ökar ökat ökning
        """
    ),
    "nn": word_set(
        """
        anna arbeidarar aukar born byggje byggjer dei difor drepne eg eigentleg ein einaste eit elevane elevar
        fleire forskarane forskarar gjer gjere høyrde høyrer ikkje innbyggjarane innbyggjarar kome korleis kva
        kvarandre kvifor køyrde køyre køyrer laurdag liggjande liggje lærar lærarar medan meir milliardar millionar
        minkar mogleg moglegheit mykje naudsynt noko nokon nokre nærare opna pasientane pengar prisane prisar
        pågripen saman seia seinare sjølv skular skulen stengd stengde storleik sundag særleg søkje søkjer tenkje
        tenkjer tidlegare tilgjengeleg tysdag vere verkeleg verksemd verksemder vore vêret ynskje ynskjer ønskjer
        """
    ),
}
"""By the language that has them."""
