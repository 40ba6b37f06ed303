# Was beim Hinausgehen ins Fediverse gesagt wird.
federation-out-pictures = Mastodon zeigt nur die ersten { $n } Bilder; andere Dienste zeigen alle.
federation-out-folded = Mastodon klappt Texte über { $n } Zeichen ein; mit „Mehr lesen“ sind sie ganz da.
federation-out-nobody = Wer geschrieben hat, ist auf seinem Server nicht mehr zu finden.
