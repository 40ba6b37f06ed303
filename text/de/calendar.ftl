# Words of the room calendar.

# Weekdays, 1 is Monday; months, 1 is January.
calendar-weekday = { $day ->
    [1] Montag
    [2] Dienstag
    [3] Mittwoch
    [4] Donnerstag
    [5] Freitag
    [6] Samstag
    *[7] Sonntag
}
calendar-weekday-short = { $day ->
    [1] Mo
    [2] Di
    [3] Mi
    [4] Do
    [5] Fr
    [6] Sa
    *[7] So
}
calendar-month = { $month ->
    [1] Januar
    [2] Februar
    [3] März
    [4] April
    [5] Mai
    [6] Juni
    [7] Juli
    [8] August
    [9] September
    [10] Oktober
    [11] November
    *[12] Dezember
}
calendar-month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] März
    [4] Apr
    [5] Mai
    [6] Juni
    [7] Juli
    [8] Aug
    [9] Sept
    [10] Okt
    [11] Nov
    *[12] Dez
}

# Days and times. Arguments: $day weekday, $d, $month, $year, $hour, $minute, $clock as in 9:30.
calendar-date = { calendar-weekday-short }, { $d }. { calendar-month }
calendar-date-year = { calendar-date } { $year }
calendar-date-long = { calendar-weekday }, { $d }. { calendar-month } { $year }
calendar-date-short = { calendar-weekday-short }, { $d }. { calendar-month-short }
calendar-date-short-year = { calendar-date-short } { $year }
calendar-day-month = { $d }. { calendar-month }
calendar-month-year = { calendar-month } { $year }
calendar-time = { $minute ->
    [0] { $hour } Uhr
   *[other] { $clock } Uhr
}
# The time where "Uhr" can be missing: heute 15 Uhr, gestern 17:02.
calendar-time-near = { $minute ->
    [0] { $hour } Uhr
   *[other] { $clock }
}
calendar-moment = { $date }, { $time }
calendar-today = heute { calendar-time-near }
calendar-tomorrow = morgen { calendar-time-near }
calendar-yesterday = gestern { calendar-time-near }
calendar-week = Woche { $n }
calendar-week-year = Woche { $n } ({ $year })
calendar-span-month = { $first }.–{ $last }. { calendar-month }
calendar-span-month-year = { calendar-span-month } { $year }
calendar-span = { $from } – { $until }
calendar-span-year = { $from } – { $until } { $year }
calendar-span-years = { $from } { $from-year } – { $until } { $year }

# What can be wrong with a date or a time.
calendar-date-missing = Wählen Sie einen Tag.
calendar-date-wrong = „{ $text }“ ist kein Tag, den es gibt. Schreiben Sie ihn wie 2026-12-03.
calendar-time-missing = Wählen Sie eine Uhrzeit.
calendar-time-wrong = „{ $text }“ ist keine Uhrzeit. Schreiben Sie sie wie 9:30.
calendar-time-left-out = { $clock } Uhr gibt es am { $date } nicht, weil die Uhr vorgestellt wird. Wählen Sie eine Stunde früher oder später.
calendar-zone-unknown = Die Zeitzone „{ $name }“ kennen wir nicht. Ein Beispiel ist Europe/Berlin.

# Rules by which something returns.
calendar-slot-weekly = jeden { calendar-weekday } um { calendar-time }{ calendar-slot-except }
calendar-slot-weeks = { $n ->
    [2] alle zwei Wochen am { calendar-weekday } um { calendar-time }{ calendar-slot-except }
   *[other] alle { $n } Wochen am { calendar-weekday } um { calendar-time }{ calendar-slot-except }
}
calendar-slot-monthly = jeden { calendar-slot-nth } { calendar-weekday } im Monat um { calendar-time }{ calendar-slot-except }
calendar-slot-nth = { $n ->
    [1] ersten
    [2] zweiten
    [3] dritten
    [4] vierten
   *[other] letzten
}
calendar-slot-except = { $except ->
    [holidays] , außer an Feiertagen
    [vacations] , außer in den Schulferien
    [both] , außer an Feiertagen und in den Schulferien
   *[none] { "" }
}
calendar-slot-weeks-wrong = Der Abstand muss zwischen 2 und 52 Wochen liegen.
calendar-slot-nth-wrong = Wählen Sie den ersten bis vierten oder den letzten Wochentag im Monat.
calendar-slot-unreadable = Die Regel dieser Reihe lässt sich nicht lesen. Legen Sie sie neu fest.

# Public holidays.
calendar-holiday-new-year = Neujahr
calendar-holiday-good-friday = Karfreitag
calendar-holiday-easter-monday = Ostermontag
calendar-holiday-labour-day = Tag der Arbeit
calendar-holiday-ascension = Christi Himmelfahrt
calendar-holiday-whit-monday = Pfingstmontag
calendar-holiday-corpus-christi = Fronleichnam
calendar-holiday-german-unity = Tag der Deutschen Einheit
calendar-holiday-reformation = Reformationstag
calendar-holiday-all-saints = Allerheiligen
calendar-holiday-christmas-day = 1. Weihnachtstag
calendar-holiday-second-christmas-day = 2. Weihnachtstag

# School holidays.
calendar-school-unknown = Schulferien noch unbekannt
calendar-school-easter = Osterferien
calendar-school-whitsun = Pfingstferien
calendar-school-summer = Sommerferien
calendar-school-autumn = Herbstferien
calendar-school-christmas = Weihnachtsferien

