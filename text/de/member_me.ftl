# Was Menschen über sich selbst entscheiden.
member-desk-title = Meine Verbünde
member-desk-none = Sie gehören gerade zu keinem Verbund. Mit einem Einladungscode kommen Sie in einen hinein.
member-installation = Verbund
member-your-name = Ihr Name
member-your-name-hint = So sehen Sie die Kolleginnen und Kollegen in Ihrem Verbund.
member-name-missing = Bitte geben Sie Ihren Namen an, höchstens 100 Zeichen.
member-language = Sprache
member-save = Speichern
member-change = Ändern
member-back = Zurück
member-away-title = Abwesenheit
member-away-label = Nicht da bis einschließlich
member-away-hint = Solange fragt Sie niemand nach einer Freigabe. Ein leeres Feld heißt: Sie sind da.
member-away-back = Ich bin wieder da
member-away-until = Nicht da bis { $date }
member-is-away = Nicht da
member-until = bis { $date }
member-until-past = Wählen Sie einen Tag, der noch kommt.
member-email-none = Sie haben keine Adresse angegeben. Alles geht auch ohne; Sie bekommen dann keine Nachrichten.
member-email-new = Neue Adresse
member-email-hint = Wir schicken dorthin einen Link. Die Adresse zählt erst, wenn Sie ihn bestätigt haben.
member-email-send = Link schicken
member-email-no-server = Hier ist kein Mailversand eingerichtet; deshalb lässt sich keine Adresse bestätigen.
member-email-remove = Adresse entfernen
member-email-taken = Diese Adresse gehört schon zu jemand anderem.
member-confirm-title = E-Mail-Adresse bestätigen
member-confirm-lead = Gehört { $address } Ihnen und soll ab jetzt für Sie gelten?
member-confirm-go = Bestätigen
member-confirm-late = Dieser Link gilt nicht mehr. Fordern Sie unter „Meine Angaben“ einen neuen an.
member-password-none = Sie haben kein Passwort. Das ist gut so, wenn Sie sich anders anmelden.
member-password-current = Bisheriges Passwort
member-password-wrong = Das bisherige Passwort stimmt nicht.
member-password-change = Passwort ändern
member-password-set = Passwort setzen
member-password-remove = Passwort entfernen
member-last-way = Das ist Ihre letzte Möglichkeit, sich anzumelden. Richten Sie erst eine andere ein, dann können Sie diese entfernen.
member-second-on = Eingeschaltet: Nach dem Passwort fragen wir nach sechs Ziffern aus Ihrer App.
member-second-off = Ausgeschaltet. Mit einem zweiten Faktor reicht ein verratenes Passwort niemandem.
member-second-begin = Einrichten
member-second-lead = Lesen Sie das Bild mit einer Authenticator-App auf Ihrem Telefon ein und tippen Sie die sechs Ziffern ab, die sie dann zeigt.
member-second-qr = QR-Code für die Authenticator-App
member-second-by-hand = Oder tippen Sie diesen Schlüssel in die App:
member-second-go = Einschalten
member-second-remove-label = Sechs Ziffern oder Ihr Passwort
member-second-remove = Ausschalten
member-passkeys = Passkeys
member-passkey-add = Passkey hinzufügen
member-passkey-name = Name
member-passkey-remove = Entfernen
member-made = eingerichtet { $date }
member-last-used = zuletzt benutzt { $date }
member-sessions = Wo Sie angemeldet sind
member-session-here = hier
member-session-since = seit { $date }
member-session-seen = zuletzt { $date }
member-session-shared = gemeinsamer Computer
member-session-end = Abmelden
member-session-end-one = Abmelden: { $device }
member-sessions-end-others = Überall sonst abmelden
member-device = { $browser } auf { $system }
member-device-unknown = Unbekanntes Gerät
member-ways = { $n ->
    [0] Sie haben keine eigene Möglichkeit, sich wieder anzumelden. Setzen Sie ein Passwort oder richten Sie einen Passkey ein.
    [one] Sie haben eine Möglichkeit, sich anzumelden. Mit einer zweiten stehen Sie nicht vor der Tür, wenn die erste verloren geht.
   *[other] Sie haben { $n } Möglichkeiten, sich anzumelden.
}
member-letter-hello = Guten Tag, { $name },
member-letter-foot = Sie bekommen diese Nachricht, weil Sie bei „{ $consortium }“ mitarbeiten. Wenn Sie keine mehr möchten, entfernen Sie Ihre E-Mail-Adresse unter { $link }.
member-letter-foot-sign-in = Diese Nachricht kommt von { $link }, weil dort jemand Ihre Adresse für eine Anmeldung angegeben hat. Waren Sie das nicht, tun Sie nichts: Ohne den Link geschieht nichts.
member-letter-link-subject = Ihr Link zum Anmelden
member-letter-link = { $n ->
    [one] mit diesem Link melden Sie sich an. Er gilt eine Minute und einmal.
   *[other] mit diesem Link melden Sie sich an. Er gilt { $n } Minuten und einmal.
}
member-letter-email-subject = Bitte bestätigen Sie Ihre E-Mail-Adresse
member-letter-email = { $n ->
    [one] bitte bestätigen Sie mit diesem Link, dass die Adresse Ihnen gehört. Er gilt eine Stunde.
   *[other] bitte bestätigen Sie mit diesem Link, dass die Adresse Ihnen gehört. Er gilt { $n } Stunden.
}
member-letter-moved-subject = Ihre E-Mail-Adresse wurde geändert
member-letter-moved = ab jetzt gilt für Sie die Adresse { $address }. Waren Sie das nicht, melden Sie sich an, sehen Sie nach, und sagen Sie Ihrer Koordination Bescheid:
member-letter-rescue-subject = Für Sie wurde ein Anmeldecode ausgestellt
member-letter-rescue = { $name } hat für Sie einen Code ausgestellt, mit dem Sie sich ein neues Passwort setzen können. Haben Sie nicht darum gebeten, fragen Sie bitte nach. Ihre Angaben sehen Sie hier:
