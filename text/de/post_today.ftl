# Der erste Bildschirm.
post-today-headline = { calendar-weekday }, { $d }. { calendar-month }
post-today-lead-none = Heute wartet nichts auf Sie.
post-today-lead-asked = { $n ->
    [one] Ein Beitrag wartet auf Ihre Freigabe, bis { $until }.
   *[other] { $n } Beiträge warten auf Ihre Freigabe, der erste bis { $until }.
}
post-today-lead-rest = { $n ->
    [one] Eine Sache wartet auf Sie.
   *[other] { $n } Dinge warten auf Sie.
}
post-today-lead-besides = { $n ->
    [one] Außerdem wartet noch eine Sache.
   *[other] Außerdem warten noch { $n } Dinge.
}
post-today-for-you = Für Sie
post-today-nothing = Alles erledigt. Vielleicht ein guter Moment für einen neuen Beitrag?
post-today-more = { $n ->
    [one] Und noch eine Sache
   *[other] Und noch { $n } Dinge
}
post-today-asked = { $after ->
    [none] bittet um Ihre Freigabe bis { $until }
   *[other] bittet um Ihre Freigabe bis { $until }, sonst wird { $after } gefragt
}
post-today-read = Lesen
post-today-look = Ansehen
post-today-new-time = Neue Zeit
post-today-revise = Überarbeiten
post-today-write-on = Weiterschreiben
post-today-draft-ready = Ihr Entwurf. Er ist bereit, vorgeschlagen zu werden.
post-today-draft-lacks = Ihr Entwurf. { $what }
post-today-draft-due = Gedacht für { $due }.
post-today-called = { $name } spricht Sie an, { $at }: „{ $body }“
post-today-answer = Antworten
post-today-unmerged = Jemand hat zur selben Zeit geschrieben. Ihre Fassung liegt noch daneben.
post-today-merge = Zusammenführen
post-today-mode = Ein anderes Haus schlägt eine neue Regel vor
post-today-decide = Entscheiden
post-today-weeks = Die nächsten zwei Wochen
post-today-to-plan = Zum ganzen Plan
post-today-going = Heute geht hinaus
post-today-going-none = Heute erscheint nichts.
post-today-out = ist erschienen
post-today-will-be-out = freigegeben, erscheint von selbst
post-today-is-held = angehalten
post-today-not-signed = noch nicht freigegeben
post-today-away = Nicht verfügbar
post-today-away-none = Alle sind da.
post-today-away-until = bis { $date }
post-today-away-enter = Abwesenheit eintragen
post-today-first = Hier steht bald, was auf Sie wartet. Der erste Schritt: ein Titel, zwei Sätze, ein Bild. Öffentlich wird nichts, bevor ein anderes Haus es gelesen hat.
post-today-first-post = Den ersten Beitrag schreiben
post-today-alone = Noch sind Sie allein. Laden Sie jemanden aus einem anderen Haus ein, damit gegengelesen werden kann.
post-today-invite = Leute einladen
post-today-coordination = Die Koordination
post-today-barrier = Gemeldete Barriere { $n }
