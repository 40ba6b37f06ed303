// Passkeys: registers one, or signs in with one.
//
// <form hidden data-passkey="register|sign-in" data-start="URL" data-finish="URL" data-with="ID"
//       data-waiting="…" data-cancelled="…" data-failed="…">
//
// The form stays hidden where the browser knows no passkeys; the other ways to sign in are beside it.
// `start` receives the fields of the form, and of the one that `data-with` names, as JSON (never a
// password) and answers the options as webauthn-rs writes them; `finish` receives the credential and
// the fields again and answers `{"location": "…"}`. An answer that is not a success may carry
// `{"message": "…"}` or `{"why": "…"}` in the reader's language. With `data-conditional`, a sign-in is also
// offered in the browser's own list of accounts, in a field with autocomplete="username webauthn".

const binary = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const known = (list) => list?.map((one) => ({ ...one, id: binary(one.id) }));

/** A refusal in words that the server chose for the reader. */
class Refusal extends Error {}

async function ask(url, body) {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  });
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refusal(said.message ?? said.why ?? "");
  return said;
}

/** What the server asks of the browser: the same options with bytes instead of base64url. */
function decode({ publicKey: options }) {
  return {
    ...options,
    challenge: binary(options.challenge),
    ...(options.user && { user: { ...options.user, id: binary(options.user.id) } }),
    ...(options.excludeCredentials && { excludeCredentials: known(options.excludeCredentials) }),
    ...(options.allowCredentials && { allowCredentials: known(options.allowCredentials) }),
  };
}

/** What the server hears back: the credential with base64url instead of bytes. */
function encode(credential) {
  const { response } = credential;
  const proof = response.attestationObject
    ? {
        attestationObject: text(response.attestationObject),
        transports: response.getTransports?.() ?? null,
      }
    : {
        authenticatorData: text(response.authenticatorData),
        signature: text(response.signature),
        userHandle: response.userHandle ? text(response.userHandle) : null,
      };
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: { ...proof, clientDataJSON: text(response.clientDataJSON) },
    extensions: credential.getClientExtensionResults(),
  };
}

/** What is filled in, here and in the form beside it; passwords stay where they are. */
function fieldsOf(form) {
  const forms = [document.getElementById(form.dataset.with ?? ""), form].filter(Boolean);
  const secret = new Set(forms.flatMap((one) => [...one.elements].filter((e) => e.type === "password").map((e) => e.name)));
  return Object.fromEntries(forms.flatMap((one) => [...new FormData(one)]).filter(([name]) => !secret.has(name)));
}

async function run(form, extra) {
  const options = await ask(form.dataset.start, fieldsOf(form));
  const request = { publicKey: decode(options), ...extra };
  const credential =
    form.dataset.passkey === "register"
      ? await navigator.credentials.create(request)
      : await navigator.credentials.get(request);
  const { location: next } = await ask(form.dataset.finish, { ...encode(credential), fields: fieldsOf(form) });
  location.assign(next);
}

function statusOf(form) {
  const place = form.querySelector("[role=status]") ?? document.createElement("p");
  place.setAttribute("role", "status");
  if (!place.isConnected) form.append(place);
  return (words) => (place.textContent = words ?? "");
}

function enhance(form) {
  const say = statusOf(form);
  const button = form.querySelector("button");
  let waiting = offer(form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    waiting.abort();
    waiting = new AbortController();
    button.disabled = true;
    say(form.dataset.waiting);
    try {
      await run(form, { signal: waiting.signal });
    } catch (error) {
      // The browser says NotAllowedError both when the person cancels and when time runs out.
      const own = error.name === "NotAllowedError" ? form.dataset.cancelled : form.dataset.failed;
      say((error instanceof Refusal && error.message) || own);
    } finally {
      button.disabled = false;
    }
  });
  form.hidden = false;
}

/** Offers a passkey in the list of accounts, silently; it ends when the button is used instead. */
function offer(form) {
  const waiting = new AbortController();
  if (form.dataset.passkey === "sign-in" && "conditional" in form.dataset) {
    PublicKeyCredential.isConditionalMediationAvailable?.()
      .then((able) => able && run(form, { signal: waiting.signal, mediation: "conditional" }))
      .catch(() => {});
  }
  return waiting;
}

if (window.PublicKeyCredential && navigator.credentials) {
  document.querySelectorAll("form[data-passkey]").forEach(enhance);
}
