# Was auf den gezeichneten Bildern der Demo zu sehen ist: Bildbeschreibungen.
demo-drawing-bookshelf-near = Zeichnung: ein Regalbrett mit { $n } großen bunten Buchrücken, dazwischen { $guest ->
    [plant] eine Topfpflanze
    [cup] ein Bücherstapel mit einer dampfenden Tasse
    [cat] eine Katze, die uns den Rücken zukehrt
   *[globe] ein kleiner Globus
}.
demo-drawing-bookshelf = Zeichnung: ein Holzregal voller bunter Bücher, in einem Fach { $guest ->
    [plant] eine Topfpflanze
    [cup] ein Bücherstapel mit einer dampfenden Tasse
    [cat] eine Katze, die uns den Rücken zukehrt
   *[globe] ein kleiner Globus
}.
demo-drawing-reading-chair = Zeichnung: ein { $chair ->
    [green] grüner
    [red] dunkelroter
    [blue] blauer
    [yellow] gelber
   *[rust] rostroter
} Lesesessel unter einer Stehlampe, darauf ein aufgeschlagenes Buch; im Fenster { $weather ->
    [moon] die Mondsichel über dunklen Dächern
    [snow] verschneite Dächer und Schneeflocken
   *[rain] Regen über dunklen Dächern
}.
demo-drawing-market-square = Zeichnung: ein Marktplatz { $hour ->
    [morning] am Morgen
    [noon] am Mittag
    [evening] am Abend
   *[dusk] in der Dämmerung
} mit { $houses } bunten Giebelhäusern und einem Kirchturm dahinter, davor { $n ->
    [0] ein Brunnen
    [one] ein Bücherstand mit gestreiftem Dach
   *[other] { $n } Bücherstände mit gestreiften Dächern
}.
demo-drawing-sewing-table = Zeichnung: eine { $machine ->
    [green] grüne
    [red] rote
    [black] schwarze
    [blue] blaue
   *[cream] cremefarbene
} Nähmaschine auf einem Holztisch mit Stoffen, Schere und Knopfdose, vor ihr { $work ->
    [bag] eine genähte Tasche
    [cushion] ein gepunktetes Kissen
   *[bunting] eine angefangene Wimpelkette
}; im Wandregal { $n } Garnrollen.
demo-drawing-museum-objects = Zeichnung: ein Museumsraum mit drei angestrahlten Sockeln, darauf von links { $first ->
    [clog] ein Paar Holzschuhe
    [jug] ein bauchiger Krug
    [oillamp] eine brennende Öllampe
    [bell] eine Glocke im Holzgestell
    [ship] ein Segelschiffmodell
   *[clock] eine Tischuhr
}, { $second ->
    [clog] ein Paar Holzschuhe
    [jug] ein bauchiger Krug
    [oillamp] eine brennende Öllampe
    [bell] eine Glocke im Holzgestell
    [ship] ein Segelschiffmodell
   *[clock] eine Tischuhr
} und { $third ->
    [clog] ein Paar Holzschuhe
    [jug] ein bauchiger Krug
    [oillamp] eine brennende Öllampe
    [bell] eine Glocke im Holzgestell
    [ship] ein Segelschiffmodell
   *[clock] eine Tischuhr
}.
demo-drawing-archive = Zeichnung: ein Archivraum mit { $n } beschrifteten Kartons in Regalen; auf dem Tisch unter der Lampe { $find ->
    [map] eine alte Landkarte
    [letters] alte handgeschriebene Briefe
   *[photos] alte bräunliche Fotos
} und eine Lupe.
demo-drawing-game-night = Zeichnung: ein Spieltisch von oben, Brettspiel mit { $n } Figuren, ebenso viele Kartenfächer, Tassen, Nüsse und zwei Würfel, die { $first } und { $second } zeigen.
demo-drawing-childrens-corner-tent = Zeichnung: eine Kinderecke mit Zelt, vielen bunten Kissen, Teddybär und niedrigem Bücherregal, darüber eine Wimpelkette.
demo-drawing-childrens-corner-rainbow = Zeichnung: eine Kinderecke mit einem Regenbogen an der Wand, vielen bunten Kissen, Teddybär und niedrigem Bücherregal, darüber eine Wimpelkette.
demo-drawing-winter-snowing = Zeichnung: ein verschneites Haus in einer Winternacht, es schneit; hinter { $n } hellen Fenstern stehen Bücher, Fußspuren führen zur Tür.
demo-drawing-winter-clear = Zeichnung: ein verschneites Haus in einer klaren Winternacht; hinter { $n } hellen Fenstern stehen Bücher, Fußspuren führen zur Tür.
demo-drawing-summer-garden = Zeichnung: ein Sommergarten mit Apfelbaum und weißem Zaun, darin { $seat ->
    [deckchair] ein gestreifter Liegestuhl
    [hammock] eine Hängematte mit Kissen
   *[blanket] eine karierte Decke mit Kissen und Strohhut
}, ein aufgeschlagenes Buch, ein Bücherstapel und ein Glas Limonade.
demo-drawing-book-bicycle = Zeichnung: ein Fahrrad mit einem Anhänger voller Bücher auf einem Feldweg { $season ->
    [spring] im Frühling
    [summer] im Sommer
    [autumn] im Herbst
   *[evening] am Abend
}, im Hintergrund { $landmark ->
    [windmill] eine Windmühle
    [church] eine Kirche
   *[farm] ein Bauernhof
}.
demo-drawing-poster-wall = Zeichnung: eine Wand mit { $n } bunten Plakaten ohne Schrift, davor eine Bank und eine Pflanze.
demo-drawing-poster-wall-brick = Zeichnung: eine Backsteinwand mit { $n } bunten Plakaten ohne Schrift, davor eine Bank und eine Pflanze.
