# Frage stellen: das Formular auf den öffentlichen Seiten.
conversation-ask-title = Frage stellen
conversation-ask-description = Fragen Sie uns: zu einem Haus, zu einem Beitrag, zu allem anderen. Ein Mensch antwortet Ihnen.
conversation-ask-ended = Dieser Verbund hat geendet. Hier antwortet niemand mehr; wenden Sie sich an die Häuser selbst.
conversation-ask-house = An wen geht die Frage?
conversation-ask-any = Weiß nicht
conversation-ask-text = Ihre Frage
conversation-ask-text-hint = Bitte keine Ausweisnummern und nichts über die Gesundheit.
conversation-ask-missing = Schreiben Sie uns Ihre Frage.
conversation-ask-name = Wie dürfen wir Sie nennen?
conversation-ask-email = E-Mail für die Antwort
conversation-ask-email-hint = Ohne Adresse können wir Ihnen nicht antworten. Sie wird nur dafür benutzt und nicht veröffentlicht.
conversation-ask-email-wrong = Das ist keine E-Mail-Adresse, an die wir schreiben können.
conversation-ask-website = Bitte leer lassen (gegen Programme, die Formulare ausfüllen)
conversation-ask-website-filled = Dieses Feld muss leer bleiben. Löschen Sie, was darin steht, und senden Sie noch einmal.
conversation-ask-consent = Ich bin einverstanden, dass meine Angaben gespeichert werden, bis meine Frage beantwortet ist, und danach noch 90 Tage. Ich kann sie jederzeit löschen lassen.
conversation-ask-consent-missing = Ohne Ihr Einverständnis dürfen wir die Frage nicht speichern.
conversation-ask-privacy = Wer Ihre Angaben sieht und wann sie gelöscht werden:
conversation-ask-needed = Mit * bezeichnete Felder brauchen wir.
conversation-ask-send = Frage absenden
conversation-asked-title = Ihre Frage an uns
conversation-asked-number = Nummer
conversation-asked-received = Eingegangen
conversation-asked-house = Es antwortet
conversation-asked-due = Spätestens
conversation-asked-mail = Danke. Ihre Frage ist da. Die Antwort kommt als E-Mail.
conversation-asked-no-mail = Danke. Ihre Frage ist da. Weil Sie keine E-Mail-Adresse hinterlassen haben, können wir Ihnen nicht antworten; gelesen wird sie.
conversation-asked-done = Ihre Frage ist bearbeitet.
conversation-asked-gone = Text, Name und Adresse sind gelöscht.
conversation-asked-keep = Heben Sie die Adresse dieser Seite auf: Nur mit ihr können Sie die Frage zurückziehen.
conversation-asked-withdraw = Frage zurückziehen und alles löschen
conversation-asked-again = Noch etwas fragen
conversation-receipt-subject = Ihre Frage Nr. { $number } an { $consortium } ist da
conversation-receipt-body =
    Guten Tag,

    Ihre Frage Nr. { $number } an { $consortium } ist angekommen. Eine Antwort bekommen Sie spätestens am { $due }.

    Stand ansehen, oder die Frage zurückziehen und alles löschen lassen:
    { $link }

    Wenn Sie nichts gefragt haben, hat jemand Ihre Adresse eingetippt. Öffnen Sie die Seite und lassen Sie alles löschen.
