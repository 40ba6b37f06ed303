# Words of the room institution.

## Identifiers
institution-identifier-empty = Please enter the { $field } or leave the field empty.
institution-identifier-several = There are several numbers here. Please enter only one { $field }.
institution-identifier-misplaced = “{ $value }” is not a { $field }; it belongs in the field { $belongs }.
institution-isil-hyphen = “{ $value }” is not a complete ISIL. Do you mean { $suggestion }?
institution-isil-shape = “{ $value }” is not an ISIL. It consists of a prefix, a hyphen and a number, for example DE-107.
institution-isil-long = “{ $value }” is too long: an ISIL has at most 16 characters.
institution-isil-museum = “{ $value }” is not the ISIL of a museum: DE-MUS- is followed by exactly six digits.
institution-isil-pseudo = “{ $value }” is not a real ISIL but a makeshift from the library statistics. Please leave the field empty.
institution-dbs-shape = “{ $value }” is not a DBS-ID. It consists of two letters and exactly three digits, for example AB123.
institution-gnd-shape = “{ $value }” is not a GND number. It looks like this: 2100344-0.
institution-gnd-check = The check digit of the GND number “{ $value }” is wrong. Two digits are probably swapped.
institution-qid-shape = “{ $value }” is not a Wikidata QID. It consists of a Q and a number, for example Q42.

## Times in words
institution-weekday-long =
    { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
institution-weekday-short =
    { $weekday ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    }
institution-month-long =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }

## Open today
institution-today-open = open until { $until_clock } today
institution-today-open-again = open until { $until_clock } today and again { $spans_clock }
institution-today-always = open around the clock
institution-today-later = open { $from_clock } to { $to_clock } today
institution-today-later-several = open { $spans_clock } today
institution-today-closed =
    { $since ->
        [now] closed now
       *[today] closed today
    }
institution-today-closed-tomorrow = { institution-today-closed }, opens tomorrow at { $at_clock }
institution-today-closed-weekday = { institution-today-closed }, opens { institution-weekday-short } at { $at_clock }
institution-today-closed-date = { institution-today-closed }, opens { institution-weekday-short }, { $day } { institution-month-long }, at { $at_clock }
institution-today-request = open: { $how }
institution-today-uncertain = uncertain today, please ask
institution-today-unknown = opening hours unknown
institution-row-open = { $spans_clock }
institution-row-closed = closed
institution-row-uncertain = not yet known

## Entering opening hours
institution-hours-osm = “{ $value }” does not follow the rules of OpenStreetMap (opening_hours).
institution-hours-kept = The form cannot show this. It is kept and holds: { $raw }
institution-hours-span = “{ $value }” was not understood. Write for example: 9–12, 14:30–18.
institution-hours-end = Open until when? The end is missing after { $from }, for example: { $from }–18.
institution-hours-backwards = { $from } to { $to } is not possible: the end does not come after the beginning.
institution-hours-overlap = { $first } and { $second } overlap.
institution-hours-many =
    { $n ->
        [one] More than one time a day is not possible.
       *[other] More than { $n } times a day are not possible.
    }
institution-hours-monthly = Please choose which weekday of the month is meant.
institution-hours-date = “{ $value }” is not a date. Write for example: 24.12.2026.
institution-hours-period = The last day ({ $value }) comes before the first.
institution-hours-unread = “{ $part }” was not understood. Please enter it yourself.
institution-hours-unread-day = The weekday is missing for “{ $part }”.

## House marks
institution-mark-gable = Gabled house
institution-mark-stepped = Stepped gable
institution-mark-timbered = Half-timbered house
institution-mark-slate = Slate house
institution-mark-tower = House with a tower
institution-mark-modern = Modern building
institution-mark-columns = Columns
institution-mark-boxes = Archive boxes

