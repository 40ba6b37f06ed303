// What people do at the desk, as more than one journey does it.

/** A JPEG of its own, drawn by the browser: a photograph of nothing in particular. */
export async function jpeg(page, { width = 1200, height = 800 } = {}) {
  const words = await page.evaluate(
    ([width, height]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const pen = canvas.getContext("2d");
      for (let n = 0; n < 40; n += 1) {
        pen.fillStyle = `hsl(${n * 9} 60% ${30 + n}%)`;
        pen.fillRect((n % 8) * (width / 8), Math.floor(n / 8) * (height / 5), width / 8, height / 5);
      }
      return canvas.toDataURL("image/jpeg", 0.9);
    },
    [width, height],
  );
  return { name: "IMG_2041.JPG", mimeType: "image/jpeg", buffer: Buffer.from(words.split(",")[1], "base64") };
}

/** Begins a text and stands in its editor; gives the path of the post. */
export async function begin(page, desk) {
  await page.goto(`${desk}/posts`);
  await page.locator('form[action$="/posts"][method="post"] button:visible').first().click();
  await page.waitForURL("**/edit**");
  return new URL(page.url()).pathname.replace(/\/edit$/, "");
}

/** Waits until the editor says that it has saved. */
export const saved = (page) => page.locator('[data-save-status][data-state="saved"]').waitFor();

/** Changes the text and waits until the server has answered to just that text; gives the answer's status. */
export async function change(page, act) {
  const answers = [];
  const hear = (answer) => answer.url().endsWith("/save") && answers.push(answer);
  page.on("response", hear);
  await act();
  const body = await page.inputValue("#body");
  const holds = () => answers.find((answer) => new URLSearchParams(answer.request().postData()).get("body") === body);
  while (!holds()) await page.waitForResponse((answer) => answer.url().endsWith("/save"));
  page.off("response", hear);
  return holds().status();
}

/** The button under the editor that sends it as a form. */
export const SAVE = 'button[form="editor"]:not([formaction])';
export const PROPOSE = 'button[form="editor"][formaction$="/proposal"]';

/** A minute of the clock in Germany that is at least so many seconds away, as the forms take it. */
export function minuteAhead(seconds, now = Date.now()) {
  const at = Math.ceil((now + seconds * 1000) / 60_000) * 60_000;
  const local = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "short" }).format(at);
  const [date, time] = local.split(" ");
  return { at, date, time };
}
