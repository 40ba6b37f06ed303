// One example or more of every kind of page. A page route without an entry here fails the tests.
//
// route:  the path as `verbund routes --json` tells it
// url:    an address of that kind in the demo, or a function of the page that finds one
// as:     who looks: "visitor" (nobody signed in) or a role of the demo
// state:  what is seen: "full", "empty", "error"
// langs:  ["de"] where the page has one language alone; otherwise German and English
// picture, phone, scheme: shown in README under that name, as on a phone, "light" or "dark"
// script: false for a look without script
export const pages = [];

/** Page routes that answer no page of their own, with the reason. */
export const without = {};