## Governing body and data protection law
institution-carrier-municipality = Town or municipality
institution-carrier-district = District
institution-carrier-catholic = Catholic parish
institution-carrier-protestant = Protestant parish
institution-carrier-association = Association
institution-carrier-foundation = Foundation
institution-carrier-other = Other body
institution-regime-public = GDPR and DSG NRW
institution-regime-kdg = KDG (Catholic Church)
institution-regime-dsgekd = DSG-EKD (Protestant Church)
institution-regime-private = GDPR and BDSG (associations, private bodies)
institution-authority-ldi = State Commissioner for Data Protection and Freedom of Information of North Rhine-Westphalia (LDI NRW)
institution-authority-kdsz = Catholic Data Protection Centre (Katholisches Datenschutzzentrum), Dortmund
institution-authority-bfd = Data Protection Commissioner of the EKD (BfD EKD), Hanover
institution-privacy-public-law = { $carrier } is responsible for { $house }. The General Data Protection Regulation (GDPR) and the data protection act of North Rhine-Westphalia (DSG NRW) apply.
institution-privacy-public-ground = { $house } processes data to carry out a public task (Art. 6(1)(e) GDPR with section 3 DSG NRW) or because you have consented (Art. 6(1)(a) GDPR).
institution-privacy-private-law = { $carrier } is responsible for { $house }. The General Data Protection Regulation (GDPR) and the Federal Data Protection Act (BDSG) apply.
institution-privacy-private-ground = { $house } processes data because of a legitimate interest (Art. 6(1)(f) GDPR) or because you have consented (Art. 6(1)(a) GDPR).
institution-privacy-gdpr-rights = You can ask { $house } for information, correction, deletion, restriction and a copy of your data, and object to the processing (Art. 15 to 21 GDPR). You can take back a consent at any time.
institution-privacy-gdpr-complaint = Under Art. 77 GDPR you can complain to: { $authority }.
institution-privacy-kdg-law = { $carrier } is responsible for { $house }. Under Art. 91 GDPR the Law on Church Data Protection of the Catholic dioceses (KDG) takes the place of the GDPR.
institution-privacy-kdg-ground = { $house } processes data to carry out a task in the interest of the Church or because you have consented. Section 6 KDG governs both.
institution-privacy-kdg-rights = Under the KDG you can ask { $house } for information, correction, deletion, restriction and a copy of your data, and object to the processing. You can take back a consent at any time.
institution-privacy-kdg-complaint = Under the KDG you can complain to the church's data protection authority: { $authority }.
institution-privacy-dsgekd-law = { $carrier } is responsible for { $house }. Under Art. 91 GDPR the Data Protection Act of the Protestant Church in Germany (DSG-EKD) takes the place of the GDPR.
institution-privacy-dsgekd-ground = { $house } processes data to carry out a task in the interest of the Church or because you have consented. Section 6 DSG-EKD governs both.
institution-privacy-dsgekd-rights = Under the DSG-EKD you can ask { $house } for information, correction, deletion, restriction and a copy of your data, and object to the processing. You can take back a consent at any time.
institution-privacy-dsgekd-complaint = Under section 46 DSG-EKD you can complain to the church's data protection authority: { $authority }.

## The facts of a house
institution-kind-library = Library
institution-kind-museum = Museum
institution-kind-archive = Archive
institution-kind-other = Other institution
institution-form-missing = This is still missing.
institution-form-choose = Please choose one.
institution-form-long =
    { $n ->
        [one] That is too long: at most one character fits.
       *[other] That is too long: at most { $n } characters fit.
    }
institution-form-regime = For this governing body we cannot suppose a data protection law. Please choose it yourself.
institution-form-swapped = Latitude and longitude seem to be swapped: in Germany the latitude lies between 47 and 55, the longitude between 6 and 15.
institution-form-half = A position needs both numbers, or none.
institution-form-degrees = “{ $value }” is not a number of degrees. Write for example: 51.8436.
institution-form-email = “{ $value }” is not an e-mail address.
institution-form-website = “{ $value }” is not a web address. Write for example: www.buecherei-borken.de.
institution-form-capacity = “{ $value }” was not understood. Write the hours a week, for example: 1.5.
institution-form-slug-taken = Another house of your network has or had this address.
institution-colour-alike = { $house } has a very similar colour. That is allowed, as mark and name always stand beside it; a different one is easier to tell apart.
institution-form-isil-taken = { $isil } already belongs to { $house }. There is only one of each ISIL: please check both houses, or leave the field empty here.
