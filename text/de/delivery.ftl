# Wo ein Beitrag steht: ein Satz je Kanal, und was als Nächstes zu tun ist.
delivery-where = Wo es steht
delivery-own-site = Eigene Seite
delivery-own-since = Zu lesen seit { $at }.
delivery-own-gone = Zurzeit nicht zu lesen.
delivery-see = Ansehen
delivery-never = Geht nicht dorthin.
delivery-publish = { $state ->
    [waiting] Geht gleich hinaus.
    [in-hand] Geht gerade hinaus.
    [sent] { $network ->
        [newsletter] Geht seit { $at } an alle, die ihn bestellt haben.
       *[other] Steht dort seit { $at }.
    }
    [retry] Noch nicht dort. Nächster Versuch { $at }.
    [looking] Ungewiss, ob es angekommen ist. Wir sehen { $at } noch einmal nach.
    [unconfirmed] Ungewiss, ob es angekommen ist. Bitte sehen Sie dort nach.
    [refused] Nicht dort: Der Dienst nimmt es nicht an.
    [reconnect] Wartet, bis der Kanal neu verbunden ist.
    [withdrawn] Steht nicht dort.
    [lapsed] Nicht hinausgegangen. Soll es jetzt noch hinaus?
   *[by_hand] Wartet darauf, dass jemand es hinbringt.
}
delivery-correct = { $state ->
    [waiting] Steht dort, die Korrektur geht gleich hinaus.
    [in-hand] Steht dort, die Korrektur geht gerade hinaus.
    [sent] Steht dort, zuletzt korrigiert { $at }.
    [retry] Steht dort, noch in der alten Fassung. Nächster Versuch { $at }.
    [looking] Steht dort. Ungewiss, ob die Korrektur angekommen ist.
    [unconfirmed] Steht dort. Ungewiss, ob die Korrektur angekommen ist. Bitte sehen Sie dort nach.
    [refused] { $network ->
        [newsletter] Verschickt, zum Teil noch in der alten Fassung.
       *[other] Steht dort noch in der alten Fassung. Bitte ändern Sie es dort von Hand.
    }
    [reconnect] Steht dort, noch in der alten Fassung. Die Korrektur wartet, bis der Kanal neu verbunden ist.
    [withdrawn] Steht nicht mehr dort.
    [lapsed] Steht dort, noch in der alten Fassung.
   *[by_hand] Steht dort, noch in der alten Fassung. Bitte ändern Sie es dort von Hand.
}
delivery-withdraw = { $state ->
    [waiting] Wird gleich zurückgenommen.
    [in-hand] Wird gerade zurückgenommen.
    [sent] Zurückgenommen { $at }.
    [retry] Noch dort. Nächster Versuch, es zurückzunehmen, { $at }.
    [looking] Ungewiss, ob es noch dort steht.
    [unconfirmed] Ungewiss, ob es noch dort steht. Bitte sehen Sie dort nach.
    [refused] { $network ->
        [newsletter] Verschickt. Zurückholen lässt es sich nicht.
       *[other] Noch dort. Bitte löschen Sie es dort von Hand.
    }
    [reconnect] Noch dort. Es wird zurückgenommen, sobald der Kanal neu verbunden ist.
    [withdrawn] Zurückgenommen.
    [lapsed] Noch dort. Der Kanal besteht nicht mehr: Bitte löschen Sie es dort von Hand.
   *[by_hand] Noch dort. Bitte nehmen Sie es dort weg.
}
delivery-without = { $n ->
    [one] Ein Bild blieb weg, weil die Einwilligung diesen Kanal nicht umfasst.
   *[other] { $n } Bilder blieben weg, weil die Einwilligung diesen Kanal nicht umfasst.
}
delivery-picture = { $state ->
    [over] Ein Bild wurde dort weggenommen, weil es nicht mehr gezeigt werden darf.
    [ahead] Ein Bild darf dort nicht mehr gezeigt werden. Es wird gleich weggenommen.
   *[asks] { $network ->
        [newsletter] Ein Bild darf nicht mehr gezeigt werden, aber der Brief ist schon zugestellt. Sagen Sie das der abgebildeten Person.
        [by_hand] Ein Bild darf nicht mehr gezeigt werden. Bitte nehmen Sie es dort ab.
       *[other] Ein Bild darf dort nicht mehr gezeigt werden, und das Programm kann es aus dem Beitrag nicht herausnehmen. Nehmen Sie den Beitrag zurück, oder löschen Sie das Bild dort von Hand.
    }
}
delivery-again-risk = Wird noch einmal gesendet, was doch angekommen ist, steht es dort zweimal.
delivery-channel-ended = Der Kanal besteht hier nicht mehr. Was dort steht, ändert und löscht man dort.
delivery-network = { $network ->
    [fediverse] Fediverse
    [mastodon] Mastodon
    [bluesky] Bluesky
    [facebook] Facebook
    [instagram] Instagram
    [newsletter] Newsletter
   *[by_hand] von Hand
}
delivery-decide = { $decision ->
    [done] { $state ->
        [unconfirmed] { $act ->
            [publish] Es steht dort
            [correct] Es ist geändert
           *[withdraw] Es ist weg
        }
       *[other] Erledigt
    }
    [again] { $state ->
        [unconfirmed] Noch einmal senden
        [lapsed] Jetzt noch senden
       *[other] Noch einmal versuchen
    }
   *[leave] { $state ->
        [unconfirmed] Es steht nicht dort, so lassen
       *[other] Lassen
    }
}
delivery-choose = { $choice ->
    [in] Dorthin senden
   *[out] { $network ->
        [newsletter] Nicht weiter verschicken
       *[other] Von dort zurücknehmen
    }
}
delivery-connect = Neu verbinden
delivery-carry = Text und Bilder holen
delivery-in-hand = Das geht gerade hinaus. Bitte laden Sie die Seite in einer Minute neu.
delivery-why-ours = Auf unserer Seite ist etwas schiefgegangen.
delivery-why-pictures = Seine Bilder werden gerade noch zugeschnitten.
delivery-why-reconnect = Der Kanal muss erst neu verbunden werden.
delivery-why-late = Die Anlage lief zu der Zeit nicht, und seitdem ist es zu lange her.
delivery-why-given-up = Seit zweieinhalb Tagen ohne Erfolg versucht. Zuletzt: { $why }
delivery-why-deadly = Beim Senden ist das Programm mehrmals abgebrochen.
delivery-why-stopped = Es wurde zurückgezogen, während es hinausging.
delivery-why-never-out = Es wurde zurückgezogen, bevor es hinausging.
delivery-why-left = So entschieden.
delivery-why-channel-gone = Der Kanal wurde weggenommen.
delivery-why-consortium-ended = Der Verbund hat aufgehört.
delivery-list = Wo es steht und was wartet
delivery-list-sift = Auswählen
delivery-list-channel = Kanal
delivery-list-any-channel = alle Kanäle
delivery-list-state = Stand
delivery-list-show = Zeigen
delivery-list-nothing = Hier ist nichts zu tun.
delivery-list-open = { $n ->
    [0] Alles ist dort, wo es hingehört.
    [one] Eine Sendung wartet auf jemanden.
   *[other] { $n } Sendungen warten auf jemanden.
}
delivery-list-found = { $n ->
    [0] Keine Sendung.
    [one] Eine Sendung.
   *[other] { $n } Sendungen.
}
delivery-state = { $state ->
    [open] was auf jemanden wartet
    [waiting] geht gleich hinaus
    [sent] erledigt
    [retry] wird wieder versucht
    [unconfirmed] ungewiss
    [refused] nicht angenommen
    [reconnect] wartet auf neue Verbindung
    [withdrawn] steht nicht dort
    [lapsed] nicht hinausgegangen
    [by_hand] von Hand hinzubringen
   *[any] alle
}
delivery-card-broken = { $channel } neu verbinden
delivery-card-broken-words = { $n ->
    [0] { $why } Bis dahin geht nichts dorthin.
    [one] { $why } Ein Beitrag wartet, verloren geht er nicht.
   *[other] { $why } { $n } Beiträge warten, verloren geht keiner.
}
delivery-card-look = Ansehen und entscheiden
delivery-farewell = { $name } hört auf. { $reason } Hier erscheint nichts Neues mehr. Was war, bleibt zu lesen.
