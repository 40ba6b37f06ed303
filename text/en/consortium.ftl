# The network: its names, its addresses, its texts.
consortium-slug-length = The address needs at least two and at most { $n } characters.
consortium-slug-shape = An address has only small letters, digits and single hyphens. For example: { $suggestion }.
consortium-slug-reserved = The program needs “{ $slug }” itself. Please choose another address.
consortium-slug-taken = This address leads to another network, now or from earlier on.
consortium-domain-umlaut = “{ $value }” has umlauts. Please enter the spelling that begins with xn--; your provider can tell you.
consortium-domain-installation = “{ $value }” is the address at which all networks are found. A single one cannot have it.
consortium-domain-shape = “{ $value }” is not the name of a web site. Write for example: www.bibliothekshelden.de.
consortium-domain-taken = Another network has this domain.
consortium-missing = This is still missing.
consortium-needed-while-public = While the page is public this must not be empty.
consortium-long =
    { $n ->
        [one] That is too long: at most one character fits.
       *[other] That is too long: at most { $n } characters fit.
    }
consortium-zone = Please choose a time zone from the list.
consortium-languages = Please choose in which languages you write.
consortium-imprint-email = That is no e-mail address. Write for example: post@bibliothekshelden.de.
