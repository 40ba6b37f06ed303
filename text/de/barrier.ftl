# Gemeldete Barrieren und was der Verbund selbst über seine Zugänglichkeit sagt.
barrier-standing-new = neu
barrier-standing-working = in Arbeit
barrier-standing-answered = beantwortet
barrier-days-left =
    { $n ->
        [0] Heute ist der letzte Tag.
        [one] Noch ein Tag Zeit.
       *[other] Noch { $n } Tage Zeit.
    }
barrier-days-over =
    { $n ->
        [one] Seit gestern überfällig.
       *[other] Seit { $n } Tagen überfällig.
    }
barrier-too-long =
    { $n ->
        [one] Das passt nicht: Höchstens ein Zeichen ist möglich.
       *[other] Das passt nicht: Höchstens { $n } Zeichen sind möglich.
    }

## Briefe nach innen
barrier-letter-arrived = Jemand hat eine Barriere gemeldet (Nr. { $number })
barrier-letter-arrived-body =
    Auf der Seite von { $consortium } geht etwas nicht: „{ $excerpt }“

    Bis { $due } braucht die Meldung eine Antwort oder eine Nachricht, dass es länger dauert. Wer sich darum kümmert, können Sie hier festlegen.
barrier-letter-given = Bitte kümmern Sie sich um eine gemeldete Barriere (Nr. { $number })
barrier-letter-given-body =
    Diese Meldung an { $consortium } liegt jetzt bei Ihnen oder Ihrem Haus: „{ $excerpt }“

    Zeit ist bis { $due }.
barrier-letter-due = Eine gemeldete Barriere wartet auf Antwort (Nr. { $number })
barrier-letter-due-body =
    Noch ist diese Meldung an { $consortium } nicht beantwortet: „{ $excerpt }“

    Zeit ist bis { $due }. Dauert es länger, genügt fürs Erste eine kurze Nachricht an die Person, die es gemeldet hat.

## Antwort nach außen
barrier-answer-subject = { $consortium }: Ihre Meldung Nr. { $number }
barrier-answer-draft =
    Guten Tag,

    am { $received } haben Sie uns eine Barriere auf der Seite von { $consortium } gemeldet (Nr. { $number }). Vielen Dank dafür.



    Sind Sie mit dieser Antwort nicht zufrieden, können Sie sich kostenlos hierhin wenden:
    { $office }

    Freundliche Grüße
    { $consortium }
barrier-interim-draft =
    Guten Tag,

    Ihre Meldung Nr. { $number } an { $consortium } ist bei uns in Arbeit. Es dauert länger als zwei Wochen. Spätestens am { $latest } bekommen Sie eine Antwort.

    Sind Sie damit nicht zufrieden, können Sie sich kostenlos hierhin wenden:
    { $office }

    Freundliche Grüße
    { $consortium }
barrier-office =
    Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen
    bei der Beauftragten für die Belange der Menschen mit Behinderungen
    Fürstenwall 25
    40219 Düsseldorf
    ombudsstelle-barrierefreie-it@mags.nrw.de

## Was nachzusehen ist
barrier-simple-behind = Der Text in Leichter Sprache ist älter als „Über uns“
barrier-simple-behind-why = „Über uns“ wurde am { $date } geändert. Passen Sie den Text in Leichter Sprache an, oder bestätigen Sie, dass er noch stimmt.
barrier-review-due = Die Erklärung zur Barrierefreiheit ist älter als ein Jahr
barrier-review-due-why = Zuletzt durchgesehen am { $date }. Einmal im Jahr soll das jemand tun.
barrier-statement-missing = Die Erklärung zur Barrierefreiheit fehlt
barrier-statement-missing-why = Die Seite ist öffentlich; wie zugänglich sie ist, hat noch niemand gesagt.

## Die Erklärung lesen
barrier-choose-conformity = Bitte wählen Sie, wie weit die Seite zugänglich ist.
barrier-choose-assessed = Bitte wählen Sie, wie Sie das herausgefunden haben.
barrier-gap-incomplete = In einer Zeile fehlt, was nicht zugänglich ist.
barrier-full-with-gaps = „Vollständig zugänglich“ und eine Liste von Ausnahmen passen nicht zusammen.
barrier-gaps-missing = Bitte nennen Sie wenigstens eine Stelle, die noch nicht zugänglich ist.
barrier-day-ahead = Dieser Tag kommt erst noch.
barrier-reviewed-before-made = Durchgesehen werden kann die Erklärung erst, wenn es sie gibt.
