# Der Newsletter: bestellen, bestätigen, ändern, abbestellen, verschicken.
newsletter-title = Newsletter
newsletter-description = Neues aus den Häusern von „{ $name }“ per E-Mail.
newsletter-address = Ihre E-Mail-Adresse
newsletter-address-hint = Mehr brauchen wir nicht, auch keinen Namen.
newsletter-address-missing = Geben Sie Ihre E-Mail-Adresse ein.
newsletter-address-wrong = An diese Adresse kann kein Brief gehen. Sie sieht aus wie name@haus.example, ohne Umlaute vor dem @.
newsletter-trap = Dieses Feld bitte leer lassen
newsletter-rhythm = Wie oft?
newsletter-rhythm-digest = Gesammelt, { $slot }. Gibt es nichts Neues, kommt nichts.
newsletter-rhythm-each = Jeden Beitrag einzeln, sobald er erscheint
newsletter-rhythm-missing = Wählen Sie, wie oft wir schreiben.
newsletter-scope = Wovon?
newsletter-scope-all = Alles aus allen Häusern
newsletter-scope-some = Nur diese Häuser und Themen
newsletter-houses = Häuser
newsletter-topics = Themen
newsletter-choice-missing = Kreuzen Sie an, welche Häuser oder Themen, oder wählen Sie alles.
newsletter-consent = Mit dem Knopf stimmen Sie zu, dass „{ $name }“ Ihnen an diese Adresse Newsletter schickt. Das können Sie jederzeit mit einem Klick beenden, der Weg steht in jedem Brief.
newsletter-ask = Newsletter bestellen
newsletter-next = So geht es weiter
newsletter-next-letter = Wir schicken Ihnen einen Brief mit einem Link.
newsletter-next-confirm = { $n ->
    [one] Sie bestätigen darin, dass Sie den Newsletter möchten. Ohne Bestätigung löschen wir die Adresse nach einem Tag.
   *[other] Sie bestätigen darin, dass Sie den Newsletter möchten. Ohne Bestätigung löschen wir die Adresse nach { $n } Tagen.
}
newsletter-next-end = In jedem Newsletter steht, wie Sie ihn ändern oder beenden.
newsletter-told = Fast fertig
newsletter-told-letter = Wir haben an Ihre Adresse geschrieben. Öffnen Sie den Link in diesem Brief.
newsletter-told-none = Kommt nichts an? Sehen Sie im Spam-Ordner nach, und prüfen Sie, ob die Adresse stimmt.
newsletter-told-again = Adresse noch einmal eingeben
newsletter-letter-confirm-subject = Bitte bestätigen: Newsletter „{ $name }“
newsletter-letter-confirm =
    Guten Tag,

    für diese Adresse wurde der Newsletter von „{ $name }“ bestellt. Möchten Sie ihn bekommen? Dann öffnen Sie diesen Link und bestätigen Sie dort. Er gilt { $n } Tage.
newsletter-letter-known-subject = Ihr Newsletter „{ $name }“
newsletter-letter-known =
    Guten Tag,

    für diese Adresse wurde noch einmal der Newsletter von „{ $name }“ bestellt. Sie bekommen ihn schon. Hier ändern oder beenden Sie ihn:
