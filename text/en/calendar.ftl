# Words of the room calendar.

# Weekdays, 1 is Monday; months, 1 is January.
calendar-weekday = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
    *[7] Sunday
}
calendar-weekday-short = { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
    *[7] Sun
}
calendar-month = { $month ->
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
calendar-month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
    *[12] Dec
}

# Days and times. Arguments: $day weekday, $d, $month, $year, $hour, $minute, $clock as in 9:30.
calendar-date = { calendar-weekday-short }, { $d } { calendar-month }
calendar-date-year = { calendar-date } { $year }
calendar-date-long = { calendar-weekday }, { $d } { calendar-month } { $year }
calendar-date-short = { calendar-weekday-short }, { $d } { calendar-month-short }
calendar-date-short-year = { calendar-date-short } { $year }
calendar-day-month = { $d } { calendar-month }
calendar-month-year = { calendar-month } { $year }
calendar-time = { $clock }
calendar-moment = { $date }, { $time }
calendar-today = today { $clock }
calendar-tomorrow = tomorrow { $clock }
calendar-yesterday = yesterday { $clock }
calendar-week = Week { $n }
calendar-week-year = Week { $n } ({ $year })
calendar-span-month = { $first }–{ $last } { calendar-month }
calendar-span-month-year = { calendar-span-month } { $year }
calendar-span = { $from } – { $until }
calendar-span-year = { $from } – { $until } { $year }
calendar-span-years = { $from } { $from-year } – { $until } { $year }

# What can be wrong with a date or a time.
calendar-date-missing = Choose a day.
calendar-date-wrong = “{ $text }” is not a day that exists. Write it like 2026-12-03.
calendar-time-missing = Choose a time.
calendar-time-wrong = “{ $text }” is not a time. Write it like 9:30.
calendar-time-left-out = There is no { $clock } on { $date }, because the clocks go forward. Choose an hour earlier or later.
calendar-zone-unknown = We do not know the time zone “{ $name }”. An example is Europe/Berlin.

# Rules by which something returns.
calendar-slot-weekly = every { calendar-weekday } at { calendar-time }{ calendar-slot-except }
calendar-slot-weeks = { $n ->
    [2] every two weeks on { calendar-weekday } at { calendar-time }{ calendar-slot-except }
   *[other] every { $n } weeks on { calendar-weekday } at { calendar-time }{ calendar-slot-except }
}
calendar-slot-monthly = every { calendar-slot-nth } { calendar-weekday } of the month at { calendar-time }{ calendar-slot-except }
calendar-slot-nth = { $n ->
    [1] first
    [2] second
    [3] third
    [4] fourth
   *[other] last
}
calendar-slot-except = { $except ->
    [holidays] , except on public holidays
    [vacations] , except in the school holidays
    [both] , except on public holidays and in the school holidays
   *[none] { "" }
}
calendar-slot-weeks-wrong = The interval has to be between 2 and 52 weeks.
calendar-slot-nth-wrong = Choose the first to fourth or the last such weekday of the month.
calendar-slot-unreadable = The rule of this series cannot be read. Set it again.

# Public holidays.
calendar-holiday-new-year = New Year’s Day
calendar-holiday-good-friday = Good Friday
calendar-holiday-easter-monday = Easter Monday
calendar-holiday-labour-day = Labour Day
calendar-holiday-ascension = Ascension Day
calendar-holiday-whit-monday = Whit Monday
calendar-holiday-corpus-christi = Corpus Christi
calendar-holiday-german-unity = Day of German Unity
calendar-holiday-reformation = Reformation Day
calendar-holiday-all-saints = All Saints’ Day
calendar-holiday-christmas-day = Christmas Day
calendar-holiday-second-christmas-day = Second Day of Christmas

# School holidays.
calendar-school-unknown = School holidays not yet known
calendar-school-easter = Easter holidays
calendar-school-whitsun = Whitsun holidays
calendar-school-summer = Summer holidays
calendar-school-autumn = Autumn holidays
calendar-school-christmas = Christmas holidays

# A day that the organiser has not announced yet.
calendar-day-expected = { $name } (expected)
calendar-kind-memorial = remembrance and causes
calendar-kind-professional = books, collections, education
calendar-kind-fun = cheerful occasion

