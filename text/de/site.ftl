# Die öffentlichen Seiten.
site-directory-title = Verbünde
site-directory-lead = Kleine Bibliotheken, Museen und Archive, die zusammen eine Seite machen. Jede gehört mehreren Häusern.
site-directory-what = Ein Verbund ist eine Gruppe kleiner Häuser, die sich eine Seite teilen. Sie schreiben abwechselnd, und über jedem Beitrag steht, aus welchem Haus er kommt.
site-directory-count = { $n ->
    [one] Ein Verbund
   *[other] { $n } Verbünde
}, { $houses ->
    [one] ein Haus
   *[other] { $houses } Häuser
}
site-directory-places = Welches Haus ist in Ihrer Nähe?
site-directory-was = hat sich verabschiedet
site-place = Ort
site-house = Haus
site-kind = Art
site-consortium = Verbund
site-libraries = { $n ->
    [one] eine Bibliothek
   *[other] { $n } Bibliotheken
}
site-museums = { $n ->
    [one] ein Museum
   *[other] { $n } Museen
}
site-archives = { $n ->
    [one] ein Archiv
   *[other] { $n } Archive
}
site-institutions = { $n ->
    [one] eine Einrichtung
   *[other] { $n } Einrichtungen
}
site-directory-empty = Noch ist hier kein Verbund öffentlich. Schauen Sie bald wieder vorbei.
site-directory-ended = Hat sich im { $month } verabschiedet. Alle Beiträge bleiben hier zu lesen.
site-directory-table = Verzeichnis als Tabelle (CSV)
site-directory-data = Verzeichnis als Daten (JSON-LD)

## Der Rahmen
site-nav-posts = Beiträge
site-nav-topics = Themen
site-nav-open = Heute geöffnet
site-nav-archive = Archiv
site-nav-about = Über uns
site-nav-simple = Leichte Sprache
site-nav-follow = Folgen
site-notice = Hinweis
site-preview = Vorschau: Diese Seite ist noch nicht öffentlich. Nur Mitglieder des Verbunds sehen sie.
site-ended = Dieser Verbund hat am { $date } aufgehört. Seine Beiträge bleiben hier zu lesen.
site-houses-today = Die Häuser, und wer heute geöffnet hat

## Die Seite des Verbunds
site-no-posts = Noch kein Beitrag
site-no-posts-why = Hier erscheint bald der erste. Bis dahin finden Sie uns in unseren Häusern.
site-more = Weitere Beiträge
site-all-posts = Alle Beiträge im Archiv
site-beside = Neben den Beiträgen
site-what = { $n ->
    [2] Zwei
    [3] Drei
    [4] Vier
    [5] Fünf
    [6] Sechs
   *[other] { $n }
} Häuser schreiben hier gemeinsam. Zeichen und Farbe zeigen Ihnen bei jedem Beitrag, wer gerade spricht.
site-topics-beside = Worum es zuletzt ging
site-who = Wer wir sind
site-more-about = Mehr über uns
site-map = Wo wir sind
site-map-words = Karte mit den Wegen in Luftlinie. { $places }
site-follow-short = Neues von uns kommt von selbst zu Ihnen, ohne Anmeldung und ohne Konto.
site-follow-how = So folgen Sie uns
site-topic = Thema
site-with = mit
site-glances = { $n ->
    [one] Ein Blick auf:
    [2] Zwei Blicke auf:
    [3] Drei Blicke auf:
    [4] Vier Blicke auf:
    [5] Fünf Blicke auf:
   *[other] { $n } Blicke auf:
}
site-posts = { $n ->
    [one] ein Beitrag
   *[other] { $n } Beiträge
}

## Ein Beitrag
site-archived = Dieser Beitrag liegt im Archiv. Manches kann sich seitdem geändert haben.
site-links = Zum Weiterlesen
site-corrected = Zuletzt berichtigt:
site-more-on = Mehr zum Thema { $topic }
site-makers = { $n ->
    [one] Das Haus hinter diesem Beitrag
   *[other] Die Häuser hinter diesem Beitrag
}
site-pass-on = Weitersagen
site-pass-on-mail = Per E-Mail schicken
site-pass-on-address = Zum Kopieren:
site-other-glances = Andere Blicke auf: { $topic }
site-whole-topic = Das ganze Thema
site-house-more = Mehr aus { $house }
site-turn = Weiterblättern
site-before = Davor erschienen
site-after = Danach erschienen

