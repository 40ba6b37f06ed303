# Die Spur der Bilder und Einwilligungen.
audit-picture-uploaded = { $who } hat ein Bild hochgeladen: { $detail }
audit-picture-described = { $who } hat die Angaben zu einem Bild geändert.
audit-picture-withdrawn = { $who } hat ein Bild zurückgezogen.
audit-picture-restored = { $who } zeigt ein zurückgezogenes Bild wieder.
audit-picture-consented = { $who } hat einem Bild eine Einwilligung zugeordnet.
audit-picture-consent-removed = { $who } hat eine Einwilligung von einem Bild gelöst.
audit-recorded-consent = { $who } hat eine Einwilligung eingetragen.
audit-withdrew-consent = { $who } hat eine Einwilligung zurückgenommen; verschwundene Bilder: { $detail }
audit-ended-consent = Eine Einwilligung ist abgelaufen; verschwundene Bilder: { $detail }
