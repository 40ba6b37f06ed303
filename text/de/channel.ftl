channel-not-there = „{ $channel }“ kann das noch nicht.

# The networks, as they are called and honestly described.
channel-network-fediverse = Fediverse (eigene Konten)
channel-network-mastodon = Mastodon
channel-network-bluesky = Bluesky
channel-network-facebook = Facebook-Seite
channel-network-instagram = Instagram
channel-network-newsletter = Newsletter
channel-network-by_hand = Von Hand
channel-what-fediverse = Wer ein Konto bei Mastodon, Friendica oder einem anderen offenen Netz hat, kann dem Verbund und jedem Haus folgen, als stünden sie dort.
channel-needs-fediverse = Nichts: Diese Seite ist selbst Teil des Netzes.
channel-costs-fediverse = Antworten kommen im Eingang an und brauchen jemanden. Keine Werbung, keine fremde Firma; wer folgt, ist öffentlich sichtbar.
channel-what-mastodon = Der Verbund hat schon ein Konto auf einem Server im Fediverse und will es weiterführen.
channel-needs-mastodon = Das Konto und einmal die Zustimmung auf seinem Server.
channel-costs-mastodon = Wenig Arbeit; Antworten kommen im Eingang an. Die Daten liegen zusätzlich auf dem Server, den Sie gewählt haben.
channel-what-bluesky = Ein Netz für kurze Texte mit Bildern, ähnlich dem früheren Twitter.
channel-needs-bluesky = Ein Konto dort und einmal die Zustimmung.
channel-costs-bluesky = Wenig Arbeit. Betrieben von einer Firma in den USA; alles dort ist öffentlich, auch wer wem folgt.
channel-what-facebook = Die Seite, auf der viele Menschen über 40 ihren Ort verfolgen.
channel-needs-facebook = Eine Facebook-Seite, eine bei Meta angemeldete App und jemanden, der die Seite verwaltet.
channel-costs-facebook = Viel Arbeit bei der Einrichtung, Kommentare brauchen Aufsicht. Meta wertet das Verhalten der Besuchenden aus; der Verbund ist dafür mitverantwortlich (gemeinsame Verantwortung nach Artikel 26 DSGVO).
channel-what-instagram = Bilder mit kurzem Text; dort sind viele Menschen unter 40.
channel-needs-instagram = Ein professionelles Konto, das mit einer Facebook-Seite verbunden ist, und zu jedem Beitrag ein Bild.
channel-costs-instagram = Viel Arbeit bei der Einrichtung; Links im Text kann dort niemand antippen. Meta wertet das Verhalten der Besuchenden aus; der Verbund ist dafür mitverantwortlich.
channel-what-newsletter = Beiträge als E-Mail, für alle, die in keinem Netz sind.
channel-needs-newsletter = Einen Mail-Server, den diese Installation benutzen darf.
channel-costs-newsletter = Wenig Arbeit. Adressen sind persönliche Daten: nur mit doppelter Bestätigung, Abmelden mit einem Griff, keine Zählpixel.
channel-what-by_hand = Wohin kein Programm reicht: Schaukasten, Amtsblatt, Aushang, Gemeindebrief.
channel-needs-by_hand = Jemanden, der den fertigen Text und die Bilder hinträgt.
channel-costs-by_hand = Ein paar Minuten je Beitrag. Keine Daten gehen irgendwohin.
channel-offer-what = Was es ist
channel-offer-needs = Was es braucht
channel-offer-costs = Was es kostet

