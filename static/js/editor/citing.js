// The dialog that chooses a source: from the library, from this article, or a new one.
import { ask, config, make } from "./page.js"
import { numbering } from "./numbers.js"
import { remember, source } from "./sources.js"
import { combobox } from "./combobox.js"

const $ = (id) => document.getElementById(id)
const dialog = $("cite")
const tabs = [...dialog.querySelectorAll("[role=tab]")]
const panelOf = (tab) => $(tab.getAttribute("aria-controls"))
let settle = null
let before = null

const library = combobox($("cite-search"), $("cite-found"), { find: search, pick, empty: "Nothing in the library has these words. The third tab adds a new source." })
const here = combobox($("cite-reuse"), $("cite-here"), { find: reuse, pick, empty: "This article cites nothing with this number or these words." })

/** {source, locator, quote} of the citation that the writer chose, else null. */
export function choose({ before: attrs = null, words = "" }) {
  before = attrs
  $("cite-locator").value = attrs?.locator || ""
  $("cite-quote").value = attrs?.quote || ""
  $("cite-keep").hidden = !attrs
  $("cite-title").textContent = attrs ? `Citation of ${source(attrs.source)?.short || "a missing source"}` : "Cite a source"
  $("cite-search").value = words
  $("cite-reuse").value = ""
  $("cite-new").reset()
  $("cite-new-error").textContent = ""
  dialog.showModal()
  show(tabs[0])
  return new Promise((resolve) => { settle = resolve })
}

function finish(chosen) {
  const done = settle
  settle = null
  if (dialog.open) dialog.close()
  done?.(chosen)
}

function pick(found) {
  remember(found)
  finish({ source: String(found.id), locator: $("cite-locator").value.trim(), quote: $("cite-quote").value.trim() })
}

function show(tab) {
  for (const each of tabs) {
    const isShown = each === tab
    each.setAttribute("aria-selected", String(isShown))
    each.tabIndex = isShown ? 0 : -1
    panelOf(each).hidden = !isShown
  }
  if (tab === tabs[0]) library.refresh()
  if (tab === tabs[1]) here.refresh()
  panelOf(tab).querySelector("input, textarea").focus()
}

async function search(words, signal) {
  const number = words.trim()
  if (/^\[?\d{1,3}\]?$/.test(number) && reuse(number).length) {
    $("cite-reuse").value = number
    show(tabs[1])
    return []
  }
  const { body } = await ask(`${config.at.sources}?q=${encodeURIComponent(words)}`, { signal })
  return body.results
}

/** The sources of this article by number, those listed but not yet cited after them. */
function reuse(words) {
  const numbers = numbering()
  const listed = [...document.querySelectorAll("#source-rows [name=source]")].map((input) => input.value)
  const all = [...new Set([...numbers.keys(), ...listed])].map((id) => ({ ...source(id), number: numbers.get(id)?.number }))
  const wanted = words.toLowerCase().replace(/[[\]]/g, "").split(/\s+/).filter(Boolean)
  const exact = all.filter((each) => wanted.length === 1 && String(each.number) === wanted[0])
  if (exact.length) return exact
  return all.filter((each) => each.id && wanted.every((word) => `${each.title} ${each.about} ${each.short}`.toLowerCase().includes(word)))
}

async function add(event) {
  event.preventDefault()
  const error = $("cite-new-error")
  error.textContent = ""
  try {
    const { status, body } = await ask(config.at.add_source, { method: "POST", body: new FormData($("cite-new")) })
    if (status === 200) return void pick(body.source)
    error.textContent = Object.values(body.errors || {}).join(" ")
    $(`new-${Object.keys(body.errors || {})[0]}`)?.focus()
  } catch (problem) {
    error.textContent = `Not added: ${problem.message}. What you typed stays here.`
  }
}

for (const tab of tabs) {
  tab.addEventListener("click", () => show(tab))
  tab.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]
    show(next)
    next.focus()
  })
}
$("cite-new").addEventListener("submit", add)
$("cite-close").addEventListener("click", () => dialog.close())
$("cite-keep").addEventListener("click", () => pick(source(before.source) || { id: before.source }))
dialog.addEventListener("close", () => finish(null))

/** A line of the list: number, title, who and when, standing. */
export function line(found) {
  const standing = make("span", { class: `standing ${found.state}` }, found.status)
  return [
    make("strong", {}, [found.number ? `[${found.number}] ` : "", found.title].join("")),
    make("small", {}, found.about, " ", standing),
  ]
}
