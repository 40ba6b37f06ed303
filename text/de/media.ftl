# Words of the room media.
media-empty = Die Datei ist leer. Bitte wählen Sie das Bild noch einmal aus.
media-too-heavy = Die Datei ist { $n } MB groß, höchstens 25 MB gehen. Bitte verkleinern Sie das Bild oder schicken Sie es sich einmal selbst in „mittlerer Größe“.
media-too-many-pixels = Das Bild hat { $n } Megapixel ({ $width } × { $height } Bildpunkte), höchstens 50 gehen. Bitte verkleinern Sie es, 4000 Bildpunkte Breite reichen immer.
media-needs-too-much-memory = Dieses Bild braucht beim Öffnen zu viel Speicher. Bitte speichern Sie es als JPEG und versuchen Sie es noch einmal.
media-cut-off = Das Bild ist unvollständig angekommen. Bitte laden Sie es noch einmal hoch.
media-damaged = Das Bild lässt sich nicht öffnen, die Datei ist beschädigt. Bitte speichern Sie es neu als JPEG.
media-unusual = Diese Art, ein Bild zu speichern, kennen wir nicht. Bitte speichern Sie es als gewöhnliches JPEG.
media-is-heic = Das Bild ist im Format HEIC, das viele Browser nicht zeigen. Auf dem iPhone stellen Sie um unter Einstellungen › Kamera › Formate › Maximale Kompatibilität. Oder teilen Sie das Bild zuerst per E-Mail an sich selbst: Dann wird es ein JPEG.
media-is-avif = Das Bild ist im Format AVIF, das wir nicht öffnen. Bitte speichern Sie es als JPEG oder PNG.
media-is-pdf = Das ist ein PDF. Bitte ein Foto als JPEG hochladen, oder machen Sie ein Bildschirmfoto der Seite.
media-is-svg = Das ist eine SVG-Zeichnung. Bitte exportieren Sie sie als PNG.
media-is-html = Das ist eine Webseite, kein Bild. Bitte ein Foto als JPEG hochladen.
media-is-video = Das ist ein Film. Bitte ein Foto als JPEG hochladen, zum Beispiel ein Standbild daraus.
media-is-office = Das ist ein Dokument oder ein Archiv (Word, ZIP). Bitte das Bild herausholen und als JPEG hochladen.
media-is-raw = Dieses Format (TIFF, BMP, Photoshop, Rohdaten der Kamera) öffnen wir nicht. Bitte ein Foto als JPEG hochladen.
media-is-unknown = Das ist kein Bild, das wir öffnen können. Bitte ein Foto als JPEG, PNG, WebP oder GIF hochladen.

media-alt-missing = Bitte beschreiben Sie das Bild in einem Satz, oder sagen Sie, dass es nur schmückt.
media-alt-too-long = Die Bildbeschreibung hat { $n } Zeichen. Bitte kürzen Sie auf das, was man sehen muss; Einzelheiten gehören in den Text.
media-alt-is-file-name = „{ $alt }“ ist ein Dateiname. Bitte beschreiben Sie, was auf dem Bild zu sehen ist.
media-licence-missing = Bitte wählen Sie, unter welcher Lizenz das Bild gezeigt werden darf. Haben Sie es selbst gemacht? Dann „eigenes Werk“.
media-credit-missing = Bitte nennen Sie, wer das Bild gemacht hat.
media-source-missing = Bitte nennen Sie, woher das Bild stammt.
media-consent-missing = Auf dem Bild sind Menschen zu erkennen. Bitte tragen Sie ihre Einwilligung ein.

