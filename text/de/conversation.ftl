# Der Eingang: was Menschen draußen schreiben, und unsere Antworten.
conversation-title = Eingang
conversation-lead = Was Menschen überall antworten und fragen. Das Dringendste steht oben.
conversation-views = Welche Gespräche
conversation-view-mine = Bei mir
conversation-view-house = Mein Haus
conversation-view-all = Alle offenen
conversation-view-closed = Geschlossene
conversation-empty-mine = Bei Ihnen wartet niemand auf eine Antwort.
conversation-empty-house = Für Ihr Haus wartet niemand auf eine Antwort.
conversation-empty-all = Niemand wartet auf eine Antwort. Was draußen geschrieben wird, kommt von selbst hierher.
conversation-empty-closed = Noch ist kein Gespräch geschlossen.
conversation-more = Rund um den Eingang
conversation-form-link = Das Formular „Frage stellen“ ansehen
conversation-number = Gespräch { $n }
conversation-somebody = Jemand
conversation-nobody = noch niemand
conversation-nothing-left = (kein Text mehr)
conversation-origin-site = Frage auf unserer Seite
conversation-network =
    { $network ->
        [fediverse] Fediverse
        [mastodon] Mastodon
        [bluesky] Bluesky
        [facebook] Facebook
        [instagram] Instagram
        [newsletter] Newsletter
       *[other] Von Hand
    }
conversation-kind =
    { $kind ->
        [reply] Antwort
        [mention] Erwähnung
        [direct] Direktnachricht
        [report] Hinweis auf einen Verstoß
       *[question] Frage
    }
conversation-below = zu „{ $title }“
conversation-due = Antwort bis { $due }
conversation-due-over = Die Antwort war bis { $due } gedacht. Schon zwei Sätze helfen.
conversation-due-none = Beantwortet, noch offen
conversation-closed-at = Geschlossen { $at }

## Ein Gespräch
conversation-thread = Verlauf
conversation-ours = { $voice } ({ $name })
conversation-edited = Draußen geändert, { $at }. Hier steht die neue Fassung; vorher stand dort eine andere.
conversation-cut =
    { $n ->
        [one] Am Ende fehlt ein Zeichen: Der Text war zu lang.
       *[other] Am Ende fehlen { $n } Zeichen: Der Text war zu lang.
    }
conversation-removed = Gelöscht, { $at }. Der Text ist auch hier weg.
conversation-hidden = Ausgeblendet von { $name }, { $at }. Grund: { $reason }
conversation-show-hidden = Text trotzdem lesen
conversation-unkept =
    { $n ->
        [one] Eine weitere Nachricht kam zu dicht hintereinander; sie ist nur gezählt.
       *[other] { $n } weitere Nachrichten kamen zu dicht hintereinander; sie sind nur gezählt.
    }
conversation-by-itself = Von selbst
conversation-undone = Rückgängig gemacht, { $at }
conversation-undo = Rückgängig machen
conversation-act-note = Notiz von { $name }
conversation-act-taken = { $name } kümmert sich
conversation-act-given = { $name } gibt es an { $to }
conversation-act-freed = { $name } gibt es frei
conversation-act-handed = { $name } gibt weiter an { $house }
conversation-act-closed = { $name } schließt das Gespräch
conversation-act-reopened = { $name } öffnet das Gespräch wieder
conversation-act-hidden = { $name } blendet etwas aus
conversation-act-shown = { $name } blendet etwas wieder ein
conversation-act-withdrawn = Zurückgezogen: Wer gefragt hat, hat alles löschen lassen
conversation-act-moved = Geht an { $to }, weil sonst niemand da ist
conversation-act-other = { $name } hat etwas geändert
conversation-sending-waiting = Geht gleich hinaus.
conversation-sending-sent = Angekommen { $at }.
conversation-sending-retry = Noch nicht angekommen. Nächster Versuch von selbst: { $at }
conversation-sending-unconfirmed = Unklar, ob sie angekommen ist. Bitte sehen Sie dort nach und sagen Sie es hier.
conversation-sending-refused = Nicht angenommen.
conversation-sending-reconnect = Wartet: Der Kanal muss zuerst neu verbunden werden.
conversation-letter-waiting = Der Brief wird gleich verschickt.
conversation-letter-sent = Als E-Mail verschickt.
conversation-letter-unconfirmed = Unklar, ob die E-Mail angekommen ist. Sie wird nicht doppelt verschickt.
conversation-letter-refused = Die E-Mail ließ sich nicht zustellen. Antworten Sie auf einem anderen Weg, wenn Sie einen kennen.
conversation-it-is-there = Sie steht dort
conversation-send-again = Noch einmal senden

## Antworten
conversation-answer = Antworten
conversation-answer-this = Hierauf antworten
conversation-answer-to = Antwort an { $name }
conversation-voice = Wer spricht?
conversation-voice-foreign = In dieser Stimme können Sie nicht sprechen. Wählen Sie Ihr Haus oder den Verbund.
conversation-answer-text = Ihre Antwort
conversation-answer-hint = Was Sie tippen, ist als Entwurf aufgehoben. Nur Sie sehen ihn.
conversation-answer-do = Senden und schließen
conversation-answer-stay = Senden, offen lassen
conversation-answer-missing = Schreiben Sie zuerst Ihre Antwort.
conversation-draft-keep = Entwurf aufheben
conversation-draft-kept = Aufgehoben.
conversation-draft-not-kept = Nicht aufgehoben: Die Verbindung fehlt. Lassen Sie die Seite offen.
conversation-writing = { $name } schreibt gerade eine Antwort ({ $at }).
conversation-overtaken = Inzwischen hat jemand von Ihnen geantwortet. Lesen Sie zuerst den Verlauf; Ihr Text steht noch hier.
conversation-overtaken-theirs = Inzwischen ist etwas dazugekommen. Lesen Sie zuerst den Verlauf; Ihr Text steht noch hier.
conversation-too-long =
    { $n ->
        [one] Das ist zu lang: Ein Zeichen ist möglich.
       *[other] Das ist zu lang: { $n } Zeichen sind möglich.
    }
