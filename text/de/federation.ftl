# Was im Fediverse unter einem Beitrag und in einem Profil steht.
federation-byline = Ein Beitrag von { $houses }
federation-pictures = Bild: { $credit }
federation-part-of = Ein Haus von { $name }
federation-imprint = Impressum
federation-page = Seite
federation-website = Website
