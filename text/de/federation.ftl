# Was im Fediverse unter einem Beitrag und in einem Profil steht.
federation-byline = Ein Beitrag von { $houses }
federation-pictures = Bild: { $credit }
federation-part-of = Ein Haus von { $name }
federation-imprint = Impressum
federation-page = Seite
federation-website = Website
federation-move-unknown = Das andere Konto nennt dieses noch nicht. Tragen Sie dort zuerst als weiteres Konto ein: { $own }
federation-move-nobody = Unter { $address } ist kein Konto zu finden.