media-licence-own = eigenes Werk
media-licence-permission = Einwilligung liegt vor
media-licence-cover = Verlagsfreigabe (Cover)
media-licence-cc-by-4 = CC BY 4.0
media-licence-cc-by-sa-4 = CC BY-SA 4.0
media-licence-cc-by-nd-4 = CC BY-ND 4.0
media-licence-cc-by-nc-4 = CC BY-NC 4.0
media-licence-cc-by-nc-sa-4 = CC BY-NC-SA 4.0
media-licence-cc-by-nc-nd-4 = CC BY-NC-ND 4.0
media-licence-cc-by-3-de = CC BY 3.0 DE
media-licence-cc-by-sa-3-de = CC BY-SA 3.0 DE
media-licence-cc0 = CC0 (ohne Rechte)
media-licence-pdm = gemeinfrei (Public Domain Mark)
media-licence-inc = Urheberrechtsschutz
media-licence-inc-ow-eu = Urheberrechtsschutz, verwaistes Werk in der EU
media-licence-inc-edu = Urheberrechtsschutz, Nutzung zu Bildungszwecken erlaubt
media-licence-inc-nc = Urheberrechtsschutz, nicht kommerzielle Nutzung erlaubt
media-licence-inc-ruu = Urheberrechtsschutz, Rechteinhaber nicht zu finden
media-licence-noc-cr = kein Urheberrechtsschutz, vertragliche Beschränkungen
media-licence-noc-nc = kein Urheberrechtsschutz, nur nicht kommerzielle Nutzung erlaubt
media-licence-noc-oklr = kein Urheberrechtsschutz, andere rechtliche Beschränkungen
media-licence-noc-us = kein Urheberrechtsschutz in den USA
media-licence-cne = Urheberrechtsschutz nicht bewertet
media-licence-und = Urheberrechtsschutz ungeklärt
media-licence-nkc = kein Urheberrechtsschutz bekannt

