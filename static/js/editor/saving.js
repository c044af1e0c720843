// Saves: every few seconds by itself, at once when asked. Says what is true, and keeps the text meanwhile.
import { bannerOf, showErrors } from "./errors.js"
import { entries, forget, keep, kept, send } from "./keeping.js"
import { ask, config, form, make, say } from "./page.js"

const PAUSE = 2000
const AT_LATEST = 10_000
const RETRY = 5000

const state = document.getElementById("state")
let dirty = false
let typedSince = 0
let timer = 0
let running = null
let isHeld = false // after a collision nothing is sent until the writer has chosen

/** Whether something is on the page that the server has not got. */
export const isDirty = () => dirty

function tell(words, look = "") {
  state.className = `state ${look}`
  state.textContent = words
}

function touched() {
  if (!dirty) typedSince = Date.now()
  dirty = true
  const isKept = keep()
  if (!isHeld && !running) tell(isKept ? "Not saved yet" : "Not saved yet, and this browser cannot keep a copy", "waiting")
  if (!isHeld && document.getElementById("title").value.trim()) plan(Math.min(PAUSE, Math.max(0, typedSince + AT_LATEST - Date.now())))
}

function plan(wait) {
  clearTimeout(timer)
  timer = setTimeout(() => save({ quietly: true }), wait)
}

/** Sends the form; only one request at a time is on its way. True when the server has everything. */
export async function save({ quietly = false } = {}) {
  if (running) {
    await running
    if (quietly && !dirty) return true
  }
  clearTimeout(timer)
  running = attempt(quietly)
  try {
    return await running
  } finally {
    running = null
  }
}

async function attempt(quietly) {
  if (isHeld) return false
  tell("Saving…", "waiting")
  dirty = false
  const body = new FormData(form)
  body.delete("do")
  if (quietly) body.set("quietly", "1")
  try {
    const answer = await ask(config.at.save, { method: "POST", body })
    return answer.status === 200 ? saved(answer.body, quietly) : refused(answer, quietly)
  } catch (problem) {
    dirty = true
    const isKept = keep()
    tell(`Not saved: ${problem.message}. ${isKept ? "Your text is kept in this browser" : "Keep this page open"}${problem.isAway ? " and will be sent again." : "."}`, "bad")
    if (!quietly) say(state.textContent)
    if (problem.isAway) plan(RETRY)
    return false
  }
}

function saved(body, quietly) {
  const before = config.id
  Object.assign(config, { id: body.id, version: body.version, at: body.at })
  form.opened_version.value = body.version
  if (!before) {
    history.replaceState(null, "", body.at.change)
    forget(0)
  }
  if (dirty) keep()
  else forget()
  tell(dirty ? "Not saved yet" : `Saved ${body.time}`, dirty ? "waiting" : "good")
  if (!quietly) say("Saved")
  showErrors({})
  if (dirty) plan(PAUSE)
  form.dispatchEvent(new CustomEvent("saved", { detail: { ...body, isNew: !before } }))
  return !dirty
}

function refused({ status, body }, quietly) {
  dirty = true
  keep()
  if (status === 409) collided(body)
  else {
    const sentences = Object.values(body.errors || {})
    tell(`Not saved: ${sentences[0] || "the form was refused"}`, "bad")
    showErrors(body.errors || {}, { loudly: !quietly })
  }
  return false
}

function collided(body) {
  isHeld = true
  tell(`Not saved: ${body.message}`, "bad")
  const compare = make("button", { type: "button", class: "btn main" }, "Compare both texts")
  compare.addEventListener("click", () => {
    dirty = false // the text goes along with the form
    send({ entries: entries() })
  })
  bannerOf("Somebody saved first", [`${body.message} Nothing of yours is lost.`], compare)
}

function offerKept() {
  const found = kept()
  if (!found || document.getElementById("banner")) return
  const use = make("button", { type: "button", class: "btn main" }, "Use it")
  const drop = make("button", { type: "button", class: "btn" }, "Throw it away")
  const banner = bannerOf("This browser kept a text that was not saved", [`It was typed ${new Date(found.at).toLocaleString("en-GB")}. If somebody saved meanwhile, both texts will be shown.`], use, drop)
  use.addEventListener("click", () => { forget(); dirty = false; send(found) })
  drop.addEventListener("click", () => { forget(); banner.remove() })
}

/** Listens, and starts with what an earlier visit left. */
export function saving() {
  form.addEventListener("input", (event) => { if (event.target.name && !event.target.closest(".ProseMirror")) touched() })
  form.addEventListener("change", (event) => { if (event.target.name) touched() })
  form.addEventListener("changed", touched)
  form.addEventListener("submit", (event) => {
    if (event.submitter && event.submitter.id !== "save") { dirty = false; return }
    event.preventDefault()
    save()
  })
  addEventListener("online", () => { if (dirty) plan(0) })
  addEventListener("beforeunload", (event) => { if (dirty || running) event.preventDefault() })
  document.addEventListener("click", (event) => { if (event.target.closest?.("[data-forget]")) { forget(); dirty = false } })
  if (document.getElementById("banner")) { dirty = true; keep() } // a refused form: its text is nowhere else
  else offerKept()
}
