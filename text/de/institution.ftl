# Words of the room institution.

## Kennungen
institution-identifier-empty = Bitte geben Sie die { $field } ein oder lassen Sie das Feld leer.
institution-identifier-several = Hier stehen mehrere Nummern. Bitte geben Sie nur eine { $field } ein.
institution-identifier-misplaced = „{ $value }“ ist keine { $field }, sondern gehört in das Feld { $belongs }.
institution-isil-hyphen = „{ $value }“ ist keine vollständige ISIL. Meinen Sie { $suggestion }?
institution-isil-shape = „{ $value }“ ist keine ISIL. Sie besteht aus Kürzel, Bindestrich und Nummer, zum Beispiel DE-107.
institution-isil-long = „{ $value }“ ist zu lang: Eine ISIL hat höchstens 16 Zeichen.
institution-isil-museum = „{ $value }“ ist keine ISIL eines Museums: Auf DE-MUS- folgen genau sechs Ziffern.
institution-isil-pseudo = „{ $value }“ ist keine echte ISIL, sondern ein Notbehelf aus der Bibliotheksstatistik. Bitte lassen Sie das Feld leer.
institution-dbs-shape = „{ $value }“ ist keine DBS-ID. Sie besteht aus zwei Buchstaben und genau drei Ziffern, zum Beispiel AB123.
institution-gnd-shape = „{ $value }“ ist keine GND-Nummer. Sie sieht so aus: 2100344-0.
institution-gnd-check = In der GND-Nummer „{ $value }“ stimmt die Prüfziffer nicht. Vermutlich ist eine Ziffer vertauscht.
institution-qid-shape = „{ $value }“ ist keine Wikidata-QID. Sie besteht aus einem Q und einer Nummer, zum Beispiel Q42.

## Zeiten in Worten
institution-weekday-long =
    { $weekday ->
        [1] Montag
        [2] Dienstag
        [3] Mittwoch
        [4] Donnerstag
        [5] Freitag
        [6] Samstag
       *[7] Sonntag
    }
institution-weekday-short =
    { $weekday ->
        [1] Mo
        [2] Di
        [3] Mi
        [4] Do
        [5] Fr
        [6] Sa
       *[7] So
    }
institution-month-long =
    { $month ->
        [1] Januar
        [2] Februar
        [3] März
        [4] April
        [5] Mai
        [6] Juni
        [7] Juli
        [8] August
        [9] September
        [10] Oktober
        [11] November
       *[12] Dezember
    }

## Heute geöffnet
institution-today-open = heute bis { $until } Uhr
institution-today-open-again = heute bis { $until } Uhr und wieder { $spans } Uhr
institution-today-always = rund um die Uhr geöffnet
institution-today-later = heute { $from } bis { $to } Uhr
institution-today-later-several = heute { $spans } Uhr
institution-today-closed =
    { $since ->
        [now] jetzt geschlossen
       *[today] heute geschlossen
    }
institution-today-closed-tomorrow = { institution-today-closed }, wieder morgen { $at } Uhr
institution-today-closed-weekday = { institution-today-closed }, wieder { institution-weekday-short } { $at } Uhr
institution-today-closed-date = { institution-today-closed }, wieder { institution-weekday-short }, { $day }. { institution-month-long }, { $at } Uhr
institution-today-request = geöffnet: { $how }
institution-today-uncertain = heute unsicher, bitte fragen Sie nach
institution-today-unknown = Öffnungszeiten unbekannt
institution-row-open = { $spans } Uhr
institution-row-closed = geschlossen
institution-row-uncertain = noch nicht bekannt

