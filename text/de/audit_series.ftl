# Der Gang der Dinge: Reihen.
audit-series-created = { $who } hat eine Reihe angelegt: { $subject }
audit-series-changed = { $who } hat eine Reihe geändert: { $subject }
audit-series-ended = { $who } hat eine Reihe beendet: { $subject }
audit-series-continued = { $who } hat eine Reihe wieder aufgenommen: { $subject }
