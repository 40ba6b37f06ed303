# Ein Haus im Verbund: seine Angaben, seine Öffnungszeiten, ob es dabei ist.
charter-house-new = Ein Haus aufnehmen
charter-house-new-lead = Das Nötigste genügt für den Anfang. Den Rest trägt das Haus selbst ein.
charter-house-lead = So zeigt sich das Haus auf der gemeinsamen Seite.
charter-house-add = Aufnehmen
charter-regime-usual = Wie bei diesem Träger üblich
charter-field-kind = Was für ein Haus ist es?
charter-field-official-name = Amtlicher Name
charter-field-official-name-hint = Wie er im Briefkopf steht.
charter-field-display-name = Name auf der Seite
charter-field-display-name-hint = Leer lassen, wenn es derselbe ist.
charter-field-short-name = Kurzname
charter-field-short-name-hint = Steht neben dem Zeichen, meist der Ort: „Borken“.
charter-field-house-about = Über das Haus
charter-field-appearance = Zeichen und Farbe
charter-field-appearance-hint = Zeichen, Farbe und Kurzname stehen immer zusammen.
charter-field-mark = Zeichen
charter-field-colour = Farbe
charter-field-visit = Besuch und Kontakt
charter-field-street = Straße und Hausnummer
charter-field-postcode = Postleitzahl
charter-field-place = Ort
charter-field-lat = Lage: Breite
charter-field-lat-hint = In Grad, zum Beispiel 51,8436. Darf fehlen.
charter-field-lon = Lage: Länge
charter-field-lon-hint = In Grad, zum Beispiel 6,8597.
charter-field-accessibility = Barrierefreiheit
charter-field-accessibility-hint = Stufen, Aufzug, Toilette, Induktionsschleife: was man vor dem Besuch wissen will.
charter-field-phone = Telefon
charter-field-email = E-Mail
charter-field-website = Eigene Internetseite
charter-field-law = Träger und Datenschutz
charter-field-law-hint = Kommunale Häuser arbeiten nach DSGVO und DSG NRW, Vereine nach DSGVO und BDSG. Für Kirchengemeinden gilt das Recht ihrer Kirche: KDG oder DSG-EKD. Das steht dann so in der Datenschutzerklärung.
charter-field-carrier-kind = Träger
charter-field-carrier-name = Name des Trägers
charter-field-carrier-name-hint = Zum Beispiel „Stadt Borken“.
charter-field-regime = Datenschutzrecht
charter-field-numbers = Kennungen
charter-field-numbers-hint = Damit die Welt das Haus eindeutig erkennt. Alle dürfen fehlen.
charter-field-isil = ISIL
charter-field-isil-hint = Zum Beispiel DE-107.
charter-field-dbs = DBS-ID
charter-field-dbs-hint = Aus der Bibliotheksstatistik, zum Beispiel AB123.
charter-field-gnd = GND
charter-field-gnd-hint = Zum Beispiel 2100344-0.
charter-field-qid = Wikidata
charter-field-qid-hint = Zum Beispiel Q42.
charter-field-share = Mitwirkung
charter-field-capacity = Stunden in der Woche
charter-field-capacity-hint = Wie viel Zeit das Haus für die gemeinsame Seite vereinbart hat, zum Beispiel 1,5.

## Öffnungszeiten
charter-hours-title = Öffnungszeiten
charter-hours-lead = Schreiben Sie die Zeiten, wie Sie sie aushängen: 9–12, 14:30–18 Uhr. Ein leeres Feld heißt geschlossen.
charter-hours-paste = Aus Ihrer Internetseite einfügen
charter-hours-paste-label = Kopierte Öffnungszeiten
charter-hours-paste-hint = Zum Beispiel: Mo–Fr 10–18 Uhr, Sa 10–13 Uhr, feiertags geschlossen. Daraus wird ein Vorschlag; gespeichert wird noch nichts.
charter-hours-paste-do = Ins Formular übernehmen
charter-hours-suggested = Das ist ein Vorschlag aus Ihrem Text. Bitte prüfen Sie ihn und speichern Sie dann.
charter-hours-week = Die Woche
charter-hours-week-hint = Höchstens drei Zeiten am Tag, mit Komma getrennt.
charter-hours-public = An gesetzlichen Feiertagen geschlossen
charter-hours-school = In den Schulferien
charter-hours-school-usual = wie sonst auch
charter-hours-school-closed = geschlossen
charter-hours-school-other = mit anderen Zeiten
charter-hours-school-week = Zeiten in den Schulferien
charter-hours-monthly = Einmal im Monat
charter-hours-monthly-hint = Zum Beispiel jeden ersten Samstag. Ohne Uhrzeit zählt die Zeile nicht.
charter-hours-monthly-nth = Der wievielte
charter-hours-monthly-day = Wochentag
charter-hours-nth =
    { $n ->
        [-1] letzte
       *[other] { $n }.
    }
