// Rows of the page: added, removed, moved by button, key and drag, duplicated, split, collapsed.
import { changed, form, make, say } from "./page.js"
import { fill } from "./choices.js"
import { focus, open, watch } from "./rich.js"
import { split } from "./splitting.js"
import { renumber } from "./numbers.js"

const NAMES = { section: "Section", takeaway: "Takeaway", person: "Person" }
const listOf = (kind) => document.getElementById(`${kind}-rows`)
const rowsOf = (kind) => [...listOf(kind).children]
let dragged = null

/** Section 2, “Why it is hard”: what a row is called now. */
export function nameOf(row) {
  const n = rowsOf(row.dataset.row).indexOf(row) + 1
  const heading = row.querySelector(".heading")?.value.trim()
  return `${NAMES[row.dataset.row]} ${n}${heading ? `, “${heading}”` : ""}`
}

/** A new row from its template, at the end or after another; `cells` are its values by name. */
export function add(kind, { after = null, cells = {}, quiet = false } = {}) {
  const key = crypto.getRandomValues(new Uint32Array(2)).reduce((text, part) => text + part.toString(36), "n")
  const fragment = document.getElementById(`new-${kind}`).content.cloneNode(true)
  for (const element of fragment.querySelectorAll("*")) {
    for (const { name, value } of [...element.attributes]) {
      if (value.includes("KEY")) element.setAttribute(name, value.replace(/\bKEY\b/, key))
    }
  }
  const row = fragment.firstElementChild
  for (const [name, value] of Object.entries(cells)) {
    const cell = row.querySelector(`[name="${kind}.${key}.${name}"]`)
    if (cell) cell.value = value
  }
  if (after) after.after(row)
  else listOf(kind).append(row)
  dress(row)
  watch(row)
  changed("order")
  if (!quiet) {
    say(`${nameOf(row)} added`)
    enter(row)
  }
  return row
}

function enter(row) {
  const first = row.querySelector(".heading") || row.querySelector("textarea, select[data-choices]")
  if (first?.matches("textarea")) focus(first)
  else first?.focus()
}

/** Moves a row by one place; the focus stays where it was. */
export function move(row, step) {
  const other = step < 0 ? row.previousElementSibling : row.nextElementSibling
  if (!other) return void say(`${nameOf(row)} is ${step < 0 ? "first" : "last"} already`)
  const held = row.contains(document.activeElement) ? document.activeElement : null
  if (step < 0) other.before(row)
  else other.after(row)
  held?.focus({ preventScroll: true })
  row.scrollIntoView({ block: "nearest" })
  placed(row)
}

function placed(row) {
  const all = rowsOf(row.dataset.row)
  say(`${nameOf(row)} is now ${all.indexOf(row) + 1} of ${all.length}`)
  changed("order")
  renumber()
}

function remove(row) {
  const [list, next, name] = [row.parentElement, row.nextElementSibling, nameOf(row)]
  row.remove()
  changed("order")
  renumber()
  const host = document.getElementById("scripted")
  const undo = make("button", { type: "button", class: "btn quiet" }, "Undo")
  undo.addEventListener("click", () => {
    list.insertBefore(row, next?.parentElement === list ? next : null)
    host.hidden = true
    changed("order")
    renumber()
    enter(row)
  })
  host.replaceChildren(`${name} removed. `, undo)
  host.hidden = false
  say(`${name} removed. Undo is in the bar above.`)
  ;(next || list.lastElementChild)?.querySelector("input:not([type=hidden]), select, [contenteditable]")?.focus()
}

function duplicate(row) {
  const { row: kind, key } = row.dataset
  const cells = {}
  for (const cell of row.querySelectorAll("[name]")) {
    const name = cell.name.replace(`${kind}.${key}.`, "")
    if (name !== kind) cells[name] = cell.value
  }
  const copy = add(kind, { after: row, cells, quiet: true })
  for (const select of row.querySelectorAll("select")) {
    const same = copy.querySelector(`[name="${select.name.replace(key, copy.dataset.key)}"]`)
    if (same.value !== select.value) same.append(new Option(select.selectedOptions[0]?.text, select.value, true, true))
  }
  follow(copy)
  say(`${nameOf(copy)} is a copy`)
  enter(copy)
}

function splitHere(row) {
  const textarea = row.querySelector("textarea")
  const second = split(open(textarea))
  if (second === null) return void say("Put the cursor where the section should be split")
  const level = row.querySelector('[name$=".level"]').value
  const next = add("section", { after: row, cells: { body: second, level }, quiet: true })
  next.querySelector(".heading").focus()
  say(`Split: ${nameOf(next)} begins where the cursor was. Give it a heading.`)
}

