# Words of writing a post: what a text needs, what was changed, how two versions become one.
post-title-missing = Geben Sie dem Beitrag einen Titel.
post-title-long = { $n ->
    [one] Der Titel ist um ein Zeichen zu lang. Erlaubt sind { $max }.
   *[other] Der Titel ist um { $n } Zeichen zu lang. Erlaubt sind { $max }.
}
post-text-missing = Schreiben Sie einen Text oder fügen Sie ein Bild hinzu.
post-body-long = { $n ->
    [one] Der Text ist um ein Zeichen zu lang. Erlaubt sind { $max }.
   *[other] Der Text ist um { $n } Zeichen zu lang. Erlaubt sind { $max }.
}
post-house-missing = Wählen Sie, von welchem Haus der Beitrag ist.
post-links-many = { $n ->
    [one] Unter dem Text kann höchstens ein Link stehen.
   *[other] Unter dem Text können höchstens { $n } Links stehen.
}
post-link-wrong = „{ $link }“ ist keine vollständige Internetadresse. Sie beginnt mit https:// oder http://.
post-language-wrong = Wählen Sie die Sprache des Textes.

# Two versions beside each other. The words for screen readers stand before and after a change.
post-difference-heading = Was sich geändert hat
post-difference-none = Beide Fassungen sind gleich.
post-difference-title = Titel
post-difference-text = Text
post-difference-added = eingefügt:
post-difference-removed = gestrichen:
post-difference-end = Ende der Änderung
post-difference-legend = Eingefügtes ist unterstrichen, Gestrichenes durchgestrichen.
post-difference-facts = Außerdem
post-change-house-added = { $name } steht jetzt dabei.
post-change-house-removed = { $name } steht nicht mehr dabei.
post-change-byline-order = Die Häuser stehen in anderer Reihenfolge.
post-change-author-added = { $name } ist jetzt als Autor:in genannt.
post-change-author-removed = { $name } ist nicht mehr als Autor:in genannt.
post-change-picture-added = Neues Bild: { $name }
post-change-picture-removed = Bild entfernt: { $name }
post-change-picture-order = Die Bilder stehen in anderer Reihenfolge.
post-change-link-added = Neuer Link: { $name } ({ $url })
post-change-link-removed = Link entfernt: { $name } ({ $url })
post-change-link-order = Die Links stehen in anderer Reihenfolge.
post-change-topic = Der Beitrag gehört jetzt zum Thema „{ $name }“.
post-change-topic-none = Der Beitrag gehört zu keinem Thema mehr.
post-change-series = Der Beitrag gehört jetzt zur Reihe „{ $name }“.
post-change-series-none = Der Beitrag gehört zu keiner Reihe mehr.
post-change-language = Die Sprache des Textes ist jetzt: { $name }
post-change-spacing = Nur Zeilen und Absätze sind anders gesetzt.

# Two people changed the same text.
post-merge-heading = Zwei haben gleichzeitig geschrieben
post-merge-explanation = { $name } hat den Text inzwischen auch geändert. Nichts ist verloren: Beide Fassungen sind da.
post-merge-count = { $n ->
    [one] An einer Stelle passen die Änderungen nicht zusammen. Wählen Sie, was dort stehen soll.
   *[other] An { $n } Stellen passen die Änderungen nicht zusammen. Wählen Sie, was dort stehen soll.
}
post-merge-place-title = Titel
post-merge-place-body = Text
post-merge-place-topic = Thema
post-merge-place-series = Reihe
post-merge-place-language = Sprache
post-merge-mine = Meine Fassung
post-merge-theirs = Fassung von { $name }
post-merge-both = Beide, nacheinander
post-merge-base = Vorher stand dort
post-merge-nothing = (nichts; hier wurde etwas gestrichen)
post-merge-by-hand = Oder alles selbst zusammenfügen
post-merge-by-hand-hint = Hier stehen beide Fassungen nacheinander. Kürzen Sie, was doppelt ist.
post-merge-take = Übernehmen
post-merge-moved = { $name } hat noch einmal gespeichert, während diese Seite offen war. Bitte sehen Sie noch einmal hin; Ihre Auswahl ist noch da, wo sie passt.
post-merge-fits = Beide Änderungen passen nebeneinander. Sehen Sie das Ergebnis an und übernehmen Sie es.
post-merge-take-by-hand = Diesen Text nehmen, wie er hier steht
post-merge-look = Ergebnis ansehen
post-merge-discard = Meine Fassung verwerfen
post-merge-result = So wird der Beitrag

# The form while somebody types. {time} in curly brackets is filled in by the browser.
post-editor-toolbar = Text gestalten
post-editor-bold = Fett
post-editor-italic = Kursiv
post-editor-heading = Überschrift
post-editor-list = Liste
post-editor-quote = Zitat
post-editor-link = Link
post-editor-preview = Vorschau
post-editor-saving = Wird gespeichert …
post-editor-saved = Gespeichert um {"{"}time{"}"}
post-editor-offline = Keine Verbindung. Ihr Text ist in diesem Browser aufgehoben und wird gespeichert, sobald es wieder geht.
post-editor-not-saved = Keine Verbindung. Ihr Text ist noch nicht gespeichert; lassen Sie diese Seite offen.
post-editor-conflict = Jemand anderes hat den Text inzwischen geändert. Ihrer ist noch hier.
post-editor-conflict-link = Beide Fassungen zusammenführen
post-editor-sign-in = Ihre Anmeldung ist abgelaufen. Melden Sie sich in einem neuen Fenster an; Ihr Text bleibt hier.
post-editor-sign-in-link = Anmelden
post-editor-refused = Das ließ sich nicht speichern. Ihr Text ist noch hier; laden Sie die Seite erst neu, wenn Sie ihn kopiert haben.
post-editor-restore = In diesem Browser liegt ein Text von {"{"}time{"}"}, der nicht gespeichert wurde.
post-editor-restore-yes = Diesen Text zurückholen
post-editor-restore-no = Verwerfen
post-editor-restored = Ihr Text ist wieder da.
post-editor-count = {"{"}n{"}"} von {"{"}max{"}"} Zeichen

# What is said otherwise in single channels.
post-wording-long = { $n ->
    [one] Der eigene Text für einen Kanal ist um ein Zeichen zu lang. Erlaubt sind { $max }.
   *[other] Der eigene Text für einen Kanal ist um { $n } Zeichen zu lang. Erlaubt sind { $max }.
}
post-change-left-out = { $name }: Der Beitrag geht nicht dorthin.
post-change-let-in = { $name }: Der Beitrag geht jetzt auch dorthin.
post-change-wording = { $name }: eigener Text: „{ $text }“
post-change-wording-none = { $name }: wieder der übliche Text.
post-change-thread = { $name }: Ein zu langer Text wird auf mehrere Teile verteilt.
post-change-thread-none = { $name }: Ein zu langer Text wird wieder gekürzt.
post-channels = In den Kanälen
post-channels-hint = Jeder Kanal bekommt den Beitrag in seiner Länge, mit dem Namen des Hauses und dem Link hierher. Was Sie hier ändern, gehört zu dem, was freigegeben wird.
post-channel-on = Dorthin geben
post-channel-text = Eigener Text für { $name }
post-channel-text-hint = Leer lassen: dann wird aus Titel und Text das Übliche.
post-channel-thread = Zu langen Text auf mehrere Teile verteilen statt kürzen
post-channel-preview = So sieht es dort aus
