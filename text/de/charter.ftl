# Der Verbund selbst: was er ist, was er regelt, was noch fehlt.
charter-title = Unser Verbund
charter-save = Speichern
charter-edit = Bearbeiten
charter-check-colour = Farbe ansehen
charter-colour-readable = Diese Farbe ist auf hellem und auf dunklem Grund gut zu lesen.
charter-please-choose = Bitte wählen

## Übersicht
charter-before-public = Bis die Seite öffentlich ist
charter-still-missing = Noch sieht niemand von außen diese Seite. Schreiben, vorschlagen und freigeben geht schon jetzt. Bevor Sie veröffentlichen, fehlt noch:
charter-nothing-missing = Alles ist da. Sobald Sie veröffentlichen, kann jeder die Seite lesen.
charter-publish = Veröffentlichen
charter-publish-missing = Es fehlt noch etwas. Auf der Seite des Verbunds steht, was.
charter-unpublish = Nicht mehr öffentlich
charter-unpublish-hint = Von außen ist dann nichts mehr zu sehen. Innen bleibt alles, wie es ist.
charter-missing-name = Der Name des Verbunds
charter-missing-claim = Ein Satz, der sagt, wer Sie sind
charter-missing-about = Ein Text „Über uns“
charter-missing-privacy = Die Datenschutzerklärung
charter-missing-houses = Mindestens zwei Häuser, die mitmachen
charter-missing-signer = Jemand, der freigeben kann, was andere schreiben: Laden Sie Menschen ein
charter-houses = Die Häuser
charter-no-houses = Noch macht kein Haus mit. Nehmen Sie das erste auf.
charter-add-house = Haus aufnehmen
charter-house-active = dabei seit { $date }
charter-house-paused = pausiert seit { $date }
charter-house-left = ausgetreten am { $date }
charter-facts = Auf einen Blick
charter-fact-name = Name
charter-fact-state = Seite
charter-fact-public = öffentlich seit { $date }
charter-fact-not-public = noch nicht öffentlich
charter-fact-address = Adresse
charter-fact-mode = Freigabe
charter-fact-languages = Sprachen
charter-fact-zone = Zeitzone
charter-fact-ends = Letzter Tag
charter-fact-end-reason = Grund
charter-languages-de = Deutsch
charter-languages-de-en = Deutsch, auch Englisch
charter-languages-en-de = Englisch, auch Deutsch
charter-languages-en = Englisch
charter-people = Menschen
charter-link-people = Wer mitmacht
charter-link-channels = Kanäle: wohin Beiträge gehen
charter-link-invite = Jemanden einladen
charter-link-audit = Was wann geändert wurde
charter-settings = Einstellungen
charter-rules = Regeln

## Einstellungen
charter-names-title = Name und Über uns
charter-names-lead = So stellt sich der Verbund auf jeder Seite vor.
charter-look-title = Farbe, Sprachen, Zeit
charter-look-lead = Die Farbe steht auf Verweisen und Knöpfen. Wo sie zu blass oder zu dunkel wäre, hellen wir sie auf oder dunkeln sie ab.
charter-address-title = Adresse
charter-address-lead = Ein neuer Name braucht oft eine neue Adresse. Die alte führt für immer zur neuen, und wer einen Feed bezieht, merkt nichts davon.
charter-legal-title = Rechtliche Texte
charter-legal-lead = Diese Texte sind von jeder Seite aus zu erreichen.
charter-field-name = Name des Verbunds
charter-field-claim = Ein Satz dazu
charter-field-claim-hint = Wer Sie sind und für wen, für Menschen, die Sie noch nicht kennen. Höchstens 160 Zeichen.
charter-field-about = Über uns
charter-field-about-simple = Über uns in Leichter Sprache
charter-field-about-simple-hint = Kurze Sätze, ein Gedanke je Satz, keine Fremdwörter.
charter-field-accent = Farbe
charter-field-languages = Sprachen
charter-field-languages-hint = In welcher Sprache schreiben Sie meistens?
charter-field-zone = Zeitzone
charter-field-zone-hint = Alle Uhrzeiten gelten hier.
charter-field-slug = Adresse
charter-field-slug-hint = Das Stück hinter dem letzten Schrägstrich: Kleinbuchstaben, Ziffern und Bindestriche. Frühere Adressen führen weiter hierher.
charter-field-domain = Eigene Domain
charter-field-domain-hint = Falls Sie eine haben, zum Beispiel www.bibliothekshelden.de. Sie muss auf diesen Server zeigen; Ihre IT oder Ihr Anbieter richtet das ein.
charter-field-imprint = Impressum: was noch dazugehört
charter-field-imprint-hint = Zum Beispiel Registernummer oder Umsatzsteuer-Nummer. Anbieter, Anschrift und Verantwortliche haben ein eigenes Formular: „Impressum“.
charter-field-privacy = Datenschutzerklärung
charter-field-privacy-hint = Was für jedes Haus gilt (DSGVO oder kirchliches Recht), schreiben wir selbst darunter.
charter-field-barrier = Barrierefreiheit in Ihren Worten
charter-field-barrier-hint = Steht mitten in der Erklärung zur Barrierefreiheit. Wie weit die Seite zugänglich ist, tragen Sie dort ein, nicht hier.
charter-field-netiquette = Netiquette
charter-field-netiquette-hint = Wie man hier miteinander umgeht.

