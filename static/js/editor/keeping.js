// The text as it stands, kept in this browser until the server has it.
import { config, form } from "./page.js"

const AT_MOST = 4_000_000
const name = () => `vivere-draft-${config.id}`

/** The fields of the form in order, without what belongs to one visit. */
export function entries() {
  return [...new FormData(form)].filter(([field]) => field !== "csrfmiddlewaretoken" && field !== "do")
}

/** Keeps the form; false when the browser has no room or refuses. */
export function keep() {
  try {
    const text = JSON.stringify({ version: config.version, at: Date.now(), entries: entries() })
    if (text.length > AT_MOST) return false
    localStorage.setItem(name(), text)
    return true
  } catch {
    return false
  }
}

/** Forgets what was kept: the server has it, or the writer does not want it. */
export function forget(id = config.id) {
  try { localStorage.removeItem(`vivere-draft-${id}`) } catch { /* nothing was kept then */ }
}

/** What an earlier visit kept and the server never got; null when there is none. */
export function kept() {
  try {
    const found = JSON.parse(localStorage.getItem(name()) || "null")
    const isSame = found && JSON.stringify(found.entries) === JSON.stringify(entries())
    return found && !isSame && Array.isArray(found.entries) ? found : null
  } catch {
    return null
  }
}

/** Sends a kept text as the form would have been: what can be saved is, what collides is shown side by side. */
export function send(found) {
  const again = document.createElement("form")
  again.method = "post"
  again.hidden = true
  for (const [field, value] of [["csrfmiddlewaretoken", form.csrfmiddlewaretoken.value], ...found.entries]) {
    const input = document.createElement("textarea")
    input.name = field
    input.value = value
    again.append(input)
  }
  document.body.append(again)
  again.submit()
}
