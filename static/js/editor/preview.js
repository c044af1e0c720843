// What publication would make of the text, beside it: the server renders, nothing is stored.
import { ask, config, form, headers, make, say } from "./page.js"
import { isDirty, save } from "./saving.js"

const PAUSE = 500
const DESKTOP = 1100
let timer = 0
let pending = null
let frame = null
let note = null
let isOpen = () => false

/** Builds the panel; `shown` tells whether anybody sees it. */
export function preview(panel, shown) {
  isOpen = shown
  frame = make("iframe", { title: "Preview of the article", sandbox: "allow-same-origin" })
  note = make("p", { class: "help", role: "status" })
  const holder = make("div", { class: "holder phone" }, frame)
  const width = (name, words) => make("button", { type: "button", "aria-pressed": String(name === "phone"), onclick: (event) => {
    for (const each of event.target.parentElement.querySelectorAll("[aria-pressed]")) each.setAttribute("aria-pressed", String(each === event.target))
    holder.className = `holder ${name}`
    fit(holder)
  } }, words)
  const bar = make("div", { class: "views" }, width("phone", "Phone"), width("desktop", "Desktop"), make("button", { type: "button", onclick: share }, "Link to share"))
  panel.append(bar, note, holder)
  new ResizeObserver(() => fit(holder)).observe(holder)
  frame.addEventListener("load", follow)
  const soon = () => { clearTimeout(timer); timer = setTimeout(look, PAUSE) }
  for (const name of ["changed", "input", "change"]) form.addEventListener(name, soon)
  form.addEventListener("focusin", follow)
  return soon
}

function fit(holder) {
  const scale = holder.classList.contains("desktop") ? Math.min(1, holder.clientWidth / DESKTOP) : 1
  frame.style.width = scale < 1 ? `${DESKTOP}px` : "100%"
  frame.style.transform = scale < 1 ? `scale(${scale})` : ""
  frame.style.height = scale < 1 ? `${100 / scale}%` : "100%"
}

async function look() {
  if (!isOpen()) return
  pending?.abort()
  pending = new AbortController()
  try {
    const body = new FormData(form)
    body.delete("do")
    const answer = await fetch(config.at.preview, { method: "POST", body, headers: headers(), signal: pending.signal })
    if (!answer.ok || answer.redirected) throw new Error(answer.redirected ? "you are signed out" : `the server failed (${answer.status})`)
    const html = await answer.text()
    frame.at = frame.contentWindow?.scrollY || 0
    frame.srcdoc = html
    note.textContent = ""
  } catch (problem) {
    if (problem.name !== "AbortError") note.textContent = `No preview: ${problem.message === "Failed to fetch" ? "the server does not answer" : problem.message}.`
  }
}

/** Keeps the place, or goes to the section that is being written. */
function follow(event) {
  const page = frame?.contentDocument
  if (!page?.body || !isOpen()) return
  if (event?.type === "load") frame.contentWindow.scrollTo(0, frame.at || 0)
  const row = document.activeElement?.closest?.("[data-row=section]")
  const heading = row?.querySelector(".heading").value.trim()
  if (!heading) return
  const found = [...page.querySelectorAll("main :is(h2, h3)")].find((each) => each.textContent.trim().endsWith(heading))
  if (found) frame.contentWindow.scrollTo({ top: found.getBoundingClientRect().top + frame.contentWindow.scrollY - 24 })
}

async function share() {
  if (isDirty() || !config.id) await save({ quietly: true })
  if (!config.at.link || isDirty()) return void (note.textContent = "Save the article first; the link shows the saved text.")
  try {
    const { body } = await ask(config.at.link, { method: "POST" })
    const link = make("a", { href: body.address, target: "_blank", rel: "noopener" }, "Open the preview alone")
    const field = make("input", { readonly: true, value: body.address, "aria-label": "Address of the preview" })
    note.replaceChildren(link, ` – whoever has this address sees the saved text for ${body.days} days. `, field)
    field.select()
    say("The link is ready")
  } catch (problem) {
    note.textContent = `No link: ${problem.message}.`
  }
}