# A day that the organiser has not announced yet.
calendar-day-expected = { $name } (voraussichtlich)
calendar-kind-memorial = Gedenken und Mahnung
calendar-kind-professional = Bücher, Sammlungen, Bildung
calendar-kind-fun = heiterer Anlass

# Awareness days.
calendar-day-braille = Welt-Braille-Tag
calendar-day-education = Internationaler Tag der Bildung
calendar-day-holocaust-remembrance = Tag des Gedenkens an die Opfer des Nationalsozialismus
calendar-day-data-protection = Europäischer Datenschutztag
calendar-day-safer-internet = Safer Internet Day
calendar-day-women-in-science = Internationaler Tag der Frauen und Mädchen in der Wissenschaft
calendar-day-radio = Welttag des Radios
calendar-day-book-giving = Tag des verschenkten Buches
calendar-day-mother-language = Internationaler Tag der Muttersprache
calendar-day-womens-carnival = Weiberfastnacht
calendar-day-rose-monday = Rosenmontag
calendar-day-archives = Tag der Archive
calendar-day-women = Internationaler Frauentag
calendar-day-pi = Pi-Tag
calendar-day-print-art = Tag der Druckkunst
calendar-day-storytelling = Welttag des Geschichtenerzählens
calendar-day-poetry = Welttag der Poesie
calendar-day-racism = Internationaler Tag gegen Rassismus
calendar-day-childrens-book = Internationaler Kinderbuchtag
calendar-day-library-night = Nacht der Bibliotheken
calendar-day-provenance = Tag der Provenienzforschung
calendar-day-monuments-sites = Internationaler Denkmaltag
calendar-day-earth = Tag der Erde
calendar-day-book = Welttag des Buches
calendar-day-beer = Tag des deutschen Bieres
calendar-day-intellectual-property = Welttag des geistigen Eigentums
calendar-day-jazz = Internationaler Tag des Jazz
calendar-day-press-freedom = Internationaler Tag der Pressefreiheit
calendar-day-star-wars = Star-Wars-Tag
calendar-day-equal-participation = Europäischer Protesttag zur Gleichstellung von Menschen mit Behinderung
calendar-day-liberation = Tag der Befreiung
calendar-day-europe = Europatag
calendar-day-book-burning = Gedenktag der Bücherverbrennung von 1933
calendar-day-free-comic = Gratis-Comic-Tag
calendar-day-museum = Internationaler Museumstag
calendar-day-cultural-diversity = Welttag der kulturellen Vielfalt
calendar-day-basic-law = Tag des Grundgesetzes
calendar-day-towel = Handtuchtag
calendar-day-play-before-2025 = Weltspieltag
calendar-day-environment = Weltumwelttag
calendar-day-archives-international = Internationaler Tag der Archive
calendar-day-play = Weltspieltag
calendar-day-diary = Tag des Tagebuchs
calendar-day-bloomsday = Bloomsday
calendar-day-uprising-1953 = Gedenktag des Volksaufstands von 1953
calendar-day-refugees = Gedenktag für die Opfer von Flucht und Vertreibung
calendar-day-music = Fête de la Musique
calendar-day-digital = Digitaltag
calendar-day-emoji = Welt-Emoji-Tag
calendar-day-resistance = Gedenktag des Widerstands vom 20. Juli 1944
calendar-day-cat = Weltkatzentag
calendar-day-book-lovers = Tag der Buchliebhaber
calendar-day-peace-germany = Antikriegstag
calendar-day-read-a-book = Lies-ein-Buch-Tag
calendar-day-literacy = Weltalphabetisierungstag
calendar-day-open-monument = Tag des offenen Denkmals
calendar-day-children = Weltkindertag
calendar-day-peace = Internationaler Tag des Friedens
calendar-day-languages = Europäischer Tag der Sprachen
calendar-day-access-to-information = Internationaler Tag des Zugangs zu Informationen
calendar-day-translation = Internationaler Übersetzertag
calendar-day-older-persons = Internationaler Tag der älteren Menschen
calendar-day-open-doors-mouse = Maus-Türöffner-Tag
calendar-day-libraries = Tag der Bibliotheken
calendar-day-audiovisual = Welttag des audiovisuellen Erbes
calendar-day-reformation = Reformationstag
calendar-day-halloween = Halloween
calendar-day-digital-preservation = Tag der digitalen Langzeitarchivierung
calendar-day-pogrom-1938 = Gedenktag der Pogrome von 1938
calendar-day-fall-of-the-wall = Tag des Mauerfalls von 1989
calendar-day-martinmas = Martinstag und Beginn der Karnevalszeit
calendar-day-national-mourning = Volkstrauertag
calendar-day-reading-aloud = Bundesweiter Vorlesetag
calendar-day-sunday-of-the-dead = Totensonntag
calendar-day-childrens-rights = Tag der Kinderrechte
calendar-day-violence-against-women = Internationaler Tag gegen Gewalt an Frauen
calendar-day-advent = 1. Advent
calendar-day-disabilities = Internationaler Tag der Menschen mit Behinderungen
calendar-day-volunteers = Internationaler Tag des Ehrenamtes
calendar-day-nicholas = Nikolaustag
calendar-day-human-rights = Tag der Menschenrechte
calendar-day-migrants = Internationaler Tag der Migranten
calendar-day-short-film = Kurzfilmtag