# The list.
channel-title = Kanäle
channel-lead = Jeder Beitrag steht zuerst auf Ihrer eigenen Seite. Kanäle bringen ihn dorthin, wo Menschen schon sind, und führen zurück.
channel-none = Noch gibt es keinen Kanal.
channel-none-why = Das ist kein Mangel: Auf der eigenen Seite, in ihren Feeds und im Kalender steht alles, für alle lesbar, ohne Anmeldung und ohne fremde Firma. Darum kommt sie zuerst. Ein Kanal lohnt sich, wenn jemand sagt, wozu er da ist, und jemand ihn pflegt.
channel-add = Kanal hinzufügen
channel-state-ended = entfernt
channel-state-unreasoned = ohne Nutzungskonzept
channel-state-unconnected = nicht verbunden
channel-state-broken = unterbrochen
channel-state-off = aus
channel-state-overdue = zu überprüfen
channel-state-on = an
channel-sentence-ended = Der Kanal ist entfernt.
channel-sentence-unreasoned = Bevor etwas dorthin geht, braucht der Kanal ein kurzes Nutzungskonzept.
channel-sentence-unconnected = Das Nutzungskonzept steht. Jetzt fehlt die Verbindung.
channel-sentence-broken = Der Zugang gilt nicht mehr: { $why } Was wartet, geht hinaus, sobald der Kanal neu verbunden ist.
channel-sentence-off = Alles ist bereit. Beiträge gehen dorthin, sobald der Kanal eingeschaltet ist.
channel-sentence-overdue = Beiträge gehen dorthin. Das Nutzungskonzept sollte seit { $date } überprüft sein.
channel-sentence-on = Beiträge gehen dorthin, seit { $date }.
channel-step-concept = Nutzungskonzept schreiben
channel-step-review = Nutzungskonzept überprüfen
channel-step-connect = Verbinden
channel-step-reconnect = Neu verbinden

# A new channel.
channel-new-title = Kanal hinzufügen
channel-new-lead = Wählen Sie, wohin Beiträge gehen sollen. Danach schreiben Sie kurz auf, wozu; erst dann wird verbunden und eingeschaltet.
channel-new-network = Wohin?
channel-new-name-hint = So heißt der Kanal bei Ihnen, etwa „Schaukasten am Rathaus“. Leer lassen, um ihn wie das Netz zu nennen.
channel-new-save = Weiter zum Nutzungskonzept
channel-network-missing = Wählen Sie, wohin Beiträge gehen sollen.
channel-network-once = Diesen Kanal gibt es schon; er kann nur einmal da sein.
channel-name-missing = Geben Sie dem Kanal einen Namen.
channel-name-long = Der Name ist zu lang. Erlaubt sind { $max } Zeichen.
channel-name-taken = So heißt schon ein anderer Kanal.

# The usage concept.
channel-concept-title = Nutzungskonzept
channel-concept-lead = Vier kurze Antworten, einmal im Jahr angesehen. Öffentliche Stellen müssen begründen, warum sie ein fremdes Netz benutzen, und denen etwas bieten, die es nicht tun.
channel-concept-save = Nutzungskonzept speichern
channel-concept-missing = Das gehört zum Nutzungskonzept.
channel-concept-long = Das ist zu lang. Erlaubt sind { $max } Zeichen.
channel-review-wrong = Wählen Sie einen Tag nach heute und spätestens in 13 Monaten.
channel-field-name = Name
channel-field-purpose = Wozu
channel-field-purpose-hint = Wen erreichen Sie dort, den Sie sonst nicht erreichen?
channel-field-responsible = Wer zuständig ist
channel-field-responsible-hint = Wer schreibt, wer antwortet, wer vertritt? Namen oder Aufgaben.
channel-field-alternative = Was es ohne diesen Kanal gibt
channel-field-alternative-hint = Wo finden Menschen dasselbe, die dieses Netz nicht benutzen?
channel-field-review-on = Nächste Überprüfung
channel-field-review-on-hint = Spätestens in einem Jahr. Zwei Wochen vorher erinnern wir die Koordination.
channel-example-purpose-fediverse = Menschen erreichen, die offene Netze benutzen und keine Werbung wollen.
channel-example-purpose-mastodon = Die Menschen weiter erreichen, die unserem Konto dort schon folgen.
channel-example-purpose-bluesky = Menschen erreichen, die kurze Nachrichten aus ihrer Gegend dort lesen.
channel-example-purpose-facebook = Menschen im Ort erreichen, die Neuigkeiten aus der Gemeinde dort lesen.
channel-example-purpose-instagram = Jüngere Menschen und Familien mit Bildern erreichen.
channel-example-purpose-newsletter = Menschen erreichen, die in keinem sozialen Netz sind.
channel-example-purpose-by_hand = Menschen erreichen, die vorbeigehen und nicht im Netz suchen.
channel-example-alternative = Alles steht zuerst auf { $address }: ohne Anmeldung, mit Feeds zum Abonnieren.

