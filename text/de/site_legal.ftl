# Rechtliches auf den öffentlichen Seiten: Impressum, gemeinsame Verantwortung, Barrierefreiheit.
site-email = E-Mail
site-telephone = Telefon
site-imprint-provider = Anbieter dieser Seite
site-imprint-represented = Vertreten durch
site-imprint-responsible = Verantwortlich für die Inhalte nach § 18 Absatz 2 Medienstaatsvertrag
site-imprint-more = Weitere Angaben

## Gemeinsame Verantwortung
site-joint-version = Fassung { $n }, gültig seit { $date }
site-joint-no-version = Die erste Fassung entsteht, sobald die Seite öffentlich wird. So sieht sie heute aus.
site-joint-inform = Die Informationen zum Datenschutz stehen für alle Häuser auf einer Seite; jedes Haus sorgt dafür, dass sein Teil stimmt.
site-joint-people = Wer ein Haus vertritt oder für es schreibt, wird von diesem Haus informiert.
site-joint-your-rights = Ihre Rechte
site-joint-which = Sie können erfahren, was über Sie gespeichert ist, es berichtigen oder löschen lassen, die Nutzung einschränken, widersprechen, Ihre Daten mitnehmen und sich bei einer Aufsicht beschweren.
site-joint-contact = An wen Sie sich wenden
site-joint-contact-text = Eine Stelle nimmt alles an und gibt es weiter, wenn ein anderes Haus zuständig ist:
site-joint-contact-none = Eine gemeinsame Adresse fehlt noch. Bitte wenden Sie sich an eines der Häuser.
site-joint-law = Datenschutzrecht
site-joint-law-unknown = noch nicht angegeben
site-joint-versions = Alle Fassungen
site-joint-past = Fassung { $n } vom { $date }
site-joint-joined = Dazugekommen: { $names }
site-joint-left = Ausgeschieden: { $names }
site-joint-changed = Angaben geändert: { $names }

## Leichte Sprache
site-simple-stand = Stand: { $date }

## Erklärung zur Barrierefreiheit
site-accessible = Barrierefreiheit
site-accessibility-statement = Erklärung zur Barrierefreiheit
site-statement-lead = Diese Erklärung gilt für die Seite von { $consortium }, nach § 10b des Behindertengleichstellungsgesetzes Nordrhein-Westfalen (BGG NRW) und der BITVNRW.
site-statement-state = Wie zugänglich diese Seite ist
site-conformity-full = Diese Seite erfüllt die Anforderungen der BITVNRW (EN 301 549, WCAG 2.1 Stufe AA).
site-conformity-partly = Diese Seite erfüllt die Anforderungen der BITVNRW (EN 301 549, WCAG 2.1 Stufe AA) zum größten Teil. Die Ausnahmen stehen unten.
site-conformity-not = Diese Seite erfüllt die Anforderungen der BITVNRW (EN 301 549, WCAG 2.1 Stufe AA) noch nicht.
site-conformity-unknown = Wie weit diese Seite die Anforderungen der BITVNRW erfüllt, ist noch nicht geprüft. Sagen Sie uns bitte, wenn etwas nicht geht.
site-statement-gaps = Was noch nicht zugänglich ist
site-gap-unfinished = Warum: Wir arbeiten noch daran.
site-gap-burden = Warum: Der Aufwand wäre für unsere kleinen Häuser unverhältnismäßig.
site-gap-exempt = Warum: Das Gesetz nimmt solche Inhalte aus.
site-statement-instead = Stattdessen:
site-statement-own = Was wir dazu sagen
site-statement-when = Wann und wie geprüft wurde
site-statement-made = Erstellt am { $date }.
site-statement-reviewed = Zuletzt durchgesehen am { $date }.
site-assessed-ourselves = Die Häuser haben die Seite selbst geprüft.
site-assessed-outside = Eine Stelle von außen hat die Seite geprüft.
site-statement-contact = Rückmeldung und Kontakt
site-statement-tell = Stoßen Sie auf eine Barriere, oder brauchen Sie etwas in anderer Form?
site-statement-form = Zum Formular „Barriere melden“
site-barrier-times = Wir antworten innerhalb von zwei Wochen. Dauert es länger, sagen wir Ihnen das; nach sechs Wochen haben Sie in jedem Fall eine Antwort.

## Wer hilft, wenn wir nicht helfen
site-office-text = Antworten wir nicht oder hilft die Antwort nicht, können Sie ein Ombudsverfahren verlangen (§ 10d BGG NRW). Es kostet nichts. Die Ombudsstelle vermittelt zwischen Ihnen und uns:
site-office-own = Antworten wir nicht oder hilft die Antwort nicht, können Sie sich hierhin wenden. Das kostet nichts:
site-office-link = Ombudsstelle und Ombudsverfahren

## Nach einer Meldung
site-told = Ihre Meldung
site-told-thanks = Ihre Meldung ist angekommen, vielen Dank.
site-told-number = Nummer
site-told-received = Eingegangen am
site-told-until = Antwort spätestens am
site-told-answered = Beantwortet am
site-told-will-answer = Wir sehen es uns an und antworten Ihnen auf dem Weg, den Sie genannt haben. Dauert es länger, sagen wir Bescheid.
site-told-no-way = Wir sehen es uns an. Sie haben keinen Weg für eine Antwort genannt; hier sehen Sie, wie weit wir sind.
site-told-done = Diese Meldung ist beantwortet. Geht es immer noch nicht? Dann melden Sie es bitte noch einmal.
site-told-come-back = Merken Sie sich die Adresse dieser Seite, wenn Sie später nachsehen möchten. Niemand sonst kennt sie.
site-privacy-reply = Wie wir Ihnen antworten können, löschen wir 90 Tage nach der Antwort.