## Ein Haus
site-kind-library = Bibliothek
site-kind-museum = Museum
site-kind-archive = Archiv
site-kind-other = Einrichtung
site-house-left = Dieses Haus gehört seit dem { $date } nicht mehr zum Verbund. Seine Beiträge bleiben hier und tragen weiter seinen Namen.
site-house-paused = Dieses Haus macht gerade eine Pause vom gemeinsamen Schreiben. Besuchen können Sie es trotzdem.
site-house-posts = Aus { $house }
site-house-no-posts = Dieses Haus hat hier noch nichts veröffentlicht.
site-house-all-posts = Alle Beiträge dieses Hauses
site-house-follow = Nur diesem Haus folgen
site-house-facts = Das Haus
site-hours = Öffnungszeiten
site-hours-week = Öffnungszeiten dieser Woche
site-hours-unknown = Die Öffnungszeiten stehen hier noch nicht. Bitte rufen Sie vorher an.
site-contact = Kontakt
site-website = Eigene Seite des Hauses
site-accessibility = Zugang und Barrieren
site-official-name = Amtlicher Name
site-carrier = Träger
site-open-description = Welches Haus jetzt geöffnet hat und welches heute noch öffnet.
site-open-where = Auf der Seite jedes Hauses finden Sie die ganze Woche und den Weg zur Tür.
site-open-none = Zu diesem Verbund gehört zurzeit kein Haus.
site-open-ended = Der Verbund hat aufgehört, deshalb stehen hier keine Öffnungszeiten mehr. Bitte fragen Sie die Häuser selbst.

## Themen und Archiv
site-topics-description = Ein Thema, mehrere Häuser: Jedes sieht etwas anderes.
site-no-topics = Noch gibt es kein Thema, zu dem die Häuser geschrieben haben.
site-all-topics = Alle Themen
site-topic-feed = Diesem Thema folgen (Feed)
site-perspectives = Die Sicht der einzelnen Häuser
site-archive-description = Alles, was hier je erschienen ist.
site-archive-month = Beiträge im { $month }
site-archive-house = Alle Beiträge von { $house }
site-by-house = Nach Haus
site-by-month = Nach Monat
site-whole-archive = Das ganze Archiv

## Über uns und Folgen
site-about-empty = Hier steht bald, wer wir sind.
site-simple-description = Diese Seite ist leicht zu lesen.
site-simple-empty = Der Text in Leichter Sprache fehlt noch.
site-follow-description = Neue Beiträge können von selbst zu Ihnen kommen, wie eine Zeitung in den Briefkasten.
site-follow-what = Was Sie dafür brauchen
site-follow-what-text = Ein Leseprogramm für Feeds. Ein Feed ist eine Liste unserer neuen Beiträge, die ein Programm von selbst abholt. Solche Programme gibt es kostenlos für jedes Telefon und jeden Computer; suchen Sie nach „Feedreader“. Auch viele Mailprogramme können es.
site-follow-steps = In drei Schritten
site-follow-step-reader = Öffnen Sie Ihr Leseprogramm und wählen Sie „Feed hinzufügen“ oder „Abonnieren“.
site-follow-step-add = Geben Sie diese Adresse ein:
site-follow-step-done = Fertig. Neue Beiträge erscheinen dort von selbst.
site-follow-formats = Falls Ihr Programm nach einer bestimmten Art fragt:
site-follow-houses = Nur ein Haus
site-follow-houses-text = Wenn Sie nur lesen möchten, was ein bestimmtes Haus schreibt, nehmen Sie dessen Adresse.
site-follow-private = Wer sieht, dass Sie folgen?
site-follow-private-text = Niemand. Sie brauchen kein Konto, und wir wissen nicht, wer unsere Feeds liest. Aufhören können Sie jederzeit: Löschen Sie die Adresse in Ihrem Programm.