## Ende
charter-ending-title = Den Verbund beenden
charter-ending-lead = Nach dem letzten Tag bleibt alles lesbar, mit dem Grund auf jeder Seite. Geschrieben und geändert wird dann nichts mehr. Bis dahin können Sie es sich anders überlegen.
charter-ending-set = Ende festlegen
charter-ending-cancel = Doch nicht beenden
charter-ending-past = Dieser Tag ist schon vorbei.
charter-ending-reason = Bitte schreiben Sie in einem Satz, warum. Das lesen alle, die später auf die Seite kommen.
charter-field-last-day = Letzter Tag
charter-field-end-reason = Grund
charter-field-end-reason-hint = Steht öffentlich auf der Seite.

## Alles anhalten
charter-halt-title = Alles anhalten
charter-halt-lead = Für den Notfall: Bis Sie es aufheben, erscheint nichts Neues. Was schon öffentlich ist, bleibt. Schreiben und freigeben geht weiter.
charter-halt-since = Seit { $when } ist alles angehalten. Das war { $name }, mit dieser Begründung:
charter-halt-begin = Alles anhalten
charter-halt-end = Aufheben
charter-halt-who-ends = Aufheben kann das die Koordination oder die Leitung eines Hauses.
charter-halt-reason-missing = Bitte schreiben Sie kurz, warum. Die anderen Häuser lesen es.
charter-halt-nothing-at-once = Beim Aufheben erscheint nichts sofort: Kein Beitrag ist überfällig.
charter-halt-at-once =
    { $n ->
        [one] Beim Aufheben erscheint sofort ein Beitrag
       *[other] Beim Aufheben erscheinen sofort { $n } Beiträge
    }
charter-halt-later =
    { $n ->
        [one] Danach ist ein Beitrag geplant
       *[other] Danach sind { $n } Beiträge geplant
    }
charter-field-halt-reason = Warum?
charter-field-halt-reason-hint = Ein Satz genügt. Ihn lesen alle im Verbund, niemand draußen.

## Freigabe
charter-mode-title = Wie freigegeben wird
charter-mode-lead = Eine Änderung gilt erst, wenn ein anderes Haus zustimmt. Was schon vorgeschlagen ist, bleibt bei der alten Regel.
charter-mode-now = Jetzt gilt
charter-mode-waiting = Vorgeschlagen ist
charter-mode-change = Etwas anderes vorschlagen
charter-mode-propose = Vorschlagen
charter-mode-agree = Zustimmen
charter-mode-reject = Ablehnen
charter-mode-withdraw = Zurücknehmen
charter-mode-choose = Bitte wählen Sie, was gelten soll.
charter-mode-past = Früher entschieden
charter-mode-proposed = { $name } hat das vorgeschlagen: { $when }. Jetzt muss jemand aus einem anderen Haus zustimmen. ({ $mode })
charter-mode-agreed = { $when }: { $name } hat zugestimmt. { $mode }
charter-mode-dropped = { $when }: Der Vorschlag von { $name } wurde nicht angenommen. { $mode }
charter-field-mode = Was soll gelten?

## Was gerade geschehen ist
charter-done-saved = Gespeichert.
charter-done-published = Die Seite ist jetzt öffentlich.
charter-done-unpublished = Die Seite ist nicht mehr öffentlich.
charter-done-ending = Der letzte Tag steht fest.
charter-done-ending-cancelled = Der Verbund geht weiter.
charter-done-halted = Alles ist angehalten.
charter-done-halt-lifted = Aufgehoben. Es erscheint wieder Neues.
charter-done-mode-proposed = Vorgeschlagen. Jetzt ist ein anderes Haus dran.
charter-done-mode-agreed = Zugestimmt. Das gilt ab jetzt.
charter-done-mode-rejected = Abgelehnt. Es bleibt, wie es war.
charter-done-mode-withdrawn = Zurückgenommen. Es bleibt, wie es war.
charter-done-house-added = Das Haus ist dabei. Wann hat es geöffnet?
charter-done-house-paused = Das Haus pausiert.
charter-done-house-resumed = Das Haus ist wieder dabei.
charter-done-house-left = Das Haus ist ausgetreten. Seine Beiträge bleiben.
charter-done-house-returned = Das Haus ist wieder da.
charter-mode-letter = { $name } schlägt vor, die Freigabe zu ändern
charter-mode-letter-agreed = Ab jetzt wird anders freigegeben
charter-mode-letter-agreed-body = { $name } hat der Änderung zugestimmt. Für alles, was ab jetzt vorgeschlagen wird, gilt die neue Regel. Was schon vorgeschlagen war, wird noch nach der alten geprüft.
charter-mode-letter-body = { $name } schlägt vor, die Regel für Freigaben im Verbund zu ändern. Damit sie gilt, muss jemand aus einem anderen Haus zustimmen. Sehen Sie es sich bitte an.
charter-letter-ending-subject = { $consortium } endet am { $day }
charter-letter-ending = { $by } hat den letzten Tag von { $consortium } festgelegt: { $day }. Der Grund: „{ $reason }“

    Bis dahin geht alles weiter wie bisher. Danach bleibt alles zu lesen, geschrieben wird nichts mehr; was dann noch auf eine Freigabe wartet, erscheint nicht.
charter-letter-going-on-subject = { $consortium } geht weiter
charter-letter-going-on = { $by } hat das angekündigte Ende von { $consortium } abgesagt. Alles geht weiter wie bisher.
