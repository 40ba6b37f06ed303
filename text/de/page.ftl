# Der Rahmen um jede Seite, und die Antworten auf jedes Scheitern.
page-skip = Zum Inhalt
page-demo = Demo: Inhalte und Personen sind erfunden
page-all-consortia = Alle Verbünde
page-houses = Die Häuser
page-nav = Seiten
page-sign-out = Abmelden
page-write = Schreiben
page-more = Mehr
page-me = Meine Angaben
page-joint = Zur gemeinsamen Seite
page-elsewhere = Zu einem anderen Verbund
page-own-name = Auf Deutsch weiterarbeiten
page-demo-people = Als jemand anderes anmelden
page-demo-mail = Briefe der Demo ansehen
page-desk-nav = Redaktion
page-one-page-of = Eine Seite von
page-privacy = Datenschutz
page-barrier = Barriere melden
page-netiquette = Netiquette
page-go-home = Zur Startseite
page-faults = { $n ->
    [one] Bitte prüfen Sie eine Angabe
   *[other] Bitte prüfen Sie { $n } Angaben
}
page-gone = Das gibt es nicht mehr
page-gone-why = Was hier stand, wurde zurückgezogen. Auf der Seite des Verbunds steht, was es Neues gibt.
page-not-found = Hier ist nichts
page-not-found-why = Diese Seite gibt es nicht, oder sie ist nicht für Sie. Vielleicht ist die Adresse unvollständig.
page-sign-in = Bitte melden Sie sich an
page-sign-in-why = Dafür müssen Sie angemeldet sein. Was Sie geschrieben haben, bleibt in Ihrem Browser stehen.
page-not-allowed = Das dürfen Sie hier nicht
page-refused = Das geht gerade nicht
page-stale = Jemand war schneller
page-stale-why = Inzwischen hat jemand anderes etwas geändert. Es ist nichts verloren: Laden Sie die Seite neu und sehen Sie nach.
page-busy = Einen Moment bitte
page-busy-why = Das waren zu viele Versuche in kurzer Zeit. Bitte warten Sie ein paar Minuten.
page-invalid = Bitte prüfen Sie Ihre Angaben
page-invalid-why = Etwas fehlt noch oder ist nicht richtig. Gehen Sie zurück, Ihre Eingaben stehen noch da.
page-broken = Da ist uns etwas kaputtgegangen
page-broken-why = Das ist unser Fehler, nicht Ihrer. Er ist notiert. Bitte versuchen Sie es noch einmal.
page-broken-number = Nummer für Rückfragen: { $number }
page-address-unread = Diese Adresse ist nicht richtig geschrieben. Bitte gehen Sie über unsere Seite dorthin.
page-form-kind = Dieses Formular kam in einer Form an, die wir nicht lesen können. Bitte laden Sie die Seite neu.
page-form-too-long = Das war zu viel auf einmal. Bitte kürzen Sie den Text oder nehmen Sie ein kleineres Bild.
page-foreign-site = Diese Anfrage kam von einer fremden Seite. Zu Ihrem Schutz wurde nichts geändert. Bitte gehen Sie über unsere Seite.
page-ask = Uns etwas fragen
