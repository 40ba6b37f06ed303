# The trail: who did what, when. $who is a name, $subject whom or what it concerns, $detail says more.
audit-somebody = Somebody
audit-other = { $who }: { $act } { $subject } { $detail }
audit-invited = { $who } sent an invitation: { $subject } ({ $detail }).
audit-invitation-ended = { $who } took back an invitation: { $subject } ({ $detail }).
audit-joined = { $who } accepted an invitation: { $subject } ({ $detail }).
audit-role-changed = { $who } gave { $subject } another role: { $detail }.
audit-membership-ended = { $who } ended the membership of { $subject } ({ $detail }).
audit-rescue-issued = { $who } issued a code for { $subject } to come in again.
audit-rescue-used = { $subject } came in again with the code; all other sessions have ended.
audit-founded = { $who } founded the network “{ $subject }”.
audit-operator-invited = { $who } invited somebody to run the installation. { $subject }
audit-operator-joined = { $who } now runs the installation.
audit-operating-ended = { $who } ended that { $subject } runs the installation.
audit-person-ended = { $who } ended the access of { $subject }.
audit-person-returned = { $who } gave { $subject } access back.
