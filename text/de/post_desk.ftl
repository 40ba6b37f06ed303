# Die Seiten eines Beitrags innen: Liste, Lesen, Schreiben, Verlauf, Fassungen.
post-list = Beiträge
post-new = Neuer Beitrag
post-list-empty = Hier stehen bald alle Beiträge des Verbunds. Beginnen Sie mit einem neuen: ein Titel, zwei Sätze, ein Bild. Öffentlich wird er erst, wenn ein anderes Haus ihn gelesen hat.
post-list-sift = Suchen und eingrenzen
post-list-words = Wörter in Titel oder Text
post-list-state = Stand
post-list-house = Haus
post-list-topic = Thema
post-list-any = alle
post-list-find = Suchen
post-list-all = Alle zeigen
post-list-nothing = Kein Beitrag passt dazu. Suchen Sie mit weniger Wörtern, oder zeigen Sie alle.
post-list-for = für { $due }
post-list-changed = geändert { $time }
post-list-found = { $n ->
    [one] Ein Beitrag passt.
   *[other] { $n } Beiträge passen.
}
post-list-pages = Seiten der Liste
post-list-newer = Neuere Beiträge
post-list-older = Ältere Beiträge
post-untitled = Noch ohne Titel
post-nothing-yet = Hier hat noch niemand etwas geschrieben.
post-write-now = Jetzt schreiben
post-write-on = Weiterschreiben
post-still-missing = Vor dem Vorschlagen fehlt noch
post-correction-heading = Diese Korrektur ändert
post-history = Verlauf
post-history-none = Noch ist nichts geschehen.
post-copies = { $n ->
    [one] Jemand hat zur selben Zeit geschrieben. Eine Fassung von Ihnen ist noch nicht zusammengeführt.
   *[other] Jemand hat zur selben Zeit geschrieben. { $n } Fassungen von Ihnen sind noch nicht zusammengeführt.
}

post-by = Text: { $names } (nur innen zu sehen)
post-of-topic = Thema: { $name }
post-of-series = Reihe: { $name }
post-in-language = Sprache: { $name }

# Das Formular.
post-editor-begin = Ein Titel, zwei Sätze, gern ein Bild: mehr braucht es nicht. Gespeichert wird von selbst.
post-editor-title = { $title } schreiben
post-title = Titel
post-text = Text
post-byline = Von welchem Haus
post-due = Wann soll er erscheinen?
post-due-date = Tag
post-due-time = Uhrzeit
post-due-soon = Sobald er freigegeben ist
post-due-hint = Vorgeschlagen ist die nächste freie Zeit. Sie lässt sich auch später noch ändern.
post-due-later = Wird die Zeit geändert, bleibt der Text, wie er ist.
post-due-change = Zeit ändern
post-more = Links, Thema, Reihe, Sprache, Namen
post-links = Links unter dem Text
post-link-label = Wohin er führt
post-link-url = Adresse
post-links-hint = Weitere Zeilen kommen dazu, sobald diese gespeichert sind.
post-topic = Thema
post-topic-none = Kein Thema
post-series = Reihe
post-series-none = Keine Reihe
post-language = Sprache des Textes
post-authors = Namen unter dem Text
post-authors-hint = Das sehen nur Sie im Verbund. Nach außen spricht immer das Haus.
post-read = Ansehen
post-save = Speichern
post-saved-at = Gespeichert { $time }
post-done-kept = Gespeichert. Öffentlich ist davon noch nichts.
post-done-version-restored = Die frühere Fassung ist jetzt die neueste. Die anderen sind alle noch da.
post-done-merged = Beide Änderungen sind jetzt in einem Text.
post-done-discarded = Ihre Fassung ist verworfen. Es gilt der Text, der schon gespeichert war.

post-editor-lapses = Eine Änderung am Text braucht eine neue Freigabe.

post-lacks = Noch nötig:
post-lacks-description = Bildbeschreibung
post-lacks-rights = Bildrechte
post-lacks-consent = Einwilligung
post-picture = Bild
post-pictures = Bilder
post-picture-add = Bild hinzufügen
post-picture-alt = Bildbeschreibung für alle, die das Bild nicht sehen
post-picture-sending = Das Bild wird übertragen …
post-picture-failed = Das Bild kam nicht an. Bitte wählen Sie es noch einmal.
post-picture-change = Rechte und mehr zum Bild
post-picture-keep = Dieses Bild zeigen
post-picture-up = Weiter nach vorn
post-picture-down = Weiter nach hinten
post-picture-says = Beschreibung: { $alt }

