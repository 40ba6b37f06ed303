# Der Verbund: seine Namen, seine Adressen, seine Texte.
consortium-slug-length = Die Adresse braucht mindestens zwei und höchstens { $n } Zeichen.
consortium-slug-shape = In einer Adresse stehen nur Kleinbuchstaben, Ziffern und einzelne Bindestriche. Zum Beispiel: { $suggestion }.
consortium-slug-reserved = „{ $slug }“ braucht das Programm selbst. Bitte wählen Sie eine andere Adresse.
consortium-slug-taken = Diese Adresse führt schon zu einem anderen Verbund, jetzt oder von früher her.
consortium-domain-umlaut = „{ $value }“ enthält Umlaute. Bitte tragen Sie die Schreibweise ein, die mit xn-- beginnt; Ihr Anbieter nennt sie Ihnen.
consortium-domain-installation = „{ $value }“ ist die Adresse, unter der alle Verbünde zu finden sind. Ein einzelner kann sie nicht haben.
consortium-domain-shape = „{ $value }“ ist kein Name einer Internetseite. Schreiben Sie zum Beispiel: www.bibliothekshelden.de.
consortium-domain-taken = Diese Domain hat schon ein anderer Verbund.
consortium-missing = Diese Angabe fehlt noch.
consortium-needed-while-public = Solange die Seite öffentlich ist, darf das nicht leer sein.
consortium-long =
    { $n ->
        [one] Das ist zu lang: Höchstens ein Zeichen passt.
       *[other] Das ist zu lang: Höchstens { $n } Zeichen passen.
    }
consortium-zone = Bitte wählen Sie eine Zeitzone aus der Liste.
consortium-languages = Bitte wählen Sie, in welchen Sprachen Sie schreiben.
consortium-imprint-email = Das ist keine E-Mail-Adresse. Schreiben Sie zum Beispiel: post@bibliothekshelden.de.
