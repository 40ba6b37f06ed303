# Wer dazugehört, und wer die Installation betreibt.
member-role = Aufgabe
member-role-staff = Team
member-role-head = Leitung
member-role-volunteer = Ehrenamt
member-role-signing-volunteer = Ehrenamt mit Freigabe
member-role-coordinator = Koordination
member-role-coach = Begleitung
member-role-operator = Betrieb
member-role-missing = Wählen Sie eine Aufgabe.
member-role-hint = Begleitung und Koordination lädt die Koordination ein.
member-role-hint-coordination = Koordination und Begleitung stehen über den Häusern; das Haus zählt bei ihnen nicht. Begleitung liest und kommentiert, gibt aber nie frei.
member-house = Haus
member-no-house = Kein Haus
member-house-missing = Team, Leitung und Ehrenamt gehören zu einem Haus. Wählen Sie eines.
member-house-left = Dieses Haus gehört nicht mehr zum Verbund.
member-people-title = Menschen
member-invite-title = Einladen
member-invite-go = Einladung erstellen
member-coach-until = Begleitung bis einschließlich
member-coach-until-hint = Nur für Begleitung: An diesem Tag endet sie von selbst.
member-places = Plätze
member-places-hint = Ein Code kann für viele gelten, etwa für zwanzig Ehrenamtliche.
member-places-wrong = Zwischen 1 und { $n } Plätzen sind möglich.
member-places-taken = { $n ->
    [one] { $taken } von einem Platz vergeben
   *[other] { $taken } von { $n } Plätzen vergeben
}
member-valid-for = Gilt
member-days = { $n ->
    [one] einen Tag
   *[other] { $n } Tage
}
member-valid-until = Gilt bis { $date }
member-valid-hours = { $n ->
    [one] Gilt eine Stunde
   *[other] Gilt { $n } Stunden
}
member-invitations = Einladungen
member-invitations-none = Noch keine Einladung. Die erste ist in einer Minute verschickt: Haus und Aufgabe wählen, Code weitergeben.
member-invitation-end = Zurücknehmen
member-invitation-end-one = Zurücknehmen: { $what }
member-invitation-ended = Diese Einladung wurde zurückgenommen.
member-invitation-expired = Diese Einladung ist abgelaufen.
member-invitation-full = Alle Plätze dieser Einladung sind vergeben. Bitten Sie um eine neue.
member-invited-title = Einladung
member-invited-lead = { $n ->
    [one] Damit kommt eine Person herein.
   *[other] Damit kommen bis zu { $n } Personen herein.
}
member-invited-why = Geben Sie den Code nur denen, die gemeint sind: Wer ihn zuerst benutzt, kommt herein. Unter „Einladen“ sehen Sie, wie viele Plätze vergeben sind, und nehmen ihn zurück.
member-issued-once = Diesen Code zeigen wir nur jetzt. Geben Sie ihn gleich weiter, oder drucken Sie das Blatt.
member-issued-sheet = Blatt zum Weitergeben
member-issued-qr = QR-Code mit dem Link der Einladung
member-issued-typed = Öffnen Sie { $place } und tippen Sie diesen Code:
member-issued-link = Oder öffnen Sie diesen Link:
member-issued-print = Beim Drucken erscheint nur das Blatt.
member-only-team-invites = Einladen können Leitung und Team eines Hauses und die Koordination.
member-join-title = Einladung annehmen
member-join-lead = Schön, dass Sie dabei sind. Sie brauchen nur einen Namen und eine Möglichkeit, sich wieder anzumelden; keine E-Mail-Adresse.
member-with-password = Mit Passwort
member-join-go = Hereinkommen
member-join-as = Sie sind als { $name } angemeldet und kommen als diese Person hinein.
member-join-not-me = Das sind nicht Sie?
member-join-known = Ich habe hier schon einen Zugang
member-already-there = Sie gehören dort schon dazu. Der Platz bleibt für jemand anderen frei.
member-end = Mitarbeit beenden
member-end-hint = Der Zugang endet sofort, Beiträge und Name bleiben. Mit einer neuen Einladung geht es jederzeit weiter.
member-last-coordinator = Jemand muss den Verbund koordinieren. Geben Sie erst einer anderen Person diese Aufgabe.
member-rescue-heading = Ausgesperrt?
member-rescue-why = Wenn Passwort, Telefon oder Passkey verloren sind, hilft ein Code: einmal gültig, 24 Stunden lang. Prüfen Sie vorher, dass Sie wirklich mit dieser Person sprechen. Es wird festgehalten.
member-rescue-issue = Code ausstellen
member-rescue-issued = Code für { $name }
member-rescue-issued-lead = Damit setzt sich die Person ein neues Passwort oder richtet einen Passkey ein.
member-rescue-safe = Sie können den Code am Telefon vorlesen oder aufschreiben: Er geht nur einmal, nur 24 Stunden, und nach seiner Benutzung gilt kein anderer Weg herein mehr. Stellen Sie einen neuen aus, gilt dieser nicht mehr.
member-rescue-not-operator = Für sich selbst und für Menschen, die die Installation betreiben, lässt sich hier kein Code ausstellen.
member-rescue-elsewhere = Diese Person gehört auch zu einem anderen Verbund. Wenden Sie sich an den Betrieb der Installation.
member-trail-title = Spur
member-trail-lead = Wer wann was an Zugängen und Rechten geändert hat. Nur die Koordination sieht das, nach außen niemand.
member-trail-none = Noch nichts geschehen.
member-trail-when = Wann
member-trail-what = Was
member-operate-title = Betrieb
member-consortia = Verbünde
member-consortia-none = Noch kein Verbund. Legen Sie den ersten an und laden Sie jemanden ein, der ihn koordiniert.
member-consortium-is-ended = beendet
member-consortium-is-public = öffentlich
member-consortium-is-not-public = noch nicht öffentlich
member-invite-coordinator = Koordination einladen
member-invite-coordinator-of = Koordination einladen: { $name }
member-found-title = Verbund anlegen
member-consortium-name = Name
member-consortium-name-missing = Bitte geben Sie dem Verbund einen Namen, höchstens 120 Zeichen.
member-slug = Kurzname in der Adresse
member-slug-hint = Zum Beispiel „muensterland“: kleine Buchstaben, Ziffern und Striche.
member-slug-taken = Diesen Kurznamen hat oder hatte schon ein Verbund.
member-found-go = Anlegen und Koordination einladen
member-health-title = Läuft alles?
member-health-due = Aufgaben, die jetzt anstehen
member-health-failed = Aufgaben, die gescheitert sind
member-health-mails = Nachrichten, die noch nicht verschickt sind
member-health-mails-failed = Nachrichten, die niemand angenommen hat
member-health-mails-unconfirmed = Nachrichten, von denen niemand weiß, ob sie angekommen sind
member-health-late = { $n ->
    [one] Seit einer Minute hat niemand nach den fälligen Aufgaben gesehen. Läuft das Programm noch?
   *[other] Seit { $n } Minuten hat niemand nach den fälligen Aufgaben gesehen. Läuft das Programm noch?
}
member-health-given-up = Zuletzt aufgegeben
member-operators = Wer das hier betreibt
member-operators-hint = Wer die Installation betreibt, legt Verbünde an, sieht aber keine Entwürfe.
member-invite-operator = Jemanden für den Betrieb einladen
member-everybody = Alle Menschen
member-everybody-name = Name oder ein Teil davon
member-everybody-find = Nach dem Namen suchen
member-everybody-none = Niemand heißt so.
member-everybody-more = Es sind noch mehr. Suchen Sie nach dem Namen.
member-places-none = Gehört zu keinem Verbund.
member-access-title = Zugang
member-access-ended = Zugang beendet
member-access-end = Zugang beenden
member-access-end-hint = Die Person ist sofort überall abgemeldet und kommt auf keinem Weg mehr herein. Was sie geschrieben hat, bleibt stehen. Sie können den Zugang zurückgeben.
member-access-return = Zugang zurückgeben
member-access-return-hint = Die Person kommt wieder herein wie vorher, in dieselben Verbünde. Für den Betrieb laden Sie sie neu ein.
member-operating-end-title = Betrieb abgeben
member-operating-end = Betreibt nicht mehr
member-operating-end-hint = Die Person sieht diese Seiten sofort nicht mehr. Ihr Platz in Verbünden bleibt.
member-last-operator = Jemand muss die Installation betreiben. Laden Sie erst eine andere Person dafür ein.
member-operate-trail = Was beim Betreiben geschehen ist