conversation-only-given = Antworten kann, wer auch freigeben darf, oder wem das Gespräch gegeben wurde. Ihr Text bleibt als Entwurf aufgehoben.
conversation-cannot = Von hier aus lässt sich dort nicht antworten.
conversation-cannot-gone = Hier ist nichts mehr, worauf sich antworten lässt.
conversation-cannot-mail = Die Person hat keine E-Mail-Adresse hinterlassen. Schließen Sie das Gespräch, wenn nichts zu tun ist.
conversation-cannot-channel = Den Kanal, über den das kam, gibt es nicht mehr.

## Zuständig
conversation-facts = Worum es geht
conversation-fact-begun = Angekommen
conversation-fact-routed = Zugeordnet
conversation-fact-channel = Über
conversation-fact-post = Zum Beitrag
conversation-fact-liked = Zuspruch
conversation-fact-mail = Antwort an
conversation-routed =
    { $by ->
        [chosen] das Haus, das gefragt wurde
        [byline] das Haus, das spricht
        [named] im Text genannt
        [hand] von Hand
       *[coordination] kein Haus erkannt: Koordination
    }
conversation-likes =
    { $n ->
        [one] Einmal gemocht.
       *[other] { $n }-mal gemocht.
    }
conversation-shares =
    { $n ->
        [one] Einmal geteilt.
       *[other] { $n }-mal geteilt.
    }
conversation-mail-none = keine Adresse hinterlassen
conversation-mail-hidden = Die Adresse sehen nur, wer antworten kann.
conversation-person = Zuständig
conversation-take = Ich kümmere mich
conversation-give = Jemandem geben
conversation-give-do = Geben
conversation-give-away = Diese Person ist gerade abwesend. Wählen Sie jemand anderen.
conversation-away = { $name } (abwesend)
conversation-hand = Weitergeben
conversation-hand-to = An welches Haus
conversation-hand-why = Ein Wort, warum
conversation-hand-why-missing = Sagen Sie dem anderen Haus in einem Wort, warum.
conversation-hand-do = Gespräch weitergeben
conversation-hand-pausing = Dieses Haus nimmt gerade nicht teil.
conversation-close = Abschließen
conversation-close-hint = Ohne Antwort, etwa wenn es nur ein Dank war.
conversation-close-do = Gespräch schließen
conversation-reopen-do = Wieder öffnen
conversation-note = Notiz
conversation-note-text = Notiz für das Team
conversation-note-hint = Nur innen zu sehen.
conversation-note-do = Notieren
conversation-note-missing = Schreiben Sie zuerst die Notiz.
conversation-today-answer = Zur Antwort

## Bausteine
conversation-saved-title = Antwort-Bausteine
conversation-saved-lead = Was Sie immer wieder antworten, einmal gut geschrieben, für den ganzen Verbund.
conversation-saved-none = Noch gibt es keine. Gute erste Bausteine: Öffnungszeiten, Ausweis, Bücherspenden.
conversation-saved-new = Neuer Baustein
conversation-saved-change = Baustein ändern
conversation-saved-name = Wie er heißt
conversation-saved-text = Was darin steht
conversation-saved-hint = {"{haus}"} wird zum Namen des Hauses, das spricht, {"{verbund}"} zum Namen des Verbunds.
conversation-saved-save = Baustein speichern
conversation-saved-end = Nicht mehr anbieten
conversation-saved-missing = Das braucht ein Baustein.
conversation-saved-insert = Baustein einfügen

## Briefe
conversation-letter-subject-due =
    { $n ->
        [one] { $consortium }: Eine Antwort ist fällig
       *[other] { $consortium }: { $n } Gespräche, auch fällige
    }
conversation-letter-subject-half =
    { $n ->
        [one] { $consortium }: Für eine Antwort ist die halbe Zeit um
       *[other] { $consortium }: { $n } Gespräche warten auf Sie
    }
conversation-letter-subject-arrived =
    { $n ->
        [one] { $consortium }: Jemand hat geschrieben
       *[other] { $consortium }: { $n } Menschen haben geschrieben
    }
conversation-letter-body =
    Im Eingang von { $consortium } wartet etwas auf Sie.

    { $text }

    Wenn Sie nicht dazu kommen: Geben Sie es dort mit einem Klick weiter.
conversation-letter-due =
    { $n ->
        [one] Die Zeit ist um; auch eine kurze Antwort hilft:
       *[other] Hier ist die Zeit um; auch kurze Antworten helfen:
    }
conversation-letter-half =
    { $n ->
        [one] Die halbe Zeit ist um:
       *[other] Hier ist die halbe Zeit um:
    }
conversation-letter-arrived =
    { $n ->
        [one] Neu bei Ihnen:
       *[other] Neu bei Ihnen, { $n } Gespräche:
    }
conversation-letter-line = – Gespräch { $number }, { $who }: „{ $said }“ – Antwort bis { $due }
conversation-letter-subject = Antwort auf Ihre Frage Nr. { $number } an { $consortium }
conversation-letter-foot =
    Diese Antwort gibt Ihnen { $house } ({ $consortium }).
    Auf diese E-Mail kann niemand antworten. Noch eine Frage? { $link }
