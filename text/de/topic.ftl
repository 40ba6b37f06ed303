# Words of the room topic.
topic-topics = Themen
topic-lead = Ein Thema, mehrere Häuser: Jedes erzählt es auf seine Art, auf der Seite stehen die Blickwinkel nebeneinander.
topic-new = Neues Thema
topic-none = Noch kein Thema. Ein gutes erstes: etwas, das bei Ihnen allen gerade ansteht.
topic-perspectives = { $n ->
    [0] Noch kein Blickwinkel öffentlich
    [one] Ein Blickwinkel öffentlich
   *[other] { $n } Blickwinkel öffentlich
}
topic-told = Erzählt haben:
topic-writing = Schreiben gerade:
topic-missing = Noch nichts von:
topic-add = Blickwinkel beisteuern
topic-add-to = Blickwinkel zu „{ $title }“ beisteuern
topic-ended-heading = Abgeschlossen
topic-has-ended = Dieses Thema ist abgeschlossen.
topic-public-page = So sieht es die Öffentlichkeit
topic-posts = Beiträge zum Thema
topic-posts-none = Noch keiner. Machen Sie den Anfang?
topic-untitled-post = Beitrag ohne Titel
topic-post-public = öffentlich
topic-post-in-progress = in Arbeit
topic-words = Titel und Einleitung
topic-title = Titel
topic-title-hint = Kurz und einladend. Die Adresse der Themenseite bleibt, auch wenn Sie den Titel später ändern.
topic-intro = Einleitung
topic-intro-hint = Zwei, drei Sätze: Worum geht es, und warum gerade jetzt? Steht über den Blickwinkeln.
topic-save = Speichern
topic-needs-title = Bitte geben Sie dem Thema einen Titel.
topic-title-long = { $n ->
    [one] Der Titel ist um ein Zeichen zu lang.
   *[other] Der Titel ist um { $n } Zeichen zu lang.
}
topic-end-heading = Thema abschließen
topic-end-hint = Die Themenseite und alle Beiträge bleiben. Es wird nur nicht mehr nach neuen Blickwinkeln gefragt.
topic-end = Abschließen
topic-reopen-heading = Thema wieder öffnen
topic-reopen = Wieder öffnen
topic-done-saved = Gespeichert.
topic-done-ended = Das Thema ist abgeschlossen.
topic-done-reopened = Das Thema ist wieder offen.
