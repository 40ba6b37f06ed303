# Am Schreibtisch: Impressum, Erklärung zur Barrierefreiheit, gemeldete Barrieren.
charter-look-after = Bitte nachsehen
charter-look-after-too = Bitte sehen Sie auch hier nach:
charter-lacks = Es fehlt: { $what }
charter-missing-provider = Impressum: wer die Seite anbietet
charter-missing-address = Impressum: die Anschrift
charter-missing-represented-by = Impressum: wer den Anbieter vertritt
charter-missing-email = Impressum: eine E-Mail-Adresse, auch für Fragen zum Datenschutz
charter-missing-responsible = Impressum: wer für die Inhalte verantwortlich ist
charter-missing-statement = Die Erklärung zur Barrierefreiheit

## Impressum
charter-imprint-title = Impressum
charter-imprint-lead = Ein Verbund ist selbst keine Rechtsperson. Jemand muss deshalb als Anbieter einstehen: eine Stadt, eine Gemeinde, ein Verein. Die Häuser und ihre Träger stehen von selbst darunter.
charter-imprint-more = Weitere Angaben (Register, Umsatzsteuer) unter „Rechtliche Texte“
charter-field-provider = Wer bietet die Seite an?
charter-field-provider-hint = Der Name der Rechtsperson, zum Beispiel „Stadt Rhede“ oder „Bücherfreunde e. V.“.
charter-field-address = Anschrift
charter-field-address-hint = Straße und Ort, kein Postfach: Hier muss Post zugestellt werden können.
charter-field-represented-by = Wer vertritt den Anbieter?
charter-field-represented-by-hint = Zum Beispiel „die Bürgermeisterin“ mit Namen oder „der Vorstand“ mit Namen.
charter-field-imprint-email = E-Mail
charter-field-imprint-email-hint = Die eine Adresse für alle Anliegen, auch für Fragen zum Datenschutz und zu Barrieren.
charter-field-imprint-phone = Telefon
charter-field-responsible = Wer ist für die Inhalte verantwortlich?
charter-field-responsible-hint = Name und Anschrift einer Person (§ 18 Abs. 2 MStV).

## Erklärung zur Barrierefreiheit
charter-accessibility-title = Erklärung zur Barrierefreiheit
charter-accessibility-lead = Aus Ihren Angaben schreiben wir die Erklärung, die das Gesetz verlangt. Sehen Sie sie einmal im Jahr durch.
charter-accessibility-public = So steht sie auf der Seite
charter-accessibility-overdue = Seit mehr als einem Jahr hat das niemand durchgesehen. Stimmt noch alles? Dann tragen Sie den heutigen Tag ein.
charter-field-conformity = Wie zugänglich ist die Seite?
charter-field-conformity-hint = Maßstab ist die BITVNRW, also die Norm EN 301 549 mit den Regeln der WCAG 2.1, Stufe AA.
charter-conformity-full = Vollständig zugänglich
charter-conformity-partly = Teilweise: mit Ausnahmen, die unten stehen
charter-conformity-not = Noch nicht zugänglich
charter-gaps = Was nicht zugänglich ist
charter-gaps-hint = Zum Beispiel „Die Pläne in älteren Beiträgen sind nur als Bild da“. Leere Zeilen fallen weg; nach dem Speichern gibt es neue.
charter-gap-nth = Zeile { $n }
charter-gap-what = Was
charter-gap-reason = Warum
charter-gap-instead = Was es stattdessen gibt
charter-gap-reason-unfinished = Wir arbeiten daran
charter-gap-reason-burden = Unverhältnismäßiger Aufwand
charter-gap-reason-exempt = Vom Gesetz ausgenommen
charter-field-assessed = Wie haben Sie das herausgefunden?
charter-assessed-ourselves = Selbst geprüft
charter-assessed-outside = Von außen prüfen lassen
charter-field-made-on = Erstellt am
charter-field-reviewed-on = Zuletzt durchgesehen am
charter-field-office = Ombudsstelle
charter-field-office-hint = Leer lassen, wenn es die des Landes Nordrhein-Westfalen ist. Sonst Name, Anschrift und E-Mail, jedes in einer Zeile.
charter-field-simple-holds = Der Text in Leichter Sprache stimmt noch
charter-field-simple-holds-hint = „Über uns“ wurde nach ihm geändert. Kreuzen Sie an, wenn er trotzdem noch passt.

