# Words of the room consent.
consent-channel = { $channel ->
    [website] eigene Seite
    [fediverse] Fediverse
    [mastodon] Mastodon
    [bluesky] Bluesky
    [facebook] Facebook
    [instagram] Instagram
    [newsletter] Newsletter
    [print] Druck und Presse
   *[other] { $channel }
}
consent-age = { $age ->
    [adult] volljährig: die Person selbst stimmt zu
    [youth] 14 bis 17 Jahre: Sorgeberechtigte und die junge Person stimmen zu
    [child] unter 14 Jahre: die Sorgeberechtigten stimmen zu
   *[other] { $age }
}
consent-party = { $party ->
    [person] die abgebildete Person
    [guardian] eine sorgeberechtigte Person
   *[other] { $party }
}
consent-withdrawn = { $name } möchte nicht mehr gezeigt werden. Bitte wählen Sie ein anderes Bild.
consent-ended = Die Einwilligung von { $name } ist abgelaufen. Bitte fragen Sie neu oder wählen Sie ein anderes Bild.
consent-person-missing = { $name } hat noch nicht zugestimmt. Bitte fragen Sie und tragen Sie die Antwort ein.
consent-youth-missing = { $name } ist mindestens 14 und muss auch selbst zustimmen. Bitte fragen Sie nach.
consent-guardian-missing = Für { $name } müssen die Sorgeberechtigten zustimmen. Bitte holen Sie die Zustimmung ein.
consent-not-for-channel = { $name } hat { $channel ->
    [website] der eigenen Seite
    [fediverse] dem Fediverse
    [mastodon] Mastodon
    [bluesky] Bluesky
    [facebook] Facebook
    [instagram] Instagram
    [newsletter] dem Newsletter
    [print] Druck und Presse
   *[other] diesem Kanal
} nicht zugestimmt. Dort erscheint der Beitrag erst mit einem anderen Bild oder einer neuen Einwilligung.
consent-needs-subject = Bitte nennen Sie die Person oder die Gruppe.
consent-needs-purpose = Bitte schreiben Sie, wofür das Bild gezeigt werden darf.
consent-needs-channel = Bitte wählen Sie mindestens einen Kanal.
consent-needs-name = Bitte nennen Sie, wer zugestimmt hat.
consent-ends-before-it-begins = Das Ende liegt vor der Zustimmung. Bitte prüfen Sie das Datum.
