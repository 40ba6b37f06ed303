// Keeps what is typed into an answer, on the server, a moment after each pause and when the page goes away.
const form = document.querySelector('form[data-draft]')
const field = form?.querySelector('textarea')
const status = form?.querySelector('[data-draft-status]')
let kept = field?.value
let timer = 0

const body = () => {
  const data = new URLSearchParams(new FormData(form))
  data.set('by', 'script')
  return data
}

async function keep() {
  clearTimeout(timer)
  if (!field || field.value === kept) return
  const text = field.value
  try {
    const answer = await fetch(form.dataset.draft, { method: 'POST', body: body(), redirect: 'manual' })
    if (answer.status !== 204) throw new Error(String(answer.status))
    kept = text
    if (status) status.textContent = status.dataset.kept
  } catch {
    if (status) status.textContent = status.dataset.notKept
  }
}

field?.addEventListener('input', () => {
  clearTimeout(timer)
  if (status) status.textContent = ''
  timer = setTimeout(keep, 900)
})
form?.addEventListener('submit', () => {
  clearTimeout(timer)
  kept = field.value
})
document.addEventListener('visibilitychange', () => {
  if (!field || document.visibilityState !== 'hidden' || field.value === kept) return
  kept = field.value
  fetch(form.dataset.draft, { method: 'POST', body: body(), keepalive: true }).catch(() => {})
})
