# Was Menschen mit einem Beitrag tun: Nachfragen, Rückmeldungen, Briefe.
post-ask-back = Zurück zum Beitrag
post-ask-cancel = Abbrechen
post-ask-lacks = Das fehlt noch
post-ask-mend = Im Beitrag ergänzen
post-ask-when = Wann soll er erscheinen?
post-ask-date = Tag
post-ask-time = Uhrzeit
post-ask-near = Nah daran liegt schon „{ $title }“: { $time }.
post-ask-house = Wer soll gegenlesen?
post-ask-house-any = Egal: das Haus, das am längsten nicht gefragt wurde
post-ask-proposal = Beitrag vorschlagen
post-ask-proposal-lead = Danach wird jemand gebeten, den Beitrag zu lesen und freizugeben. Erst dann erscheint er.
post-ask-proposal-at = Zu dieser Zeit:
post-ask-proposal-soon = Sobald er freigegeben ist
post-ask-late-approval = Nachträglich freigeben
post-ask-late-approval-lead = Die Zeit ist vorbei, freigegeben war der Beitrag noch nicht. Entscheiden Sie, wann er erscheint.
post-ask-late-approval-now = Jetzt gleich
post-ask-late-approval-at = Zu einer neuen Zeit:
post-ask-return = Beitrag zurückgeben
post-ask-return-lead = Wer geschrieben hat, bekommt Ihren Grund zu lesen und kann den Text überarbeiten.
post-ask-return-reason = Was fehlt, was stimmt nicht?
post-ask-move = Beitrag verschieben
post-ask-move-lead = Eine Freigabe bleibt bestehen: Sie gilt dem Text, nicht der Zeit.
post-ask-hold = Beitrag anhalten
post-ask-hold-lead = Bis jemand ihn weiterlaufen lässt, ist nichts davon öffentlich zu sehen.
post-ask-hold-reason = Warum? (wenn Sie mögen)
post-ask-release = Beitrag weiterlaufen lassen
post-ask-release-lead = Was vorher öffentlich war, ist es dann wieder. Was inzwischen fällig wurde, erscheint, wann Sie es sagen.
post-ask-release-now = Jetzt gleich
post-ask-release-at = Zu einer neuen Zeit:
post-ask-withdrawal = Beitrag zurückziehen
post-ask-withdrawal-lead = Er verschwindet sofort von der öffentlichen Seite und aus den Kanälen, soweit das dort geht; wo nicht, steht es danach beim Beitrag. Nehmen Sie ihn wieder auf, braucht er eine neue Freigabe.
post-ask-withdrawal-reason = Warum?

post-reason-missing = Sagen Sie in einem Satz, warum.
post-reason-long = { $n ->
    [one] Der Grund ist um ein Zeichen zu lang.
   *[other] Der Grund ist um { $n } Zeichen zu lang.
}
post-refused-unread = Bitte öffnen und lesen Sie den Beitrag, bevor Sie ihn freigeben.
post-refused-proposed-changed = Der Text wurde inzwischen geändert. Bitte sehen Sie ihn noch einmal an, bevor Sie ihn vorschlagen.
post-refused-nothing-changed = Es wurde nichts geändert.
post-refused-to-post = Zum Beitrag „{ $title }“

post-done-proposed = Vorgeschlagen. Jetzt wird jemand gebeten, den Beitrag zu lesen.
post-done-approved = Freigegeben.
post-done-returned = Zurückgegeben. Wer geschrieben hat, weiß Bescheid.
post-done-retracted = Der Vorschlag ist zurückgenommen.
post-done-moved = Verschoben.
post-done-held = Angehalten. Öffentlich ist davon nichts mehr zu sehen.
post-done-released = Der Beitrag läuft weiter.
post-done-withdrawn = Zurückgezogen. Öffentlich ist davon nichts mehr zu sehen.
post-done-resumed = Wieder aufgenommen, als Entwurf.
post-done-archived = Archiviert.
post-done-reopened = Aus dem Archiv geholt.
post-done-already = Das hatten Sie schon getan. Es ist dabei geblieben.

# Briefe. Argumente: $by wer, $house dessen Haus oder "none", $due und $until Zeiten, $reason Grund oder "none".
post-letter-somebody = Jemand
post-letter-who = { $house ->
    [none] { $by }
   *[other] { $by } ({ $house })
}
post-letter-asked-subject = Bitte lesen: „{ $title }“
post-letter-asked = { post-letter-who } schlägt „{ $title }“ vor. Der Beitrag soll { $due } erscheinen. Bitte lesen Sie ihn und geben Sie ihn frei oder zurück. Zeit ist bis { $until }; sonst wird ein anderes Haus gefragt.
post-letter-asked-soon = { post-letter-who } schlägt „{ $title }“ vor. Der Beitrag soll erscheinen, sobald er freigegeben ist. Bitte lesen Sie ihn und geben Sie ihn frei oder zurück. Zeit ist bis { $until }; sonst wird ein anderes Haus gefragt.
post-letter-nobody-subject = Niemand ist mehr zu fragen: „{ $title }“
post-letter-nobody = Für „{ $title }“ ist niemand mehr zu fragen: Alle Häuser, die freigeben dürfen, haben nicht geantwortet oder sind abwesend. Der Beitrag wartet. Sprechen Sie jemanden an; wer freigeben darf, kann es weiterhin.
post-letter-missed-subject = Braucht eine neue Zeit: „{ $title }“
post-letter-missed = „{ $title }“ sollte { $due } erscheinen, war bis dahin aber nicht freigegeben. Der Beitrag ist nicht erschienen. Wählen Sie eine neue Zeit, wenn er noch erscheinen soll.
post-letter-approved-subject = Freigegeben: „{ $title }“
post-letter-approved = { post-letter-who } hat „{ $title }“ freigegeben. Der Beitrag erscheint { $due }.
post-letter-public = { post-letter-who } hat „{ $title }“ freigegeben. Der Beitrag ist jetzt veröffentlicht.
post-letter-returned-subject = Zurückgegeben: „{ $title }“
post-letter-returned = { post-letter-who } gibt „{ $title }“ zurück: „{ $reason }“ Überarbeiten Sie den Text und schlagen Sie ihn noch einmal vor.
post-letter-held-subject = Angehalten: „{ $title }“
post-letter-held = { $reason ->
    [none] { post-letter-who } hat „{ $title }“ angehalten. Bis jemand den Beitrag weiterlaufen lässt, ist nichts davon öffentlich zu sehen.
   *[other] { post-letter-who } hat „{ $title }“ angehalten: „{ $reason }“ Bis jemand den Beitrag weiterlaufen lässt, ist nichts davon öffentlich zu sehen.
}
post-letter-withdrawn-subject = Zurückgezogen: „{ $title }“
post-letter-withdrawn = { post-letter-who } hat „{ $title }“ zurückgezogen: „{ $reason }“ Öffentlich ist davon nichts mehr zu sehen.
post-letter-moved-subject = Verschoben: „{ $title }“
post-letter-moved = { post-letter-who } hat „{ $title }“ verschoben. Die neue Zeit ist { $due }.
post-overtaken = { $what } ({ $at })
post-picture-lacks =
    { $name ->
        [none] Bild { $n }: { $why }
       *[other] Bild { $n } („{ $name }“): { $why }
    }
