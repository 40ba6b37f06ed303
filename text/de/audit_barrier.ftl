# Was mit gemeldeten Barrieren und den Pflichtangaben geschah.
audit-verbund-imprint = { $who } hat das Impressum geändert.
audit-verbund-accessibility = { $who } hat die Erklärung zur Barrierefreiheit geändert.
audit-report-given = { $who } hat festgelegt, wer sich um die gemeldete Barriere Nr. { $subject } kümmert.
audit-report-put-off = { $who } hat zur gemeldeten Barriere Nr. { $subject } eine Zwischennachricht gegeben.
audit-report-answered = { $who } hat die gemeldete Barriere Nr. { $subject } beantwortet.
