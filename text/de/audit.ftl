# Die Spur: wer wann was getan hat. $who ist ein Name, $subject wen oder was es betrifft, $detail Näheres.
audit-somebody = Jemand
audit-other = { $who }: { $act } { $subject } { $detail }
audit-invited = { $who } hat eingeladen: { $subject } ({ $detail }).
audit-invitation-ended = { $who } hat eine Einladung zurückgenommen: { $subject } ({ $detail }).
audit-joined = { $who } hat eine Einladung angenommen: { $subject } ({ $detail }).
audit-role-changed = { $who } hat { $subject } eine andere Aufgabe gegeben: { $detail }.
audit-membership-ended = { $who } hat die Mitarbeit von { $subject } beendet ({ $detail }).
audit-rescue-issued = { $who } hat für { $subject } einen Code zum Wiederhereinkommen ausgestellt.
audit-rescue-used = { $subject } ist mit dem Code wieder hereingekommen; alle anderen Anmeldungen sind beendet.
audit-founded = { $who } hat den Verbund „{ $subject }“ angelegt.
audit-operator-invited = { $who } hat jemanden für den Betrieb eingeladen. { $subject }
audit-operator-joined = { $who } betreibt jetzt die Installation.
audit-operating-ended = { $who } hat beendet, dass { $subject } die Installation betreibt.
audit-person-ended = { $who } hat den Zugang von { $subject } beendet.
audit-person-returned = { $who } hat { $subject } den Zugang zurückgegeben.