# One channel.
channel-about = Nutzungskonzept und Verbindung
channel-about-empty = Noch ist nichts festgehalten.
channel-fact-account = Konto
channel-fact-review = Überprüfung bis
channel-fact-on = Eingeschaltet seit
channel-fact-checked = Zugang geprüft
channel-fact-expires = Zugang gilt bis
channel-open = { $account } öffnen
channel-profile = Für das Profil dort
channel-profile-hint = Jedes Profil braucht einen Link zur Seite und zum Impressum.
channel-profile-site = Ihre Seite
channel-profile-imprint = Impressum
channel-change = Ändern
channel-connection = Verbindung
channel-switch-on = Einschalten
channel-switch-off = Ausschalten
channel-switch-off-hint = Was dort steht, bleibt. Neues geht nicht mehr hin, bis Sie wieder einschalten.
channel-cannot-ended = Dieser Kanal ist entfernt.
channel-cannot-unreasoned = Schreiben Sie zuerst das Nutzungskonzept. Ohne es kann ein Kanal nicht eingeschaltet werden.
channel-cannot-unconnected = Verbinden Sie den Kanal zuerst.
channel-end = Kanal entfernen
channel-end-title = „{ $name }“ entfernen?
channel-end-unused = Dorthin ist noch nichts gegangen. Der Kanal verschwindet aus der Liste.
channel-end-used = Was dort schon steht, bleibt stehen; ziehen Sie es vorher zurück, wenn es verschwinden soll. Was noch wartet, geht nicht mehr hinaus. Der Zugang wird hier gelöscht. Wer den Kanal später wieder will, fügt ihn neu hinzu.

# What a text loses on the way, and what stands against sending it.
channel-loss-cut = { $n ->
    [one] Der Text ist um ein Zeichen zu lang und wird vor dem Link gekürzt.
   *[other] Der Text ist um { $n } Zeichen zu lang und wird vor dem Link gekürzt.
}
channel-loss-pictures = { $n ->
    [one] Ein Bild hat dort keinen Platz mehr.
   *[other] { $n } Bilder haben dort keinen Platz mehr.
}
channel-fault-picture-needed = Dort geht nichts ohne Bild. Fügen Sie eines hinzu oder lassen Sie diesen Kanal aus.
channel-fault-address-long = Eine Adresse im Text ist länger, als dort Platz ist.

# Letters to the coordination.
channel-letter-broken-subject = „{ $name }“ ist unterbrochen
channel-letter-broken = Der Zugang zu „{ $name }“ gilt nicht mehr: { $why } Jede Koordinatorin und jeder Koordinator kann den Kanal neu verbinden. Was wartet, ist nicht verloren und geht danach hinaus.
channel-letter-ends-subject = { $n ->
    [one] „{ $name }“: Der Zugang endet in einem Tag
   *[other] „{ $name }“: Der Zugang endet in { $n } Tagen
}
channel-letter-ends = Der Zugang zu „{ $name }“ gilt nur bis { $date }. Verbinden Sie den Kanal vorher neu; dann merkt niemand etwas. Das kann jede Koordinatorin und jeder Koordinator.
channel-letter-review-subject = „{ $name }“: Bitte das Nutzungskonzept ansehen
channel-letter-review = Am { $date } ist das Nutzungskonzept von „{ $name }“ zu überprüfen: Erreichen Sie dort noch jemanden, ist noch jemand zuständig? Ein paar Minuten genügen.

# What each channel will show.
channel-left = { $n ->
    [one] noch ein Zeichen
   *[other] noch { $n } Zeichen
}
channel-preview-out = Der Beitrag geht nicht zu „{ $name }“.
channel-settings = Weitere Einstellungen