## Öffnungszeiten eingeben
institution-hours-osm = „{ $value }“ ist keine Angabe nach den Regeln von OpenStreetMap (opening_hours).
institution-hours-kept = Diese Angabe kann das Formular nicht zeigen. Sie bleibt erhalten und gilt: { $raw }
institution-hours-span = „{ $value }“ wurde nicht verstanden. Schreiben Sie zum Beispiel: 9–12, 14:30–18 Uhr.
institution-hours-end = Bis wann ist geöffnet? Nach { $from } Uhr fehlt das Ende, zum Beispiel: { $from }–18 Uhr.
institution-hours-backwards = { $from } bis { $to } geht nicht: Das Ende liegt nicht nach dem Anfang.
institution-hours-overlap = { $first } und { $second } überschneiden sich.
institution-hours-many =
    { $n ->
        [one] Mehr als eine Zeit am Tag geht nicht.
       *[other] Mehr als { $n } Zeiten am Tag gehen nicht.
    }
institution-hours-monthly = Bitte wählen Sie, der wievielte Wochentag im Monat gemeint ist.
institution-hours-date = „{ $value }“ ist kein Datum. Schreiben Sie zum Beispiel: 24.12.2026.
institution-hours-period = Der letzte Tag ({ $value }) liegt vor dem ersten.
institution-hours-unread = „{ $part }“ wurde nicht verstanden. Bitte tragen Sie es selbst ein.
institution-hours-unread-day = Bei „{ $part }“ fehlt der Wochentag.

## Hausmarken
institution-mark-gable = Giebelhaus
institution-mark-stepped = Treppengiebel
institution-mark-timbered = Fachwerk
institution-mark-slate = Schieferhaus
institution-mark-tower = Haus mit Turm
institution-mark-modern = Neubau
institution-mark-columns = Säulen
institution-mark-boxes = Archivschachteln

## Träger und Datenschutzrecht
institution-carrier-municipality = Stadt oder Gemeinde
institution-carrier-district = Kreis
institution-carrier-catholic = katholische Kirchengemeinde
institution-carrier-protestant = evangelische Kirchengemeinde
institution-carrier-association = Verein
institution-carrier-foundation = Stiftung
institution-carrier-other = anderer Träger
institution-regime-public = DSGVO und DSG NRW
institution-regime-kdg = KDG (katholische Kirche)
institution-regime-dsgekd = DSG-EKD (evangelische Kirche)
institution-regime-private = DSGVO und BDSG (Verein, private Träger)
institution-authority-ldi = Landesbeauftragte für Datenschutz und Informationsfreiheit Nordrhein-Westfalen
institution-authority-kdsz = Katholisches Datenschutzzentrum, Dortmund
institution-authority-bfd = Der Beauftragte für den Datenschutz der EKD, Hannover
institution-privacy-public-law = Für { $house } ist { $carrier } verantwortlich. Es gelten die Datenschutz-Grundverordnung (DSGVO) und das Datenschutzgesetz Nordrhein-Westfalen (DSG NRW).
institution-privacy-public-ground = { $house } verarbeitet Daten, um eine öffentliche Aufgabe zu erfüllen (Art. 6 Abs. 1 Buchst. e DSGVO in Verbindung mit § 3 DSG NRW), oder weil Sie eingewilligt haben (Art. 6 Abs. 1 Buchst. a DSGVO).
institution-privacy-private-law = Für { $house } ist { $carrier } verantwortlich. Es gelten die Datenschutz-Grundverordnung (DSGVO) und das Bundesdatenschutzgesetz (BDSG).
institution-privacy-private-ground = { $house } verarbeitet Daten, weil daran ein berechtigtes Interesse besteht (Art. 6 Abs. 1 Buchst. f DSGVO), oder weil Sie eingewilligt haben (Art. 6 Abs. 1 Buchst. a DSGVO).
institution-privacy-gdpr-rights = Sie können von { $house } Auskunft, Berichtigung, Löschung, Einschränkung und eine Kopie Ihrer Daten verlangen und der Verarbeitung widersprechen (Art. 15 bis 21 DSGVO). Eine Einwilligung können Sie jederzeit zurücknehmen.
institution-privacy-gdpr-complaint = Beschweren können Sie sich nach Art. 77 DSGVO bei: { $authority }.
institution-privacy-kdg-law = Für { $house } ist { $carrier } verantwortlich. An die Stelle der DSGVO tritt nach deren Art. 91 das Gesetz über den Kirchlichen Datenschutz (KDG).
institution-privacy-kdg-ground = { $house } verarbeitet Daten, um eine Aufgabe im kirchlichen Interesse zu erfüllen, oder weil Sie eingewilligt haben. Beides regelt § 6 KDG.
institution-privacy-kdg-rights = Sie können von { $house } nach dem KDG Auskunft, Berichtigung, Löschung, Einschränkung und eine Kopie Ihrer Daten verlangen und der Verarbeitung widersprechen. Eine Einwilligung können Sie jederzeit zurücknehmen.
institution-privacy-kdg-complaint = Beschweren können Sie sich nach dem KDG bei der kirchlichen Datenschutzaufsicht: { $authority }.
institution-privacy-dsgekd-law = Für { $house } ist { $carrier } verantwortlich. An die Stelle der DSGVO tritt nach deren Art. 91 das Datenschutzgesetz der Evangelischen Kirche in Deutschland (DSG-EKD).
institution-privacy-dsgekd-ground = { $house } verarbeitet Daten, um eine Aufgabe im kirchlichen Interesse zu erfüllen, oder weil Sie eingewilligt haben. Beides regelt § 6 DSG-EKD.
institution-privacy-dsgekd-rights = Sie können von { $house } nach dem DSG-EKD Auskunft, Berichtigung, Löschung, Einschränkung und eine Kopie Ihrer Daten verlangen und der Verarbeitung widersprechen. Eine Einwilligung können Sie jederzeit zurücknehmen.
institution-privacy-dsgekd-complaint = Beschweren können Sie sich nach § 46 DSG-EKD bei der kirchlichen Datenschutzaufsicht: { $authority }.

