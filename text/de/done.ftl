# Was gerade geschehen ist, einmal gesagt.
done-saved = Gespeichert.
done-signed-out = Sie sind abgemeldet.
done-link-sent = Wenn wir diese Adresse kennen, ist ein Link unterwegs. Er gilt 15 Minuten und einmal. Sehen Sie auch im Spam-Ordner nach.
done-email-asked = Wir haben an diese Adresse einen Link geschickt. Sie zählt, sobald Sie ihn öffnen und bestätigen.
done-email-confirmed = Ihre E-Mail-Adresse ist bestätigt.
done-password-set = Ihr neues Passwort gilt. Auf allen anderen Geräten sind Sie abgemeldet.
done-passkey-added = Der Passkey ist eingerichtet. Sie können sich ab jetzt damit anmelden.
done-second-set = Der zweite Faktor ist eingerichtet. Ab der nächsten Anmeldung fragen wir nach den sechs Ziffern.
done-rescued = Sie sind wieder da. Alte Passkeys, altes Passwort und zweiter Faktor gelten nicht mehr, auf allen anderen Geräten sind Sie abgemeldet. Prüfen Sie bitte Ihre Angaben, auch die E-Mail-Adresse.
done-session-ended = Auf diesem Gerät sind Sie abgemeldet.
done-sessions-ended = Auf allen anderen Geräten sind Sie abgemeldet.
done-invitation-ended = Die Einladung gilt nicht mehr.
done-membership-ended = Die Mitarbeit ist beendet. Mit einer neuen Einladung geht es jederzeit weiter.
done-person-ended = Der Zugang ist beendet.
done-person-returned = Die Person hat wieder Zugang.
done-operating-ended = Betreibt die Installation nicht mehr.
