# A house in the network: its facts, its opening hours, whether it takes part.
charter-house-new = Add a house
charter-house-new-lead = The bare necessities are enough to begin with. The house enters the rest itself.
charter-house-lead = This is how the house shows itself on the joint page.
charter-house-add = Add
charter-regime-usual = As usual for this governing body
charter-field-kind = What kind of house is it?
charter-field-official-name = Official name
charter-field-official-name-hint = As in the letterhead.
charter-field-display-name = Name on the page
charter-field-display-name-hint = Leave empty if it is the same.
charter-field-short-name = Short name
charter-field-short-name-hint = Stands beside the mark, mostly the place: “Borken”.
charter-field-house-about = About the house
charter-field-appearance = Mark and colour
charter-field-appearance-hint = Mark, colour and short name always stand together.
charter-field-mark = Mark
charter-field-colour = Colour
charter-field-visit = Visit and contact
charter-field-street = Street and number
charter-field-postcode = Postcode
charter-field-place = Place
charter-field-lat = Position: latitude
charter-field-lat-hint = In degrees, for example 51.8436. May be missing.
charter-field-lon = Position: longitude
charter-field-lon-hint = In degrees, for example 6.8597.
charter-field-accessibility = Accessibility
charter-field-accessibility-hint = Steps, lift, toilet, hearing loop: what people want to know before they come.
charter-field-phone = Telephone
charter-field-email = E-mail
charter-field-website = Own web site
charter-field-law = Governing body and data protection
charter-field-law-hint = Municipal houses work under the GDPR and DSG NRW, associations under the GDPR and BDSG. Parishes are under the law of their church: KDG or DSG-EKD. The privacy statement will say so.
charter-field-carrier-kind = Governing body
charter-field-carrier-name = Name of the governing body
charter-field-carrier-name-hint = For example “Stadt Borken”.
charter-field-regime = Data protection law
charter-field-numbers = Identifiers
charter-field-numbers-hint = By which the world knows the house for certain. All may be missing.
charter-field-isil = ISIL
charter-field-isil-hint = For example DE-107.
charter-field-dbs = DBS-ID
charter-field-dbs-hint = From the German library statistics, for example AB123.
charter-field-gnd = GND
charter-field-gnd-hint = For example 2100344-0.
charter-field-qid = Wikidata
charter-field-qid-hint = For example Q42.
charter-field-share = Share of the work
charter-field-capacity = Hours a week
charter-field-capacity-hint = How much time the house has agreed to for the joint page, for example 1.5.

## Opening hours
charter-hours-title = Opening hours
charter-hours-lead = Write the times as you post them on the door: 9–12, 14:30–18. An empty field means closed.
charter-hours-paste = Paste from your web site
charter-hours-paste-label = Copied opening hours
charter-hours-paste-hint = In German, for example: Mo–Fr 10–18 Uhr, Sa 10–13 Uhr, feiertags geschlossen. This gives a suggestion; nothing is saved yet.
charter-hours-paste-do = Put into the form
charter-hours-suggested = This is a suggestion from your text. Please check it and then save.
charter-hours-week = The week
charter-hours-week-hint = At most three times a day, separated by commas.
charter-hours-public = Closed on public holidays
charter-hours-school = In the school holidays
charter-hours-school-usual = as usual
charter-hours-school-closed = closed
charter-hours-school-other = at other times
charter-hours-school-week = Times in the school holidays
charter-hours-monthly = Once a month
charter-hours-monthly-hint = For example every first Saturday. A line without times does not count.
charter-hours-monthly-nth = Which one
charter-hours-monthly-day = Weekday
charter-hours-nth =
    { $n ->
        [-1] last
        [1] 1st
        [2] 2nd
        [3] 3rd
       *[other] { $n }th
    }
charter-hours-exceptions = Exceptions
charter-hours-exceptions-hint = Days or periods with other times. Without times it means closed.
charter-hours-from = First day
charter-hours-to = Last day
charter-hours-times = Times
charter-hours-why = Occasion
charter-hours-more = Remarks
charter-hours-note = Outside these times
charter-hours-note-hint = For example: by appointment.
charter-hours-opening-note = Remark on the page of the house
charter-hours-raw = For experts: OpenStreetMap notation
charter-hours-raw-label = Rules that the form cannot show
charter-hours-raw-hint = By the rules of opening_hours. Mostly empty.
charter-hours-preview = Preview
charter-hours-preview-title = What visitors read

## Pausing and leaving
charter-part-title = Pause or leave
charter-part-who = The head of the house or coordination can let it pause or leave.
charter-part-has-left = { $house } has left. The posts of the house are still there, with its name.
charter-return = Take back in
charter-return-regret = Until { $until } you can undo the leaving: then it is as if it had not happened, for the people of the house too.
charter-return-new = The house can join anew. Its posts and its address are its own still; its people have to be invited anew.
charter-pause = Pause
charter-pause-asked = The house is no longer asked to sign off. What waits for it now goes to others.
charter-pause-people = Its people can go on reading everything, but not write or sign off.
charter-pause-page = Its page and its posts stay as they are.
charter-pause-end = It can take part again at any time.
charter-pause-do = Pause
charter-pause-now = { $house } is pausing.
charter-resume-do = Take part again
charter-leave = Leave
charter-leave-posts = The posts of the house stay public, and its name stays on them.
charter-leave-nobody = Nobody loses access.
charter-leave-people = Without access at once:
charter-leave-asks =
    { $n ->
        [0] No sign-off waits for the house now.
        [one] One sign-off that waits for the house goes to another one.
       *[other] { $n } sign-offs that wait for the house go to others.
    }
charter-leave-arrangement = The arrangement on joint responsibility gets a new version without this house; the old one is kept.
charter-leave-regret = For two weeks coordination can undo the leaving. Those who coordinated the network and belong to this house alone do not coordinate again by themselves.
charter-leave-coordination = The people of this house coordinate the network alone. Please hand coordination over to somebody of another house first.
charter-leave-do = { $house } leaves