# Awareness days.
calendar-day-braille = World Braille Day
calendar-day-education = International Day of Education
calendar-day-holocaust-remembrance = Holocaust Remembrance Day
calendar-day-data-protection = Data Protection Day
calendar-day-safer-internet = Safer Internet Day
calendar-day-women-in-science = International Day of Women and Girls in Science
calendar-day-radio = World Radio Day
calendar-day-book-giving = International Book Giving Day
calendar-day-mother-language = International Mother Language Day
calendar-day-womens-carnival = Women’s Carnival
calendar-day-rose-monday = Rose Monday
calendar-day-archives = Archives Day (Germany)
calendar-day-women = International Women’s Day
calendar-day-pi = Pi Day
calendar-day-print-art = Day of the Art of Printing
calendar-day-storytelling = World Storytelling Day
calendar-day-poetry = World Poetry Day
calendar-day-racism = International Day against Racism
calendar-day-childrens-book = International Children’s Book Day
calendar-day-library-night = Night of Libraries
calendar-day-provenance = Day of Provenance Research
calendar-day-monuments-sites = International Day for Monuments and Sites
calendar-day-earth = Earth Day
calendar-day-book = World Book Day
calendar-day-beer = German Beer Day
calendar-day-intellectual-property = World Intellectual Property Day
calendar-day-jazz = International Jazz Day
calendar-day-press-freedom = World Press Freedom Day
calendar-day-star-wars = Star Wars Day
calendar-day-equal-participation = European Day for Equality of People with Disabilities
calendar-day-liberation = Liberation Day (end of the war in Europe)
calendar-day-europe = Europe Day
calendar-day-book-burning = Remembrance of the Book Burnings of 1933
calendar-day-free-comic = Free Comic Book Day (Germany)
calendar-day-museum = International Museum Day
calendar-day-cultural-diversity = World Day for Cultural Diversity
calendar-day-basic-law = Constitution Day (Germany)
calendar-day-towel = Towel Day
calendar-day-play-before-2025 = World Play Day
calendar-day-environment = World Environment Day
calendar-day-archives-international = International Archives Day
calendar-day-play = International Day of Play
calendar-day-diary = Diary Day
calendar-day-bloomsday = Bloomsday
calendar-day-uprising-1953 = Remembrance of the Uprising of 1953
calendar-day-refugees = Day of Remembrance for Refugees and Expellees
calendar-day-music = World Music Day
calendar-day-digital = Digital Day (Germany)
calendar-day-emoji = World Emoji Day
calendar-day-resistance = Remembrance of the Resistance of 20 July 1944
calendar-day-cat = International Cat Day
calendar-day-book-lovers = Book Lovers Day
calendar-day-peace-germany = Anti-War Day
calendar-day-read-a-book = Read a Book Day
calendar-day-literacy = International Literacy Day
calendar-day-open-monument = Open Monument Day
calendar-day-children = Universal Children’s Day (Germany)
calendar-day-peace = International Day of Peace
calendar-day-languages = European Day of Languages
calendar-day-access-to-information = International Day for Universal Access to Information
calendar-day-translation = International Translation Day
calendar-day-older-persons = International Day of Older Persons
calendar-day-open-doors-mouse = Open Doors with the Mouse
calendar-day-libraries = Libraries Day (Germany)
calendar-day-audiovisual = World Day for Audiovisual Heritage
calendar-day-reformation = Reformation Day
calendar-day-halloween = Halloween
calendar-day-digital-preservation = World Digital Preservation Day
calendar-day-pogrom-1938 = Remembrance of the Pogroms of 1938
calendar-day-fall-of-the-wall = Fall of the Berlin Wall, 1989
calendar-day-martinmas = Martinmas and Start of the Carnival Season
calendar-day-national-mourning = National Day of Mourning (Germany)
calendar-day-reading-aloud = National Reading Aloud Day (Germany)
calendar-day-sunday-of-the-dead = Sunday of the Dead
calendar-day-childrens-rights = World Children’s Day
calendar-day-violence-against-women = International Day for the Elimination of Violence against Women
calendar-day-advent = First Sunday of Advent
calendar-day-disabilities = International Day of Persons with Disabilities
calendar-day-volunteers = International Volunteer Day
calendar-day-nicholas = St Nicholas Day
calendar-day-human-rights = Human Rights Day
calendar-day-migrants = International Migrants Day
calendar-day-short-film = Short Film Day