/** Shows or hides the text of a row. */
export function collapse(row, isCollapsed = !row.classList.contains("collapsed")) {
  row.classList.toggle("collapsed", isCollapsed)
  row.querySelector("[data-does=collapse]")?.setAttribute("aria-expanded", String(!isCollapsed))
}

const ACTS = {
  up: ["↑", "Move up", (row) => move(row, -1)],
  down: ["↓", "Move down", (row) => move(row, 1)],
  collapse: ["▾", "Show or hide the text", (row) => collapse(row), "section"],
  split: ["Split", "Split at the cursor", splitHere, "section"],
  copy: ["Copy", "Duplicate", duplicate, "section"],
  remove: ["✕", "Remove", remove],
}

function dress(row) {
  if (row.querySelector(".moves")) return
  const bar = make("div", { class: "moves", role: "group", "aria-label": "Row" })
  bar.append(make("span", { class: "grip", draggable: "true", "aria-hidden": "true", title: "Drag" }, "⠿"))
  for (const [does, [sign, words, act, only]] of Object.entries(ACTS)) {
    if (only && only !== row.dataset.row) continue
    const button = make("button", { type: "button", "aria-label": words, title: words, "data-does": does, onmousedown: (event) => { if (does === "split") event.preventDefault() }, onclick: () => act(row) }, sign)
    if (does === "collapse") button.setAttribute("aria-expanded", "true")
    bar.append(button)
  }
  row.prepend(bar)
  for (const select of row.querySelectorAll("[data-choices]")) fill(select)
  follow(row)
}

/** A row looks like its kind and level. */
function follow(row) {
  for (const name of ["kind", "level"]) {
    const cell = row.querySelector(`[name$=".${name}"]`)
    if (cell) row.dataset[name] = cell.value
  }
  const care = row.querySelector('[name$=".care_level"]')
  if (care && !care.options.length) {
    const all = document.getElementById("new-section").content.querySelector('[name$=".care_level"]').options
    care.append(...[...all].map((option) => new Option(option.text, option.value)))
  }
}

function dragging() {
  form.addEventListener("dragstart", (event) => {
    if (!event.target.classList?.contains("grip")) return
    dragged = event.target.closest("[data-row]")
    event.dataTransfer.effectAllowed = "move"
    event.dataTransfer.setData("text/plain", "")
    event.dataTransfer.setDragImage(dragged, 10, 10)
    dragged.classList.add("dragged")
  })
  form.addEventListener("dragover", (event) => {
    const over = dragged && event.target.closest?.("[data-row]")
    if (!over || over.parentElement !== dragged.parentElement) return
    event.preventDefault()
    if (over === dragged) return
    const { top, height } = over.getBoundingClientRect()
    if (event.clientY < top + height / 2) over.before(dragged)
    else over.after(dragged)
  }, true)
  form.addEventListener("drop", (event) => { if (dragged) { event.preventDefault(); event.stopPropagation() } }, true)
  form.addEventListener("dragend", () => {
    if (!dragged) return
    dragged.classList.remove("dragged")
    const row = dragged
    dragged = null
    placed(row)
  })
}

/** Gives every row its buttons, and listens. */
export function rows() {
  for (const row of form.querySelectorAll("[data-row]")) dress(row)
  for (const button of form.querySelectorAll("[data-add]")) {
    button.addEventListener("click", (event) => { event.preventDefault(); add(button.dataset.add) })
  }
  const all = make("button", { type: "button", class: "btn quiet" }, "Collapse all")
  all.addEventListener("click", () => {
    const isCollapsed = all.textContent === "Collapse all"
    all.textContent = isCollapsed ? "Show all" : "Collapse all"
    for (const row of rowsOf("section")) collapse(row, isCollapsed)
  })
  listOf("section").before(all)
  form.addEventListener("change", (event) => {
    const row = event.target.closest("[data-row]")
    if (row) follow(row)
    if (event.target.name?.endsWith(".level") || event.target.name?.endsWith(".kind")) changed("order")
  })
  form.addEventListener("keydown", (event) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    const row = event.target.closest("[data-row]")
    if (!step || !row || !event.altKey || !event.shiftKey) return
    event.preventDefault()
    move(row, step)
  }, true)
  form.addEventListener("next", (event) => {
    const row = event.target.closest("[data-row=takeaway]")
    if (row) add("takeaway", { after: row })
  })
  dragging()
}