media-pictures = Bilder
media-picture = Bild
media-upload-title = Bilder hochladen
media-files = Fotos auswählen
media-files-hint = JPEG, PNG, WebP oder GIF, je Bild höchstens 25 MB; mehrere auf einmal gehen. Ort und Gerät, die Ihr Telefon ins Bild schreibt, entfernen wir.
media-upload = Hochladen
media-upload-cut = Die Übertragung ist abgebrochen, oder es war zu viel auf einmal. Bitte versuchen Sie es noch einmal, notfalls mit weniger Bildern.
media-none-chosen = Es kam kein Bild an. Bitte wählen Sie zuerst ein Foto aus.
media-too-many-files = Höchstens { $n } Bilder auf einmal. Bitte laden Sie die übrigen danach hoch.
media-refused-title = Nicht alles hat geklappt
media-refused-count = { $n ->
    [one] Ein Bild konnten wir nicht nehmen
   *[other] { $n } Bilder konnten wir nicht nehmen
}
media-taken-count = { $n ->
    [one] Ein Bild ist angekommen
   *[other] { $n } Bilder sind angekommen
}
media-try-again = Noch einmal versuchen
media-go-on = Weiter zu den Bildern
media-back-to-post = Zurück zum Beitrag
media-filter = Bilder auswählen
media-filter-all = Alle
media-filter-undescribed = Ohne Beschreibung
media-filter-persons = Mit Personen
media-filter-withdrawn = Zurückgezogen
media-to-consents = Einwilligungen
media-empty-list = Noch keine Bilder. Laden Sie das erste hoch: ein Foto vom Telefon genügt.
media-empty-filter = Hier ist nichts. Gut so.
media-pages = Weitere Bilder
media-newer = Neuere Bilder
media-older = Ältere Bilder
media-note-withdrawn = zurückgezogen
media-note-undescribed = ohne Beschreibung
media-note-decorative = schmückt nur
media-nameless = Bild ohne Namen
media-not-here = Eines der Bilder gibt es in diesem Verbund nicht. Bitte wählen Sie es neu aus.
media-taken-down = Dieses Bild wurde zurückgezogen. Bitte nehmen Sie es aus dem Beitrag oder stellen Sie es wieder ein.
media-is-withdrawn = Dieses Bild ist zurückgezogen und wird nirgends mehr gezeigt.
media-lacking = Das fehlt noch, bevor das Bild erscheinen kann
media-in-the-making = Die Größen für die Seite entstehen gerade, das dauert ein paar Sekunden.
media-description = Angaben zum Bild
media-alt = Bildbeschreibung
media-alt-hint = Für alle, die das Bild nicht sehen: Was ist darauf, in einem Satz?
media-decorative = Das Bild schmückt nur und sagt nichts, was nicht im Text steht
media-alt-and-decorative = Entweder eine Beschreibung oder „schmückt nur“: Bitte nehmen Sie eines von beiden weg.
media-alt-help = So schreiben Sie eine Bildbeschreibung
media-alt-advice = { $n ->
    [1] Sagen Sie zuerst, was zu sehen ist: wer oder was, wobei, wo.
    [2] Ein oder zwei Sätze reichen. „Bild von“ oder „Foto von“ brauchen Sie nicht.
    [3] Beschreiben Sie, worauf es im Beitrag ankommt, nicht jede Einzelheit.
    [4] Steht Text im Bild, der wichtig ist, schreiben Sie ihn aus.
   *[other] Was schon in der Bildunterschrift steht, wiederholen Sie nicht.
}
media-alt-example = Zum Beispiel:
media-alt-example-text = Vier Kinder knien auf dem Teppich und bauen aus Bilderbüchern eine Brücke, über die eine Stoffmaus läuft.
media-caption = Bildunterschrift
media-caption-hint = Steht sichtbar unter dem Bild. Darf leer bleiben.
media-licence = Lizenz
media-licences-own = Für jeden Tag
media-licences-cc = Creative Commons
media-licences-free = Frei von Rechten
media-licences-statement = Aus Archiven und Sammlungen (rightsstatements.org)
media-licence-help = Welche Lizenz ist die richtige?
media-licence-advice = { $n ->
    [1] Eigenes Werk: Jemand aus Ihrem Haus hat das Bild gemacht.
    [2] Einwilligung liegt vor: Jemand anderes hat es gemacht und Ihnen erlaubt, es hier zu zeigen. Bewahren Sie die Nachricht auf.
    [3] Verlagsfreigabe: Der Verlag erlaubt, seine Umschläge zu zeigen. Nennen Sie den Verlag als Urheber.
    [4] Creative Commons: Das Bild ist im Netz unter dieser Lizenz veröffentlicht. Name und Quelle gehören dazu; „NC“ heißt: nicht für Werbung oder Verkauf, „ND“: nicht bearbeiten, also auch nicht zuschneiden.
    [5] Frei von Rechten: Die Urheberin ist seit über 70 Jahren tot, oder sie hat auf alles verzichtet.
   *[other] Aus Archiven und Sammlungen: die Angabe, die beim Fundstück steht. Im Zweifel fragen Sie das Archiv.
}
media-credit = Wer hat das Bild gemacht?
media-credit-hint = Steht unter dem Bild. Ein Name, oder nur das Haus, wenn die Person das lieber möchte.
media-source = Woher stammt es?
media-source-hint = Nur bei Bildern von anderswo: die Adresse der Seite oder die Signatur.
media-persons = Auf dem Bild sind Menschen zu erkennen
media-persons-hint = Dann brauchen Sie von jeder Person eine Einwilligung. Von hinten oder ganz klein im Hintergrund zählt nicht.
media-focus = Worauf kommt es im Bild an?
media-focus-hint = In Listen wird das Bild beschnitten. Diese Stelle bleibt dabei immer zu sehen.
media-focus-click = Klicken Sie oben im Bild auf die Stelle, oder ändern Sie die Zahlen.
media-focus-x = Von links, in Prozent
media-focus-y = Von oben, in Prozent
media-focus-wrong = Bitte eine Zahl von 0 bis 100.
media-focus-preview = So erscheint es in Listen
media-save = Speichern
media-used-in = Zu sehen in
media-used-nowhere = Noch in keinem Beitrag.
media-untitled-post = Beitrag ohne Titel
media-use-public = öffentlich
media-use-planned = geplant
media-use-draft = in Arbeit
media-consents = Einwilligungen
media-consents-none = Noch keine.
media-consent-new = Einwilligung eintragen
media-consent-choose = Schon eingetragen?
media-consent-attach = Zuordnen
media-consent-remove = Gehört nicht zu diesem Bild
media-facts = Über die Datei
media-fact-house = Haus
media-fact-when = Hochgeladen
media-fact-size = Bildpunkte
media-fact-file = Hieß
media-withdraw-title = Zurückziehen
media-withdraw-why = Das Bild verschwindet sofort von der Seite. Beiträge, die es zeigen, bleiben ohne das Bild stehen.
media-withdraw = Bild zurückziehen
media-restore-title = Wieder zeigen
media-restore-why = Die Beiträge, in denen es stand, zeigen es dann wieder.
media-restore = Bild wieder zeigen
media-credit-line = Bild: { $name }
media-source-line = Quelle
media-done-saved = Gespeichert.
media-done-uploaded = Angekommen. Jetzt noch ein Satz, was darauf zu sehen ist.
media-done-withdrawn = Das Bild ist zurückgezogen.
media-done-restored = Das Bild wird wieder gezeigt.
media-done-recorded = Die Einwilligung ist eingetragen.
media-done-assigned = Zugeordnet.
media-done-unassigned = Die Einwilligung ist von diesem Bild gelöst.
media-done-unassigned-down = Die Einwilligung ist gelöst. Weil damit niemand mehr zugestimmt hat, ist das Bild zurückgezogen.
media-done-taken-back = Die Einwilligung ist zurückgenommen, die Bilder sind nicht mehr zu sehen.
