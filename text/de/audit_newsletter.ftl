# Was mit dem Newsletter geschah.
audit-newsletter-rhythm = { $who } hat geändert, wann der Newsletter gesammelt hinausgeht.
audit-subscriber-search = { $who } hat nachgesehen, was zu einer Newsletter-Adresse gespeichert ist.
audit-newsletter-data = { $who } hat die Daten zu einer Newsletter-Adresse heruntergeladen.
audit-newsletter-end = { $who } hat den Newsletter für jemanden beendet, der darum bat.
