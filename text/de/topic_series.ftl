# Reihen: was zu einer festen Zeit wiederkehrt.
topic-series = Reihen
topic-series-lead = Was zu einer festen Zeit wiederkehrt, hat im Plan immer seinen Platz.
topic-series-none = Noch gibt es keine Reihe. Eine „Freitagsfrage“ jeden Freitag um 10 Uhr ist ein guter Anfang.
topic-series-to-plan = Zum Plan
topic-series-all = Alle Reihen
topic-series-new = Neue Reihe
topic-series-next = Als Nächstes:
topic-series-next-heading = Die nächsten Termine
topic-series-edit = Ändern
topic-series-edit-of = Reihe „{ $title }“ ändern
topic-series-continue = Wieder aufnehmen
topic-series-continue-of = Reihe „{ $title }“ wieder aufnehmen
topic-series-continue-hint = Diese Reihe ist beendet. Wieder aufgenommen, hat sie im Plan wieder ihren Platz.
topic-series-end-heading = Reihe beenden
topic-series-end-hint = Im Plan werden keine Plätze mehr frei gehalten. Alle Beiträge bleiben, wo sie sind.
topic-series-end = Reihe beenden
topic-series-ended-heading = Beendet
topic-series-title = Name
topic-series-title-hint = Zum Beispiel: Freitagsfrage
topic-series-rhythm = Wie oft?
topic-series-rhythm-weekly = Jede Woche
topic-series-rhythm-weeks = Alle paar Wochen
topic-series-rhythm-monthly = Einmal im Monat
topic-series-rhythm-none = Ohne feste Zeit
topic-series-weekday = Wochentag
topic-series-time = Uhrzeit
topic-series-every = Alle … Wochen
topic-series-nth = Im Monat am …
topic-series-nth-choice = { $n ->
    [1] ersten
    [2] zweiten
    [3] dritten
    [4] vierten
   *[other] letzten
}
topic-series-except = Fällt aus
topic-series-except-holiday = an Feiertagen
topic-series-except-vacation = in den Schulferien
topic-series-save = Speichern
topic-series-saved = Gespeichert.
topic-series-ended = Die Reihe ist beendet.
topic-series-continued = Die Reihe geht weiter.
topic-series-no-slot = ohne feste Zeit
topic-series-uncertain = { $at } (Schulferien noch unbekannt)
topic-series-title-missing = Geben Sie der Reihe einen Namen.
topic-series-title-long = { $n ->
    [one] Der Name ist um ein Zeichen zu lang. Erlaubt sind { $max }.
   *[other] Der Name ist um { $n } Zeichen zu lang. Erlaubt sind { $max }.
}
topic-series-weekday-missing = Wählen Sie einen Wochentag.
