# Legal matters on the public pages: imprint, joint responsibility, accessibility.
site-email = E-mail
site-telephone = Telephone
site-imprint-provider = Provider of this page
site-imprint-represented = Represented by
site-imprint-responsible = Responsible for the contents under § 18(2) Medienstaatsvertrag
site-imprint-more = Further details

## Joint responsibility
site-joint-version = Version { $n }, in force since { $date }
site-joint-no-version = The first version comes about when the page is published. This is how it reads today.
site-joint-inform = What there is to know about data protection stands on one page for all institutions; each one sees to it that its part is right.
site-joint-people = Whoever represents an institution or writes for it is informed by that institution.
site-joint-your-rights = Your rights
site-joint-which = You can learn what is stored about you, have it corrected or deleted, have its use restricted, object, take your data along, and complain to a supervisory authority.
site-joint-contact = Whom to turn to
site-joint-contact-text = One place takes everything and passes it on where another institution is in charge:
site-joint-contact-none = There is no joint address yet. Please turn to one of the institutions.
site-joint-law = Data protection law
site-joint-law-unknown = not stated yet
site-joint-versions = All versions
site-joint-past = Version { $n } of { $date }
site-joint-joined = Joined: { $names }
site-joint-left = Left: { $names }
site-joint-changed = Details changed: { $names }

## Easy language
site-simple-stand = As of { $date }

## Accessibility statement
site-accessible = Accessibility
site-accessibility-statement = Accessibility statement
site-statement-lead = This statement is about the page of { $consortium }, under § 10b of the equality act of North Rhine-Westphalia (BGG NRW) and the BITVNRW.
site-statement-state = How accessible this page is
site-conformity-full = This page meets the requirements of the BITVNRW (EN 301 549, WCAG 2.1 level AA).
site-conformity-partly = This page meets most of the requirements of the BITVNRW (EN 301 549, WCAG 2.1 level AA). The exceptions are named below.
site-conformity-not = This page does not meet the requirements of the BITVNRW (EN 301 549, WCAG 2.1 level AA) yet.
site-conformity-unknown = How far this page meets the requirements of the BITVNRW has not been checked yet. Please tell us if something does not work.
site-statement-gaps = What is not accessible yet
site-gap-unfinished = Why: we are still working on it.
site-gap-burden = Why: the effort would be out of proportion for our small institutions.
site-gap-exempt = Why: the law exempts such contents.
site-statement-instead = Instead:
site-statement-own = What we add
site-statement-when = When and how it was checked
site-statement-made = Made on { $date }.
site-statement-reviewed = Last gone through on { $date }.
site-assessed-ourselves = The institutions have checked the page themselves.
site-assessed-outside = Somebody from outside has checked the page.
site-statement-contact = Feedback and contact
site-statement-tell = Have you come across a barrier, or do you need something in another form?
site-statement-form = To the form “Report a barrier”
site-barrier-times = We answer within two weeks. If it takes longer, we tell you; after six weeks you have an answer in any case.

## Who helps if we do not
site-office-text = If we do not answer or the answer does not help, you can ask for an ombuds procedure (§ 10d BGG NRW). It is free of charge. The ombuds office mediates between you and us:
site-office-own = If we do not answer or the answer does not help, you can turn to this office free of charge:
site-office-link = Ombuds office and procedure (in German)

## After a report
site-told = Your report
site-told-thanks = Your report has arrived, thank you.
site-told-number = Number
site-told-received = Received on
site-told-until = Answer at the latest on
site-told-answered = Answered on
site-told-will-answer = We look at it and answer in the way you named. If it takes longer, we tell you.
site-told-no-way = We look at it. You named no way to answer; here you can see how far we are.
site-told-done = This report has been answered. Does it still not work? Then please report it again.
site-told-come-back = Keep the address of this page if you want to look again later. Nobody else knows it.
site-privacy-reply = The way to answer you is deleted 90 days after the answer.
