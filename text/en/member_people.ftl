# Who belongs, and who runs the installation.
member-role = Role
member-role-staff = Team
member-role-head = Head
member-role-volunteer = Volunteer
member-role-signing-volunteer = Volunteer who signs off
member-role-coordinator = Coordination
member-role-coach = Coach
member-role-operator = Operator
member-role-missing = Choose a role.
member-role-hint = Coaches and coordination are invited by the coordination.
member-role-hint-coordination = Coordination and coaches stand above the houses; for them the house does not count. Coaches read and comment and never sign off.
member-house = House
member-no-house = No house
member-house-missing = Team, heads and volunteers belong to a house. Choose one.
member-house-left = This house no longer belongs to the network.
member-people-title = People
member-invite-title = Invite
member-invite-go = Create invitation
member-coach-until = Coaching up to and including
member-coach-until-hint = For coaches only: it ends by itself on this day.
member-places = Places
member-places-hint = One code can be for many, such as twenty volunteers.
member-places-wrong = Between 1 and { $n } places are possible.
member-places-taken = { $n ->
    [one] { $taken } of one place taken
   *[other] { $taken } of { $n } places taken
}
member-valid-for = Works for
member-days = { $n ->
    [one] one day
   *[other] { $n } days
}
member-valid-until = Works until { $date }
member-valid-hours = { $n ->
    [one] Works for one hour
   *[other] Works for { $n } hours
}
member-invitations = Invitations
member-invitations-none = No invitation yet. The first one takes a minute: choose house and role, hand over the code.
member-invitation-end = Take back
member-invitation-end-one = Take back: { $what }
member-invitation-ended = This invitation was taken back.
member-invitation-expired = This invitation has expired.
member-invitation-full = All places of this invitation are taken. Ask for a new one.
member-invited-title = Invitation
member-invited-lead = { $n ->
    [one] This lets one person in.
   *[other] This lets up to { $n } people in.
}
member-invited-why = Give the code only to those it is meant for: whoever uses it first comes in. Under “Invite” you see how many places are taken, and take it back.
member-issued-once = We show this code only now. Hand it over at once, or print the sheet.
member-issued-sheet = Sheet to hand over
member-issued-qr = QR code with the link of the invitation
member-issued-typed = Open { $place } and type this code:
member-issued-link = Or open this link:
member-issued-print = Only the sheet is printed.
member-only-team-invites = A house's head and team and the coordination can invite.
member-join-title = Accept an invitation
member-join-lead = Good to have you. You need only a name and a way to sign in again; no e-mail address.
member-with-password = With a password
member-join-go = Come in
member-join-as = You are signed in as { $name } and come in as this person.
member-join-not-me = Not you?
member-join-known = I can sign in here already
member-already-there = You belong there already. The place stays free for somebody else.
member-end = End membership
member-end-hint = Access ends at once, posts and name stay. A new invitation takes it up again at any time.
member-last-coordinator = Somebody has to coordinate the network. First give this role to another person.
member-rescue-heading = Locked out?
member-rescue-why = When password, phone or passkey are lost, a code helps: it works once, for 24 hours. First make sure that you are really talking to this person. It is put on record.
member-rescue-issue = Issue a code
member-rescue-issued = Code for { $name }
member-rescue-issued-lead = With it the person sets a new password or sets up a passkey.
member-rescue-safe = You can read the code out on the phone or write it down: it works only once, only for 24 hours, and after its use no other way in is left. If you issue a new one, this one no longer works.
member-rescue-not-operator = For yourself and for people who run the installation no code can be issued here.
member-rescue-elsewhere = This person also belongs to another network. Please turn to whoever runs the installation.
member-trail-title = Trail
member-trail-lead = Who changed access and rights, and when. Only the coordination sees this, nobody outside.
member-trail-none = Nothing has happened yet.
member-trail-when = When
member-trail-what = What
member-operate-title = Operation
member-consortia = Networks
member-consortia-none = No network yet. Found the first one and invite somebody to coordinate it.
member-consortium-is-ended = ended
member-consortium-is-public = public
member-consortium-is-not-public = not public yet
member-invite-coordinator = Invite coordination
member-invite-coordinator-of = Invite coordination: { $name }
member-found-title = Found a network
member-consortium-name = Name
member-consortium-name-missing = Please give the network a name, at most 120 characters.
member-slug = Short name in the address
member-slug-hint = For example “muensterland”: small letters, digits and strokes.
member-slug-taken = A network has or had this short name already.
member-found-go = Found it and invite coordination
member-health-title = Is all well?
member-health-due = Tasks due now
member-health-failed = Tasks that failed
member-health-mails = Messages not sent yet
member-health-mails-failed = Messages that nobody took
member-health-mails-unconfirmed = Messages that may or may not have arrived
member-health-late = { $n ->
    [one] For one minute nobody has looked at the tasks that are due. Is the program still running?
   *[other] For { $n } minutes nobody has looked at the tasks that are due. Is the program still running?
}
member-health-given-up = Given up last
member-operators = Who runs this
member-operators-hint = Whoever runs the installation founds networks and sees no drafts.
member-invite-operator = Invite somebody to run it
member-everybody = All people
member-everybody-name = Name or a part of it
member-everybody-find = Look for the name
member-everybody-none = Nobody has that name.
member-everybody-more = There are more. Look for a name.
member-places-none = Belongs to no network.
member-access-title = Access
member-access-ended = Access ended
member-access-end = End access
member-access-end-hint = The person is signed out everywhere at once and comes in by no way any more. What they wrote stays. You can give access back.
member-access-return = Give access back
member-access-return-hint = The person comes in again as before, into the same networks. To run the installation they need a new invitation.
member-operating-end-title = Hand over running
member-operating-end = Runs it no more
member-operating-end-hint = The person no longer sees these pages, at once. Their place in networks stays.
member-last-operator = Somebody has to run the installation. First invite another person to do so.
member-operate-trail = What those who run this have done
