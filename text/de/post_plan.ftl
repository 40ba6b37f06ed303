# Der Plan: Wochen, Monate, Listen.
post-plan = Plan
post-plan-new = Neuer Beitrag
post-plan-views = Ansicht
post-plan-view-week = Wochen
post-plan-view-month = Monat
post-plan-view-list = Liste
post-plan-steps = Blättern
post-plan-before = Zurück
post-plan-now = Heute
post-plan-after = Weiter
post-plan-filter = Filtern
post-plan-house = Haus
post-plan-topic = Thema
post-plan-all-houses = Alle Häuser
post-plan-all-topics = Alle Themen
post-plan-apply = Anwenden
post-plan-week = Woche
post-plan-day = { $d }.
post-plan-day-month = { $d }. { calendar-month-short }
post-plan-is-today = heute
post-plan-free = frei
post-plan-begin = Beitrag dafür beginnen
post-plan-move = verschieben
post-plan-thin = { $n ->
    [0] noch kein Beitrag
    [one] erst ein Beitrag
   *[other] erst { $n } Beiträge
}
post-plan-clashes = Zu dicht beieinander
post-plan-clash = { $date }: „{ $one }“ um { $at } und „{ $other }“ um { $then } nehmen sich gegenseitig die Leserinnen und Leser.
post-plan-gaps = { $n ->
    [one] Ein Tag ist noch frei.
   *[other] { $n } Tage sind noch frei.
}
post-plan-series = Reihen mit festen Zeiten
post-plan-how = Beiträge lassen sich auf einen anderen Tag ziehen, oder mit Alt und den Pfeiltasten bewegen, oder über „verschieben“.
post-plan-empty = In dieser Zeit steht noch nichts im Plan.
post-plan-nothing-today = Heute erscheint nichts.
post-plan-lifted = {"{"}title{"}"} ist gefasst.
post-plan-moved = {"{"}title{"}"}: jetzt {"{"}day{"}"}.
post-plan-failed = {"{"}title{"}"} ließ sich nicht verschieben.
post-plan-cancelled = {"{"}title{"}"} bleibt, wo es war.
