# What can be seen on the drawn pictures of the demo: image descriptions.
demo-drawing-bookshelf-near = Drawing: a shelf with the spines of { $n } large colourful books, and among them { $guest ->
    [plant] a potted plant
    [cup] a pile of books with a steaming cup
    [cat] a cat with its back to us
   *[globe] a small globe
}.
demo-drawing-bookshelf = Drawing: a wooden bookcase full of colourful books, and in one place { $guest ->
    [plant] a potted plant
    [cup] a pile of books with a steaming cup
    [cat] a cat with its back to us
   *[globe] a small globe
}.
demo-drawing-reading-chair = Drawing: a { $chair ->
    [green] green
    [red] dark red
    [blue] blue
    [yellow] yellow
   *[rust] rust-coloured
} reading chair under a floor lamp, an open book on it; in the window { $weather ->
    [moon] a crescent moon over dark roofs
    [snow] snowy roofs and snowflakes
   *[rain] rain over dark roofs
}.
demo-drawing-market-square = Drawing: a market square { $hour ->
    [morning] in the morning
    [noon] at noon
    [evening] in the evening
   *[dusk] at dusk
} with { $houses } colourful gabled houses and a church tower behind them; in front { $n ->
    [0] a fountain
    [one] a bookstall with a striped roof
   *[other] { $n } bookstalls with striped roofs
}.
demo-drawing-sewing-table = Drawing: a { $machine ->
    [green] green
    [red] red
    [black] black
    [blue] blue
   *[cream] cream-coloured
} sewing machine on a wooden table with cloth, scissors and a tin of buttons, in front of it { $work ->
    [bag] a sewn bag
    [cushion] a dotted cushion
   *[bunting] a string of pennants begun
}; { $n } spools of thread on a wall shelf.
demo-drawing-museum-objects = Drawing: a museum room with three plinths in spotlights; on them from the left { $first ->
    [clog] a pair of clogs
    [jug] a round-bellied jug
    [oillamp] a burning oil lamp
    [bell] a bell in a wooden frame
    [ship] a model sailing ship
   *[clock] a table clock
}, { $second ->
    [clog] a pair of clogs
    [jug] a round-bellied jug
    [oillamp] a burning oil lamp
    [bell] a bell in a wooden frame
    [ship] a model sailing ship
   *[clock] a table clock
} and { $third ->
    [clog] a pair of clogs
    [jug] a round-bellied jug
    [oillamp] a burning oil lamp
    [bell] a bell in a wooden frame
    [ship] a model sailing ship
   *[clock] a table clock
}.
demo-drawing-archive = Drawing: an archive with { $n } labelled boxes on shelves; on the table under the lamp { $find ->
    [map] an old map
    [letters] old handwritten letters
   *[photos] old brownish photos
} and a magnifying glass.
demo-drawing-game-night = Drawing: a games table from above, a board game with { $n } pieces, as many hands of cards, cups, nuts, and two dice showing { $first } and { $second }.
demo-drawing-childrens-corner-tent = Drawing: a children’s corner with a tent, many colourful cushions, a teddy bear and a low bookshelf, pennants above.
demo-drawing-childrens-corner-rainbow = Drawing: a children’s corner with a rainbow on the wall, many colourful cushions, a teddy bear and a low bookshelf, pennants above.
demo-drawing-winter-snowing = Drawing: a snow-covered house on a winter night, snow is falling; books stand behind { $n } bright windows, footprints lead to the door.
demo-drawing-winter-clear = Drawing: a snow-covered house on a clear winter night; books stand behind { $n } bright windows, footprints lead to the door.
demo-drawing-summer-garden = Drawing: a summer garden with an apple tree and a white fence; in it { $seat ->
    [deckchair] a striped deckchair
    [hammock] a hammock with a cushion
   *[blanket] a chequered blanket with a cushion and a straw hat
}, an open book, a pile of books and a glass of lemonade.
demo-drawing-book-bicycle = Drawing: a bicycle with a trailer full of books on a field path { $season ->
    [spring] in spring
    [summer] in summer
    [autumn] in autumn
   *[evening] in the evening
}, in the background { $landmark ->
    [windmill] a windmill
    [church] a church
   *[farm] a farm
}.
demo-drawing-poster-wall = Drawing: a wall with { $n } colourful posters without words, a bench and a plant in front.
demo-drawing-poster-wall-brick = Drawing: a brick wall with { $n } colourful posters without words, a bench and a plant in front.