charter-hours-exceptions = Ausnahmen
charter-hours-exceptions-hint = Tage oder Zeiträume mit anderen Zeiten. Ohne Uhrzeit heißt geschlossen.
charter-hours-from = Erster Tag
charter-hours-to = Letzter Tag
charter-hours-times = Uhrzeiten
charter-hours-why = Anlass
charter-hours-more = Hinweise
charter-hours-note = Außerhalb der Zeiten
charter-hours-note-hint = Zum Beispiel: nach Vereinbarung.
charter-hours-opening-note = Hinweis auf der Hausseite
charter-hours-raw = Für Kundige: OpenStreetMap-Schreibweise
charter-hours-raw-label = Regeln, die das Formular nicht zeigen kann
charter-hours-raw-hint = Nach den Regeln von opening_hours. Meist leer.
charter-hours-preview = Vorschau
charter-hours-preview-title = So lesen es Besucher

## Pausieren und austreten
charter-part-title = Pausieren oder austreten
charter-part-who = Pausieren lassen und austreten kann die Leitung des Hauses oder die Koordination.
charter-part-has-left = { $house } ist ausgetreten. Die Beiträge des Hauses stehen weiter da, mit seinem Namen.
charter-return = Wieder aufnehmen
charter-return-regret = Bis { $until } können Sie den Austritt zurücknehmen: Dann ist es, als wäre er nicht geschehen, auch für die Menschen des Hauses.
charter-return-new = Das Haus kann neu beitreten. Seine Beiträge und seine Adresse gehören ihm weiter, seine Menschen laden Sie neu ein.
charter-pause = Pausieren
charter-pause-asked = Das Haus wird nicht mehr um Freigaben gebeten. Was gerade bei ihm wartet, geht an andere.
charter-pause-people = Seine Menschen können weiter alles lesen, aber nichts schreiben oder freigeben.
charter-pause-page = Seine Seite und seine Beiträge bleiben, wie sie sind.
charter-pause-end = Es kann jederzeit wieder mitmachen.
charter-pause-do = Pausieren
charter-pause-now = { $house } pausiert.
charter-resume-do = Wieder mitmachen
charter-leave = Austreten
charter-leave-posts = Die Beiträge des Hauses bleiben öffentlich, und sein Name bleibt daran.
charter-leave-nobody = Niemand verliert den Zugang.
charter-leave-people = Sofort keinen Zugang mehr haben:
charter-leave-asks =
    { $n ->
        [0] Bei dem Haus wartet gerade keine Freigabe.
        [one] Eine Freigabe, die bei dem Haus wartet, geht an ein anderes.
       *[other] { $n } Freigaben, die bei dem Haus warten, gehen an andere.
    }
charter-leave-arrangement = Die Vereinbarung über die gemeinsame Verantwortung bekommt eine neue Fassung ohne dieses Haus; die alte bleibt aufgehoben.
charter-leave-regret = Zwei Wochen lang kann die Koordination den Austritt zurücknehmen. Wer den Verbund koordiniert hat und nur zu diesem Haus gehört, koordiniert dann nicht von selbst wieder.
charter-leave-coordination = Die Menschen dieses Hauses koordinieren den Verbund allein. Bitte übergeben Sie die Koordination zuerst an jemanden aus einem anderen Haus.
charter-leave-do = { $house } tritt aus
