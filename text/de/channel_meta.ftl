# Facebook und Instagram.
channel-meta-unreached = Facebook war nicht zu erreichen. Wir versuchen es wieder.
channel-meta-unknown = Die Verbindung zu Facebook brach ab, nachdem der Beitrag hinausging. Sehen Sie auf der Seite nach, ob er dort steht.
channel-meta-token = Facebook erkennt den Zugang nicht mehr an. Bitte verbinden Sie den Kanal neu.
channel-meta-permission = Facebook lässt das mit diesem Zugang nicht zu („{ $said }“). Bitte verbinden Sie den Kanal neu und stimmen Sie allen Fragen zu.
channel-meta-missing = Dem Zugang fehlen Erlaubnisse: { $names }. Bitte verbinden Sie den Kanal neu und stimmen Sie allen Fragen zu.
channel-meta-limit = Facebook nimmt für eine Weile nichts mehr an, weil zu viel auf einmal kam. Wir versuchen es später wieder.
channel-meta-duplicate = Facebook sagt, derselbe Text sei eben schon erschienen. Ändern Sie ihn für diesen Kanal, oder lassen Sie es dabei.
channel-meta-blocked = Facebook hat die Seite oder die App gesperrt („{ $said }“). Fragen Sie bei Meta nach, im Support der Seite.
channel-meta-gone = Bei Facebook ist der Beitrag nicht mehr zu finden.
channel-meta-version = Diese Fassung der Schnittstelle gibt es bei Meta nicht mehr. Wer die Anlage betreibt, stellt „graph_version“ neuer ein.
channel-meta-picture = Facebook hat ein Bild nicht angenommen („{ $said }“). Nehmen Sie ein anderes, oder laden Sie es kleiner hoch.
channel-meta-wrong = Facebook hat den Beitrag nicht angenommen: „{ $said }“ (Nr. { $code }). Ändern Sie ihn für diesen Kanal, und senden Sie ihn noch einmal.
channel-meta-working = Instagram bereitet die Bilder noch vor.
channel-meta-expired = Die vorbereiteten Bilder sind bei Instagram verfallen. Wir bereiten sie neu vor.
channel-meta-no-correction = Auf Instagram lässt sich ein Beitrag nur in der App ändern. Ändern Sie ihn dort von Hand.
channel-meta-no-withdrawal = Instagram lässt uns den Beitrag nicht löschen. Löschen Sie ihn dort in der App.
channel-meta-link-dead = Auf Instagram lässt sich der Link im Text nicht antippen. Setzen Sie die Adresse der gemeinsamen Seite in das Profil.