post-tongue-de = Deutsch
post-tongue-de-x-leicht = Deutsch, Leichte Sprache
post-tongue-nds = Plattdeutsch
post-tongue-en = Englisch
post-tongue-nl = Niederländisch
post-tongue-fr = Französisch
post-tongue-pl = Polnisch
post-tongue-ru = Russisch
post-tongue-tr = Türkisch
post-tongue-uk = Ukrainisch
post-tongue-ar = Arabisch

# Was auf einen Vorschlag folgt.
post-outlook = { $house } wird gefragt und hat bis { $until } Zeit. Erscheint { $due }.
post-outlook-soon = { $house } wird gefragt. Erscheint, sobald freigegeben ist.
post-outlook-nobody = Zurzeit kann niemand diesen Text freigeben. Vorgeschlagen wartet er; die Koordination erfährt es.
post-outlook-direct = Erscheint { $due }, ohne dass jemand gegenliest.
post-outlook-direct-soon = Erscheint gleich, ohne dass jemand gegenliest.

# Der Verlauf. $name ist eine Person, meist mit ihrem Haus: „Anna Albers (Borken)“.
post-step-written = { $name } hat den Text begonnen.
post-step-changed = { $name } hat den Text geändert.
post-step-proposed = { $name } hat den Beitrag vorgeschlagen, für { $due }.
post-step-proposed-soon = { $name } hat den Beitrag vorgeschlagen; er soll erscheinen, sobald er freigegeben ist.
post-step-retracted = { $name } hat den Vorschlag zurückgenommen.
post-step-asked = { $house } wurde gefragt, mit Zeit bis { $until }.
post-step-asked-person = { $person } ({ $house }) wurde gefragt, mit Zeit bis { $until }.
post-step-nobody-left = Alle sind gefragt. Die Koordination und alle, die mitgeschrieben haben, wissen Bescheid.
post-step-approved = { $name } hat den Beitrag freigegeben, für { $due }.
post-step-returned = { $name } hat den Beitrag zurückgegeben: „{ $reason }“
post-step-held = { $name } hat den Beitrag angehalten.
post-step-held-why = { $name } hat den Beitrag angehalten: „{ $reason }“
post-step-released = { $name } lässt den Beitrag weiterlaufen.
post-step-missed = { $due } war da, freigegeben war noch nicht.
post-step-moved = { $name } hat die Zeit geändert: { $due }.
post-step-withdrawn = { $name } hat den Beitrag zurückgezogen: „{ $reason }“
post-step-restored = { $name } hat den Beitrag wieder aufgenommen.
post-step-archived = { $name } hat den Beitrag archiviert.
post-step-reopened = { $name } hat den Beitrag aus dem Archiv geholt.

# Fassungen.
post-versions = Fassungen
post-versions-count = { $n ->
    [one] Eine Fassung
   *[other] { $n } Fassungen
}
post-versions-hint = Was jemand ohne längere Pause geschrieben hat, ist eine Fassung. Jede lässt sich ansehen und zurückholen.
post-versions-none = Noch gibt es keine Fassung.
post-version = Eine Fassung
post-version-newest = die neueste
post-version-signed = freigegeben
post-version-public = öffentlich
post-version-with = Verglichen mit
post-version-compare = Vergleichen
post-version-whole = Die ganze Fassung
post-version-restore = Diese Fassung zurückholen
post-version-restore-hint = Sie wird als neueste gespeichert. Keine andere geht verloren.
post-step-ended = Der Verbund ist beendet. Damit endet auch der Vorschlag.
post-next-ended = Der Verbund ist beendet. Dieser Beitrag bleibt, wie er ist, und erscheint nicht mehr.
post-next-beyond-end = Der Verbund endet am { $date }. Damit der Beitrag noch erscheint, braucht er eine Zeit davor.
post-done-delivery = Vermerkt.
