# At the desk: legal notice, accessibility statement, reported barriers.
charter-look-after = Please take a look
charter-look-after-too = Please take a look at this too:
charter-lacks = Missing: { $what }
charter-missing-provider = Legal notice: who provides the page
charter-missing-address = Legal notice: the address
charter-missing-represented-by = Legal notice: who represents the provider
charter-missing-email = Legal notice: an e-mail address, also for questions about data protection
charter-missing-responsible = Legal notice: who is responsible for the contents
charter-missing-statement = The accessibility statement

## Legal notice
charter-imprint-title = Legal notice
charter-imprint-lead = A consortium is not a legal person itself. So somebody has to stand for it as the provider: a town, a parish, an association. The institutions and their governing bodies are listed below it by themselves.
charter-imprint-more = Further details (register, VAT) are under “Legal texts”
charter-field-provider = Who provides the page?
charter-field-provider-hint = The name of the legal person, such as “Stadt Rhede” or “Bücherfreunde e. V.”.
charter-field-address = Postal address
charter-field-address-hint = Street and town, no post office box: letters must be deliverable there.
charter-field-represented-by = Who represents the provider?
charter-field-represented-by-hint = Such as “the mayor” with a name, or “the board” with names.
charter-field-imprint-email = E-mail
charter-field-imprint-email-hint = The one address for everything, also for questions about data protection and barriers.
charter-field-imprint-phone = Telephone
charter-field-responsible = Who is responsible for the contents?
charter-field-responsible-hint = Name and address of a person (§ 18(2) MStV).

## Accessibility statement
charter-accessibility-title = Accessibility statement
charter-accessibility-lead = From what you say here we write the statement that the law asks for. Go through it once a year.
charter-accessibility-public = How it reads on the page
charter-accessibility-overdue = Nobody has gone through this for more than a year. Does it all still hold? Then enter today’s date.
charter-field-conformity = How accessible is the page?
charter-field-conformity-hint = The measure is the BITVNRW, that is, the standard EN 301 549 with the rules of WCAG 2.1, level AA.
charter-conformity-full = Fully accessible
charter-conformity-partly = Partly: with the exceptions named below
charter-conformity-not = Not accessible yet
charter-gaps = What is not accessible
charter-gaps-hint = Such as “The maps in older posts are only there as pictures”. Empty lines are dropped; after saving there are new ones.
charter-gap-nth = Line { $n }
charter-gap-what = What
charter-gap-reason = Why
charter-gap-instead = What there is instead
charter-gap-reason-unfinished = We are working on it
charter-gap-reason-burden = Disproportionate burden
charter-gap-reason-exempt = Exempt by law
charter-field-assessed = How did you find that out?
charter-assessed-ourselves = Checked by ourselves
charter-assessed-outside = Checked by somebody from outside
charter-field-made-on = Made on
charter-field-reviewed-on = Last gone through on
charter-field-office = Ombuds office
charter-field-office-hint = Leave empty if it is that of North Rhine-Westphalia. Otherwise name, address and e-mail, each on a line of its own.
charter-field-simple-holds = The text in easy language still holds
charter-field-simple-holds-hint = “About us” was changed after it. Tick this if it fits all the same.

## Reported barriers
charter-barriers-title = Reported barriers
charter-barriers-lead = Whoever cannot read, hear or operate something on the page has an answer within two weeks. If it takes longer, a short message will do at first; after six weeks the answer must be there.
charter-barriers-open = Not answered yet
charter-barriers-none = Nobody is waiting for an answer right now.
charter-barriers-form = The form on the public page
charter-barriers-answered = Answered before
charter-reported = Barriers
charter-reported-none = No report waits for an answer.
charter-reported-open =
    { $n ->
        [one] One report waits for an answer.
       *[other] { $n } reports wait for an answer.
    }
charter-barrier-number = Report { $n }
charter-barrier-due = Answer by { $date }.
charter-barrier-answered = Answered on { $date }.
charter-barrier-said = What does not work
charter-barrier-received = Received
charter-barrier-until = Answer by
charter-barrier-answered-at = Answered at
charter-barrier-answered-by = By
charter-barrier-interim-at = Word in between
charter-barrier-page = On the page
charter-barrier-person = Looked after by
charter-barrier-reply = Answer to
charter-barrier-reply-none = No address was given.
charter-barrier-reply-hidden = Shown only to those who may answer.
charter-barrier-reply-forgotten = The address has been deleted, as promised.
charter-barrier-give = Who looks after it?
charter-barrier-take = I will look after it
charter-barrier-to = Or somebody else
charter-barrier-nobody = Nobody yet
charter-barrier-house = The institution { $house }
charter-barrier-give-do = Hand over
charter-barrier-nobody-known = This person or institution does not belong to the consortium.
charter-barrier-answer = The answer
charter-barrier-way-letter = The answer goes by e-mail to the person who reported it.
charter-barrier-way-other = No e-mail address was given, but another way. Please pass the answer on that way, and write down here what you said.
charter-barrier-way-none = The person wants no answer or named no way. Write down here what there is to say.
charter-barrier-answer-text = What you answer
charter-barrier-answer-hint = By law the ombuds office has to be named. Write in the middle what you have changed, or why it cannot be done yet.
charter-barrier-note = What was done
charter-barrier-note-hint = One sentence for us in the consortium. It does not go out.
charter-barrier-note-missing = Please write down in one sentence what was done.
charter-barrier-answer-do = Answer and close
charter-barrier-interim = Does it take longer?
charter-barrier-interim-open = Write word in between
charter-barrier-interim-text = A message in between
charter-barrier-interim-hint = After that there is time until six weeks after the report.
charter-barrier-interim-do = Give word in between
charter-barrier-words-missing = Please write something here.
charter-barrier-who = Coordination, the heads of the institutions and whoever looks after it can answer.
charter-barrier-closed = This report has been answered already.
charter-done-report-given = It is settled who looks after it.
charter-done-report-put-off = The word in between is noted. Now there is time until six weeks after the report.
charter-done-report-answered = Answered. The report is closed.
