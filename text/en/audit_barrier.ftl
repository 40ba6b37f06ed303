# What happened to reported barriers and to the details the law asks for.
audit-verbund-imprint = { $who } changed the legal notice.
audit-verbund-accessibility = { $who } changed the accessibility statement.
audit-report-given = { $who } settled who looks after the reported barrier no. { $subject }.
audit-report-put-off = { $who } gave word in between about the reported barrier no. { $subject }.
audit-report-answered = { $who } answered the reported barrier no. { $subject }.
