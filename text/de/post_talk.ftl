# Das Gespräch im Beitrag.
post-talk = Gespräch
post-talk-none = Noch hat niemand etwas dazu gesagt.
post-talk-message = Ihre Nachricht
post-talk-hint = Nur im Verbund zu lesen. Mit „@Vorname Nachname“ sprechen Sie jemanden an.
post-talk-to = Für
post-talk-to-all = alle
post-talk-send = Senden
post-talk-remove = Zurücknehmen
post-talk-removed = Diese Nachricht wurde zurückgenommen.
post-talk-empty = Schreiben Sie eine Nachricht.
post-talk-long = { $n ->
    [one] Die Nachricht ist um ein Zeichen zu lang. Erlaubt sind { $max }.
   *[other] Die Nachricht ist um { $n } Zeichen zu lang. Erlaubt sind { $max }.
}
post-talk-letter-subject = { $name } hat Sie angesprochen: { $title }
post-talk-letter =
    { $name } schreibt im Gespräch zum Beitrag „{ $title }“:

    { $body }