## Die Angaben eines Hauses
institution-kind-library = Bibliothek
institution-kind-museum = Museum
institution-kind-archive = Archiv
institution-kind-other = andere Einrichtung
institution-form-missing = Diese Angabe fehlt noch.
institution-form-choose = Bitte wählen Sie etwas aus.
institution-form-long =
    { $n ->
        [one] Das ist zu lang: Höchstens ein Zeichen passt.
       *[other] Das ist zu lang: Höchstens { $n } Zeichen passen.
    }
institution-form-regime = Bei diesem Träger können wir das Datenschutzrecht nicht vermuten. Bitte wählen Sie es selbst.
institution-form-swapped = Breite und Länge sind wohl vertauscht: Die Breite liegt in Deutschland zwischen 47 und 55, die Länge zwischen 6 und 15.
institution-form-half = Für die Lage braucht es beide Zahlen, oder keine.
institution-form-degrees = „{ $value }“ ist keine Angabe in Grad. Schreiben Sie zum Beispiel: 51,8436.
institution-form-email = „{ $value }“ ist keine E-Mail-Adresse.
institution-form-website = „{ $value }“ ist keine Internetadresse. Schreiben Sie zum Beispiel: www.buecherei-borken.de.
institution-form-capacity = „{ $value }“ wurde nicht verstanden. Schreiben Sie die Stunden in der Woche, zum Beispiel: 1,5.
institution-form-slug-taken = Diese Adresse hat schon ein anderes Haus Ihres Verbunds, jetzt oder früher.
institution-colour-alike = { $house } hat eine sehr ähnliche Farbe. Das ist erlaubt, denn Zeichen und Name stehen immer dabei; eine andere lässt sich leichter unterscheiden.
institution-form-isil-taken = { $isil } gehört schon zu { $house }. Eine ISIL gibt es nur einmal: Bitte prüfen Sie beide Häuser oder lassen Sie das Feld hier leer.