## Rechtliches
site-imprint = Impressum
site-netiquette = Netiquette
site-text-empty = Dieser Text fehlt noch. Bitte wenden Sie sich an eines unserer Häuser.
site-privacy = Datenschutz
site-privacy-page = Auf dieser Seite
site-privacy-no-cookie = Wer hier liest, bekommt keine Cookies.
site-privacy-no-foreign = Nichts auf dieser Seite wird von fremden Servern geladen.
site-privacy-server = Unser Server braucht Ihre Internetadresse, um Ihnen die Seite zu schicken. Die öffentlichen Seiten bewahren sie nicht auf.
site-privacy-barrier = Wenn Sie uns eine Barriere melden, speichern wir, was Sie schreiben, und benutzen es nur, um die Barriere zu beseitigen und Ihnen zu antworten.
site-privacy-question = Wenn Sie uns eine Frage stellen, speichern wir sie mit Name und E-Mail-Adresse, falls Sie sie nennen. Gelesen wird sie von den Menschen der beteiligten Häuser, beantwortet von dem Haus, das sie betrifft. 90 Tage nach dem Abschluss werden Text, Name und Adresse gelöscht, auf Ihren Wunsch sofort.
site-privacy-networks = Was Sie in anderen Netzen zu unseren Beiträgen schreiben, kommt mit Ihrem dortigen Namen zu uns, damit wir antworten können. Löschen Sie es dort, löschen wir es hier. Ein Jahr nach dem Abschluss eines Gesprächs werden Text und Name gelöscht. „Gefällt mir“ und Teilen zählen wir nur, ohne Namen. Blenden wir etwas aus, bleibt zwei Jahre festgehalten, wer von uns das wann, wessen und aus welchem Grund tat.
site-privacy-words = In den Worten des Verbunds
site-privacy-houses = In den einzelnen Häusern
site-privacy-houses-text = Mehrere Häuser machen diese Seite gemeinsam. Welches Recht gilt, hängt davon ab, wer ein Haus trägt. Was die Häuser miteinander vereinbart haben, steht hier:
site-privacy-unknown = { $house } hat noch nicht angegeben, welches Datenschutzrecht dort gilt. Bitte fragen Sie im Haus nach.
site-joint = Gemeinsame Verantwortung
site-joint-lead = Diese Seite machen mehrere Häuser. Für den Schutz Ihrer Daten sind sie gemeinsam verantwortlich. Hier steht das Wesentliche ihrer Vereinbarung (Art. 26 DSGVO und die entsprechenden Regeln der Kirchen).
site-joint-split = Wer was tut
site-joint-own = Jedes Haus verantwortet seine eigenen Beiträge und Bilder und die Einwilligungen dazu.
site-joint-together = Die Seite selbst, die Technik und das Beantworten von Meldungen besorgen die Häuser zusammen.
site-joint-rights = Ihre Rechte können Sie bei jedem dieser Häuser geltend machen. Es kümmert sich darum, dass die anderen davon erfahren.
site-joint-members = Die beteiligten Häuser

## Barriere melden
site-barrier = Barriere melden
site-barrier-description = Können Sie auf dieser Seite etwas nicht lesen, hören oder bedienen? Sagen Sie es uns, wir ändern es.
site-barrier-tell = Schreiben Sie uns
site-barrier-body = Was geht nicht?
site-barrier-body-hint = Ein Satz genügt. Wenn Sie mögen, nennen Sie Ihr Gerät oder Hilfsmittel.
site-barrier-page = Auf welcher Seite?
site-barrier-reply = Wie dürfen wir antworten?
site-barrier-reply-hint = Freiwillig: eine E-Mail-Adresse, eine Telefonnummer oder eine Anschrift.
site-barrier-send = Melden
site-barrier-missing = Bitte schreiben Sie, was nicht geht.
site-barrier-long = { $n ->
    [one] Der Text ist um ein Zeichen zu lang.
   *[other] Der Text ist um { $n } Zeichen zu lang.
}
site-barrier-field-long = Diese Angabe ist zu lang. Bitte kürzen Sie sie auf 500 Zeichen.
site-barrier-stuck = Wenn wir nicht weiterhelfen
site-ending = Der letzte Tag dieses Verbunds ist { $date }.
site-feed-ended = { $name } hat sich verabschiedet
site-follow-channels = Wo es uns noch gibt
site-follow-channels-text = Alles, was dort steht, steht zuerst hier. Sie brauchen keines dieser Netze, um uns zu lesen.
site-follow-channels-private = Wer dort liest oder antwortet, gibt Daten an das jeweilige Netz; dort gelten dessen Regeln. Hier auf der Seite wird nichts von dort geladen.
