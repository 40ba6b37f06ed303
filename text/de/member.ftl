# Die Menschen: Anmeldung, Rollen, Rechte.
member-nav-today = Heute
member-nav-inbox = Eingang
member-nav-plan = Plan
member-nav-posts = Beiträge
member-nav-topics = Themen
member-nav-pictures = Bilder
member-nav-consortium = Verbund
member-notice-ended = Dieser Verbund ist beendet. Alles bleibt lesbar, neue Beiträge gibt es nicht mehr.
member-notice-held = Alles ist angehalten: Bis das aufgehoben wird, erscheint nichts Neues.
member-consortium-ended = Dieser Verbund ist beendet. Es lässt sich alles lesen, aber nichts mehr ändern.
member-coach-only-comments = Als Begleitung lesen und kommentieren Sie; schreiben und freigeben tun die Häuser selbst.
member-only-coordination = Das darf nur die Koordination des Verbunds. Fragen Sie sie einfach.
member-only-own-house = Das dürfen nur Leitung und Team dieses Hauses, oder die Koordination.
member-house-pauses = { $house } pausiert. Sie lesen alles mit und reden in den Beiträgen mit; das Haus und seine Öffnungszeiten halten Sie weiter aktuell. Schreiben und freigeben können Sie wieder, wenn das Haus weitermacht: Das sagen seine Leitung oder die Koordination unter „Verbund“.
member-your-house-left = { $house } ist aus dem Verbund ausgetreten, deshalb haben Sie hier keinen Zugang mehr. Was Sie geschrieben haben, bleibt öffentlich, mit dem Namen des Hauses. Ihre eigenen Angaben finden Sie weiter unter „Meine Angaben“.
member-notice-ending = Letzter Tag des Verbunds: { $date }. „{ $reason }“ Bis dahin geht alles weiter wie bisher.
