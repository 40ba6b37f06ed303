// A real SMTP server that keeps every mail as a file: node mailbox.mjs FOLDER
//
// Takes mail with or without STARTTLS and with or without a name (any name but "wrong"). It refuses
// what is addressed to …+550@…, puts off …+451@…, answers 421 for …+421@… and lets …+greylist@… wait once.
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";

const folder = process.argv[2];
await mkdir(folder, { recursive: true });

const ANSWERS = { 550: "5.1.1 nobody of this name", 451: "4.3.0 not now", 421: "4.7.0 later, please" };
const waited = new Set();
let number = 0;

function refusal(address) {
  const code = Object.keys(ANSWERS).find((code) => address.includes(`+${code}@`));
  if (code) return { code: Number(code), words: ANSWERS[code] };
  if (!address.includes("+greylist@") || waited.has(address)) return null;
  waited.add(address);
  return { code: 450, words: "4.7.1 greylisted, come again" };
}

const refuse = ({ code, words }) => Object.assign(new Error(words), { responseCode: code });

const server = new SMTPServer({
  authOptional: true,
  allowInsecureAuth: true,
  disableReverseLookup: true,
  onAuth: ({ username }, session, done) =>
    username === "wrong" ? done(refuse({ code: 535, words: "5.7.8 wrong name" })) : done(null, { user: username }),
  onRcptTo({ address }, session, done) {
    const no = refusal(address);
    done(no ? refuse(no) : null);
  },
  async onData(stream, session, done) {
    const pieces = [];
    for await (const piece of stream) pieces.push(piece);
    const { mailFrom, rcptTo } = session.envelope;
    const envelope = [`X-Envelope-From: ${mailFrom.address}`, ...rcptTo.map((to) => `X-Envelope-To: ${to.address}`)];
    const name = `${String(++number).padStart(6, "0")}.eml`;
    // Renamed when complete, so that whoever watches the folder reads whole mails.
    await writeFile(join(folder, `.${name}`), Buffer.concat([Buffer.from(`${envelope.join("\r\n")}\r\n`), ...pieces]));
    await rename(join(folder, `.${name}`), join(folder, name));
    done(null, `2.0.0 kept as ${name}`);
  },
});

server.on("error", (error) => console.error(String(error)));
server.listen(0, "127.0.0.1", () => console.log(`listening on 127.0.0.1:${server.server.address().port}`));
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => server.close(() => process.exit(0)));
