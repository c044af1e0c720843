// What every part of the page shares: the form, what the server told, words for assistive technology.

export const form = document.getElementById("editor")
export const config = JSON.parse(document.getElementById("editor-config").textContent)

/** Says something to people who do not see the page. */
export function say(words) {
  const said = document.getElementById("said")
  said.textContent = ""
  requestAnimationFrame(() => { said.textContent = words })
}

/** An element with attributes, properties beginning with a dot, listeners beginning with "on", and children. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, "")
    else if (value !== false && value != null) element.setAttribute(name, value)
  }
  element.append(...children.filter((child) => child != null))
  return element
}

/** Tells all parts that the text changed: `order` when rows moved, `text` when something was typed. */
export function changed(what = "text") {
  form.dispatchEvent(new CustomEvent("changed", { detail: what }))
}

/** Headers of a request that changes something; the token is read anew, since signing in again replaces it. */
export function headers() {
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)
  return { "X-CSRFToken": cookie ? cookie[1] : form.csrfmiddlewaretoken.value, Accept: "application/json" }
}

/** A JSON answer, or an Error whose message is a sentence for the writer. */
export async function ask(address, options = {}) {
  let answer
  try {
    answer = await fetch(address, { credentials: "same-origin", ...options, headers: { ...headers(), ...options.headers } })
  } catch (error) {
    if (error.name === "AbortError") throw error
    throw Object.assign(new Error("the server does not answer"), { isAway: true })
  }
  if (!(answer.headers.get("Content-Type") || "").startsWith("application/json")) {
    if (answer.redirected) throw new Error("you are signed out; sign in again in another tab")
    if (answer.status === 403) throw new Error("you may not do this, or were signed out; sign in again in another tab")
    throw Object.assign(new Error(`the server failed (${answer.status})`), { isAway: answer.status >= 500 })
  }
  return { status: answer.status, body: await answer.json() }
}