## Gemeldete Barrieren
charter-barriers-title = Gemeldete Barrieren
charter-barriers-lead = Wer auf der Seite etwas nicht lesen, hören oder bedienen kann, bekommt innerhalb von zwei Wochen eine Antwort. Dauert es länger, genügt zuerst eine kurze Nachricht; nach sechs Wochen muss die Antwort da sein.
charter-barriers-open = Noch nicht beantwortet
charter-barriers-none = Gerade wartet niemand auf eine Antwort.
charter-barriers-form = Das Formular auf der öffentlichen Seite
charter-barriers-answered = Schon beantwortet
charter-reported = Barrieren
charter-reported-none = Keine Meldung wartet auf Antwort.
charter-reported-open =
    { $n ->
        [one] Eine Meldung wartet auf Antwort.
       *[other] { $n } Meldungen warten auf Antwort.
    }
charter-barrier-number = Meldung { $n }
charter-barrier-due = Antwort bis { $date }.
charter-barrier-answered = Beantwortet am { $date }.
charter-barrier-said = Was nicht geht
charter-barrier-received = Eingegangen
charter-barrier-until = Antwort bis
charter-barrier-answered-at = Beantwortet
charter-barrier-answered-by = Von
charter-barrier-interim-at = Zwischennachricht
charter-barrier-page = Auf der Seite
charter-barrier-person = Kümmert sich
charter-barrier-reply = Antwort an
charter-barrier-reply-none = Es wurde keine Adresse angegeben.
charter-barrier-reply-hidden = Sieht nur, wer antworten darf.
charter-barrier-reply-forgotten = Die Adresse ist gelöscht, wie zugesagt.
charter-barrier-give = Wer kümmert sich?
charter-barrier-take = Ich kümmere mich
charter-barrier-to = Oder jemand anderes
charter-barrier-nobody = Noch niemand
charter-barrier-house = Das Haus { $house }
charter-barrier-give-do = Übergeben
charter-barrier-nobody-known = Diese Person oder dieses Haus gehört nicht zum Verbund.
charter-barrier-answer = Antwort
charter-barrier-way-letter = Die Antwort geht als E-Mail an die Person, die es gemeldet hat.
charter-barrier-way-other = Es wurde keine E-Mail-Adresse angegeben, aber ein anderer Weg. Bitte geben Sie die Antwort so weiter und halten Sie hier fest, was Sie gesagt haben.
charter-barrier-way-none = Die Person möchte keine Antwort oder hat keinen Weg genannt. Halten Sie hier fest, was zu sagen wäre.
charter-barrier-answer-text = Was Sie antworten
charter-barrier-answer-hint = Der Hinweis auf die Ombudsstelle gehört nach dem Gesetz dazu. Schreiben Sie in die Mitte, was Sie geändert haben oder warum es noch nicht geht.
charter-barrier-note = Was getan wurde
charter-barrier-note-hint = Ein Satz für uns im Verbund. Er geht nicht hinaus.
charter-barrier-note-missing = Bitte halten Sie in einem Satz fest, was getan wurde.
charter-barrier-answer-do = Antworten und abschließen
charter-barrier-interim = Dauert es länger?
charter-barrier-interim-open = Eine Zwischennachricht schreiben
charter-barrier-interim-text = Zwischennachricht
charter-barrier-interim-hint = Danach ist Zeit bis sechs Wochen nach der Meldung.
charter-barrier-interim-do = Zwischennachricht geben
charter-barrier-words-missing = Bitte schreiben Sie hier etwas.
charter-barrier-who = Antworten können die Koordination, die Leitungen der Häuser und wer sich gerade darum kümmert.
charter-barrier-closed = Diese Meldung ist schon beantwortet.
charter-done-report-given = Festgehalten, wer sich kümmert.
charter-done-report-put-off = Die Zwischennachricht ist festgehalten. Jetzt ist Zeit bis sechs Wochen nach der Meldung.
charter-done-report-answered = Beantwortet. Die Meldung ist abgeschlossen.
