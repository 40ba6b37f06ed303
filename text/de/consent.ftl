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
    [person] Die abgebildete Person
    [guardian] Sorgeberechtigte
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
consent-only-houses = Wer auf welchem Bild ist, sehen nur die Häuser selbst.
consent-agreed-in-future = Der Tag der Zustimmung liegt in der Zukunft. Bitte prüfen Sie das Datum.
consent-end-past = Das Ende liegt schon zurück. Bitte prüfen Sie das Datum.
consent-holds-no-more = Die Einwilligung von { $name } gilt nicht mehr. Bitte fragen Sie neu.
consent-stays = { $name } möchte nicht mehr gezeigt werden; das bleibt bei diesem Bild vermerkt.
consent-list = Einwilligungen
consent-list-lead = Wer auf Bildern zu erkennen ist, hat zugestimmt: wofür, wo und wie lange. Zurücknehmen geht jederzeit und wirkt sofort.
consent-list-empty = Noch keine Einwilligung eingetragen. Sie brauchen erst eine, wenn jemand auf einem Bild zu erkennen ist.
consent-new = Einwilligung eintragen
consent-of = Einwilligung von { $name }
consent-pictures = { $n ->
    [0] noch kein Bild
    [one] ein Bild
   *[other] { $n } Bilder
}
consent-no-end = ohne Ende
consent-until = bis { $date }
consent-standing-holds = gilt
consent-standing-ended = abgelaufen
consent-standing-withdrawn = zurückgenommen
consent-ask-age = Wie alt ist die Person auf dem Bild?
consent-ask-age-why = Davon hängt ab, wer zustimmen muss. Ein Geburtsdatum brauchen wir nicht.
consent-other-age = Doch ein anderes Alter
consent-subject = Wer ist zu sehen?
consent-subject-hint = Eine Person oder eine Gruppe gleichen Alters, so dass Sie sie wiederfinden: „Mats aus der Vorlesegruppe“.
consent-name = Name
consent-agreed-on = Hat zugestimmt am
consent-hint-person = Die Person hat selbst Ja gesagt, am besten schriftlich.
consent-hint-guardian = Eltern oder andere Sorgeberechtigte haben Ja gesagt. Bei zweien nennen Sie beide.
consent-purpose = Wofür darf das Bild gezeigt werden?
consent-purpose-hint = Zum Beispiel: Bericht vom Vorlesetag im November.
consent-channels = Wo darf es gezeigt werden?
consent-channels-hint = Nur was ausdrücklich erlaubt wurde. Ohne die eigene Seite kann das Bild hier nicht erscheinen.
consent-ends = Bis wann? (letzter Tag)
consent-ends-hint = Leer heißt: bis sie zurückgenommen wird. Nach dem letzten Tag verschwinden die Bilder von selbst.
consent-paper = Das unterschriebene Blatt bleibt bei Ihnen im Haus. Hier steht nur, was darin vereinbart ist.
consent-record = Eintragen
consent-fact-age = Alter
consent-fact-end = Gilt bis
consent-fact-recorded = Eingetragen
consent-fact-withdrawn = Zurückgenommen
consent-said-yes = { $name }, am { $date }
consent-covers = Bilder
consent-covers-none = Noch keinem Bild zugeordnet.
consent-cover-more = Weitere Bilder zuordnen
consent-cover = Zuordnen
consent-uses = Zu sehen in
consent-what-used-it = Diese Beiträge haben die Bilder benutzt
consent-what-used-it-why = Auf der Seite sind die Bilder schon verschwunden, die Beiträge stehen ohne sie da. Bitte sehen Sie nach, ob die Texte so noch passen, und ob die Bilder anderswo gezeigt wurden.
consent-used-nowhere = Kein Beitrag hat sie benutzt.
consent-withdraw-title = Einwilligung zurücknehmen
consent-withdraw-why = Alle Bilder dieser Einwilligung verschwinden sofort von der Seite. Das lässt sich nicht rückgängig machen; für neue Bilder fragen Sie neu.
consent-withdraw = Jetzt zurücknehmen
consent-fact-purpose = Wofür
consent-fact-channels = Wo zu sehen