newsletter-letter-not-me = Waren Sie das nicht? Dann brauchen Sie nichts zu tun.
newsletter-confirm-title = Newsletter bestätigen
newsletter-confirm-lead = Möchten Sie den Newsletter von „{ $name }“ bekommen?
newsletter-confirm = Ja, ich möchte ihn bekommen
newsletter-confirm-not = Wenn nicht: schließen Sie diese Seite. Die Adresse löschen wir dann von selbst.
newsletter-fact-address = Adresse
newsletter-fact-what = Wovon
newsletter-fact-asked = Bestellt
newsletter-fact-confirmed = Bestätigt
newsletter-fact-ended = Beendet
newsletter-manage-title = Ihr Newsletter
newsletter-manage-lead = Das bekommen Sie von „{ $name }“.
newsletter-rests = Zurzeit verschickt dieser Verbund keinen Newsletter.
newsletter-slot-none = einmal in der Woche
newsletter-change-title = Ändern
newsletter-language = Sprache der Briefe
newsletter-save = Änderungen speichern
newsletter-end-title = Newsletter beenden
newsletter-end-hint = Ihre Adresse wird sofort gelöscht.
newsletter-end = Beenden und Adresse löschen
newsletter-end-lead = Möchten Sie den Newsletter von „{ $name }“ nicht mehr bekommen?
newsletter-end-rather-change = Lieber seltener oder weniger: ändern
newsletter-ended-title = Newsletter beendet
newsletter-ended-lead = Sie bekommen keinen Newsletter von „{ $name }“ mehr. Ihre Adresse ist gelöscht.
newsletter-late = Dieser Link gilt nicht mehr
newsletter-late-text = Ein Link zum Bestätigen gilt sieben Tage. Bestellen Sie den Newsletter auf der Seite des Verbundes neu. Haben Sie ihn beendet, ist nichts mehr zu tun.
newsletter-data-title = Ihre Daten
newsletter-data-hint = Alles, was wir über Sie gespeichert haben, als Datei: Adresse, Auswahl, Einwilligung im Wortlaut und wann welcher Brief ging.
newsletter-data = Daten herunterladen
newsletter-farewell = Abschied: „{ $name }“
newsletter-lead-farewell = Das ist unser letzter Brief.
newsletter-lead-each = Ein neuer Beitrag:
newsletter-lead-digest = { $n ->
    [one] Ein Beitrag ist neu:
   *[other] { $n } Beiträge sind neu:
}
newsletter-subject-digest = { $n ->
    [one] { $title } und ein weiterer Beitrag
   *[other] { $title } und { $n } weitere Beiträge
}
newsletter-pictures = { $n ->
    [one] Mit Bild:
   *[other] Mit Bildern:
}
newsletter-to-post = Auf der Seite ansehen
newsletter-read-on = Weiterlesen
newsletter-why = Sie bekommen diesen Newsletter an { $address }, weil Sie ihn am { $date } bei „{ $name }“ bestellt und bestätigt haben.
newsletter-change-or-end = Newsletter ändern oder beenden
newsletter-imprint = Impressum
newsletter-privacy = Datenschutzerklärung
newsletter-loses-pictures = { $n ->
    [one] Das Bild steht nicht im Brief, nur seine Beschreibung: Wer ein Bild lädt, verrät, dass er liest.
   *[other] Die { $n } Bilder stehen nicht im Brief, nur ihre Beschreibungen: Wer Bilder lädt, verrät, dass er liest.
}
newsletter-not-corrected = { $n ->
    [one] Ein Brief ist schon draußen, er lässt sich nicht mehr ändern. Was noch wartet, geht in der neuen Fassung hinaus; der Link im Brief zeigt sie auch.
   *[other] { $n } Briefe sind schon draußen, sie lassen sich nicht mehr ändern. Was noch wartet, geht in der neuen Fassung hinaus; der Link in den Briefen zeigt sie auch.
}
newsletter-not-withdrawn = { $n ->
    [one] Ein Brief ist schon draußen, er lässt sich nicht zurückholen. Alle weiteren sind gestoppt; der Link im Brief führt nicht mehr zum Beitrag.
   *[other] { $n } Briefe sind schon draußen, sie lassen sich nicht zurückholen. Alle weiteren sind gestoppt; der Link in den Briefen führt nicht mehr zum Beitrag.
}
newsletter-no-server = Es ist kein Mailserver eingerichtet. Das erledigt, wer die Installation betreibt.
newsletter-server-refuses = Der Mailserver lässt uns nicht hinein: { $why }. Das erledigt, wer die Installation betreibt.
newsletter-day-missing = Wählen Sie einen Wochentag.
newsletter-desk-off = Zurzeit geht kein Newsletter hinaus. Schalten Sie ihn bei den Kanälen ein.
newsletter-desk-lead = Wer ihn bekommt, was hinausging und was als Nächstes hinausgeht.
newsletter-desk-public = So bestellt man ihn
newsletter-desk-counts = Wie viele ihn bekommen
newsletter-desk-each = Jeden Beitrag einzeln
newsletter-desk-digest = Gesammelt
newsletter-desk-unconfirmed = Noch nicht bestätigt
newsletter-desk-ended = Beendet
newsletter-desk-bounced = { $n ->
    [one] einer davon, weil nichts mehr ankam
   *[other] { $n } davon, weil nichts mehr ankam
}
newsletter-desk-next = Die nächste Sammlung
newsletter-desk-next-when = Sie geht hinaus: { $when }.
newsletter-desk-next-show = { $n ->
    [one] Den Brief mit einem Beitrag ansehen
   *[other] Den Brief mit { $n } Beiträgen ansehen
}
newsletter-desk-next-none = Seit der letzten Sammlung ist nichts erschienen. Dann geht auch kein Brief hinaus.
newsletter-desk-rhythm = Gesammelt wird { $slot }, im Sommer wie im Winter zur selben Uhrzeit.
newsletter-desk-day = Wochentag
newsletter-desk-time = Uhrzeit
newsletter-desk-rhythm-save = Zeit ändern
newsletter-desk-sendings = Was hinausging
newsletter-desk-sendings-none = Noch ging kein Newsletter hinaus.
newsletter-sending-each = Ein Beitrag
newsletter-sending-digest = Sammlung
newsletter-count-sent = { $n ->
    [one] 1 Brief verschickt
   *[other] { $n } Briefe verschickt
}
newsletter-count-waiting = { $n ->
    [one] 1 wartet
   *[other] { $n } warten
}
newsletter-count-refused = { $n ->
    [one] 1 abgewiesen
   *[other] { $n } abgewiesen
}
newsletter-count-unconfirmed = { $n ->
    [one] 1, von dem niemand weiß, ob er ankam
   *[other] { $n }, von denen niemand weiß, ob sie ankamen
}
newsletter-count-withdrawn = zurückgezogen
newsletter-count-none = niemand wollte ihn
newsletter-desk-search = Auskunft über eine Adresse
newsletter-desk-search-why = Fragt jemand nach den eigenen Daten, sehen Sie hier nach. Dass Sie nachgesehen haben, steht im Verlauf, die Adresse nicht. Alle Adressen zeigt niemandem eine Liste.
newsletter-desk-search-go = Nachsehen
newsletter-desk-search-none = Zu dieser Adresse ist hier nichts gespeichert.
newsletter-desk-end = Für diese Person beenden
newsletter-desk-data-hint = Die Datei geben Sie nur der Person selbst, an genau diese Adresse.
newsletter-privacy-title = Zum Newsletter
newsletter-privacy-what = Wer den Newsletter bestellt, gibt uns eine E-Mail-Adresse und sagt, wovon und wie oft. Wir nutzen sie nur dafür, auf Grund Ihrer Einwilligung (Art. 6 Abs. 1 Buchst. a DSGVO, § 6 Abs. 1 Buchst. b KDG, § 6 Nr. 2 DSG-EKD).
newsletter-privacy-proof = { $n ->
    [one] Als Beweis der Einwilligung halten wir fest, wann die Adresse eingegeben und wann sie bestätigt wurde und welchem Wortlaut zugestimmt wurde, aber keine IP-Adresse. Was nicht bestätigt wird, löschen wir nach einem Tag.
   *[other] Als Beweis der Einwilligung halten wir fest, wann die Adresse eingegeben und wann sie bestätigt wurde und welchem Wortlaut zugestimmt wurde, aber keine IP-Adresse. Was nicht bestätigt wird, löschen wir nach { $n } Tagen.
}
newsletter-privacy-no-watch = Wir messen nicht, ob oder wann jemand einen Brief liest: Er lädt keine Bilder, und seine Links führen ohne Umweg auf diese Seite.
newsletter-privacy-end = Sie beenden ihn jederzeit mit einem Klick, der Weg steht in jedem Brief. Dann löschen wir die Adresse sofort; es bleiben die Daten der Einwilligung und eine Prüfsumme der Adresse, aus der sie sich ohne unseren Schlüssel nicht gewinnen lässt, vier Jahre als Beweis. Auf derselben Seite laden Sie alles herunter, was wir über Sie wissen.
newsletter-privacy-letters = { $n ->
    [one] Welcher Brief an wen ging und ob er zurückkam, wissen wir einen Tag.
   *[other] Welcher Brief an wen ging und ob er zurückkam, wissen wir { $n } Tage.
}
newsletter-search-address = E-Mail-Adresse der Person
