# Ausblenden, Sperren und das Protokoll darüber.
conversation-hide = Ausblenden
conversation-hide-why = Aus welchem Grund?
conversation-hide-hint = Wer, wann und warum wird festgehalten. Sie können es jederzeit wieder einblenden.
conversation-hide-do = Mit diesem Grund ausblenden
conversation-hide-block = Ausblenden und Person sperren
conversation-hide-reason = Ohne Grund wird nichts ausgeblendet. Wählen Sie einen aus der Liste.
conversation-restore = Wieder einblenden
conversation-reason-insult = Beleidigung oder Drohung
conversation-reason-hate = Hass gegen Menschen oder Gruppen
conversation-reason-private = Private Angaben über andere
conversation-reason-unlawful = Rechtswidriger Inhalt
conversation-reason-advertising = Werbung oder Betrug
conversation-reason-repeated = Immer wieder dasselbe
conversation-reason-elsewhere = Hat mit uns nichts zu tun
conversation-settings-title = Fristen und Gründe
conversation-settings-days = Beantwortet wird innerhalb von
conversation-settings-days-hint = Gezählt wird in den Öffnungszeiten des Hauses, ohne Feiertage. Hat ein Haus keine, gelten Montag bis Freitag, 9 bis 17 Uhr.
conversation-days =
    { $n ->
        [one] einem Arbeitstag
       *[other] { $n } Arbeitstagen
    }
conversation-settings-reasons = Gründe, aus denen etwas ausgeblendet werden darf
conversation-settings-reasons-hint = Einer je Zeile, passend zur Netiquette. Leer: die üblichen.
conversation-settings-save = So festlegen
conversation-reasons-many =
    { $n ->
        [one] Ein Grund ist möglich.
       *[other] Höchstens { $n } Gründe sind möglich.
    }
conversation-reason-long =
    { $n ->
        [one] Ein Grund darf ein Zeichen lang sein.
       *[other] Ein Grund darf { $n } Zeichen lang sein.
    }
conversation-log-title = Protokoll der Moderation
conversation-log-lead = Wer was ausgeblendet oder gesperrt hat, wann und aus welchem Grund. Zwei Jahre lang.
conversation-log-none = Noch wurde nichts ausgeblendet und niemand gesperrt.
conversation-log-table = Als Tabelle laden (CSV)
conversation-log-act =
    { $act ->
        [hidden] ausgeblendet
        [shown] eingeblendet
        [blocked] gesperrt
        [unblocked] entsperrt
       *[list] Sperrliste eingespielt
    }
conversation-log-head =
    { $name ->
        [at] Zeit
        [who] Wer
        [what] Was
        [number] Gespräch
        [whom] Wen oder was es betraf
        [where] Wo es stand
       *[why] Grund
    }
conversation-blocks-title = Sperren
conversation-blocks-lead = Von diesen Menschen und Servern kommt in Ihrem Verbund nichts mehr in den Eingang. Jede Sperre braucht einen Grund und steht im Protokoll.
conversation-blocks-lead-all = Von diesen Servern kommt in keinem Verbund dieser Installation etwas in den Eingang.
conversation-blocks-now = Was jetzt gilt
conversation-blocks-none = Niemand ist gesperrt.
conversation-block-more =
    { $n ->
        [one] Und noch eine.
       *[other] Und noch { $n }.
    }
conversation-block-new = Einen Server sperren
conversation-block-host = Name des Servers
conversation-block-host-hint = Wie fern.example. Alles darunter ist mit gesperrt. Einzelne Menschen sperren Sie im Gespräch, beim Ausblenden.
conversation-block-host-wrong = Das ist kein Name eines Servers, wie fern.example.
conversation-block-reason = Warum
conversation-block-reason-missing = Nennen Sie einen Grund, kurz.
conversation-block-do = Server sperren
conversation-block-end = Sperre aufheben
conversation-block-list = Eine Liste einspielen
conversation-block-list-text = Die Liste
conversation-block-list-hint = Wie Mastodon sie ausgibt (CSV), oder ein Server je Zeile. Öffnen Sie die Datei und fügen Sie ihren Inhalt ein. Zuerst sehen Sie, was geschähe.
conversation-block-list-preview = Ansehen, was geschähe
conversation-block-list-empty = In der Liste steht kein Name eines Servers.
conversation-block-list-new =
    { $n ->
        [0] Nichts Neues.
        [one] Ein Server kommt neu dazu.
       *[other] { $n } Server kommen neu dazu.
    }
conversation-block-list-known =
    { $n ->
        [one] Einer ist schon gesperrt.
       *[other] { $n } sind schon gesperrt.
    }
conversation-block-list-milder =
    { $n ->
        [one] Einer soll dort nur eingeschränkt werden; er wird nicht gesperrt.
       *[other] { $n } sollen dort nur eingeschränkt werden; sie werden nicht gesperrt.
    }
conversation-block-list-unread =
    { $n ->
        [one] Eine Zeile ist nicht lesbar.
       *[other] { $n } Zeilen sind nicht lesbar.
    }
conversation-block-list-reason = Steht auf einer eingespielten Liste
conversation-block-list-of =
    { $n ->
        [one] Liste mit einem Server, { $at }
       *[other] Liste mit { $n } Servern, { $at }
    }
conversation-block-list-end = Liste zurücknehmen
conversation-block-preview = Was geschähe
conversation-block-preview-hosts = Die neuen Server
conversation-block-preview-unread = Was nicht zu lesen war
conversation-block-import = Diese Server sperren
conversation-block-cancel = Doch nicht
conversation-operate = Installation
