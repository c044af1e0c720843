// The outline: where everything is, and what was found there.
import { form, make } from "./page.js"
import { focus } from "./rich.js"

const list = document.getElementById("outline")
let counts = new Map()
let frame = 0

/** Draws the list anew from the rows. */
export function outline() {
  const rows = [...document.getElementById("section-rows").children]
  const places = [
    ["#title", "Title and opening", 2, "title standfirst takeaways_lead contributor_note"],
    ["#takeaways", "Takeaways", 2, "takeaway"],
    ...rows.map((row) => [`#${row.id}`, row.querySelector(".heading").value.trim() || "Without a heading", row.dataset.level, `section.${row.dataset.key}`]),
    ["#after", "Settings", 2, "*"],
  ]
  list.replaceChildren(...places.map(([href, words, level, keys]) => {
    const link = make("a", { href }, words)
    const count = keys.split(" ").reduce((sum, key) => sum + countOf(key, keys), 0)
    if (count) link.append(make("span", { class: "badge" }, String(count), make("span", { class: "vh" }, count === 1 ? " finding" : " findings")))
    return make("li", { class: `level-${level}` }, link)
  }))
  spy()
}

function countOf(key) {
  if (key === "takeaway") return [...counts].reduce((sum, [name, n]) => sum + (name.startsWith("takeaway.") ? n : 0), 0)
  if (key !== "*") return counts.get(key) || 0
  const above = /^(section\.|takeaway\.|title$|standfirst$|takeaways_lead$|contributor_note$)/
  return [...counts].reduce((sum, [name, n]) => sum + (above.test(name) ? 0 : n), 0)
}

/** Takes what was found; each finding counts at its row, else at its field. */
export function count(findings) {
  counts = new Map()
  for (const { row, field } of findings) counts.set(row || field, (counts.get(row || field) || 0) + 1)
  outline()
}

/** Marks the place that is being read: the last one above the upper third of the window. */
function spy() {
  cancelAnimationFrame(frame)
  frame = requestAnimationFrame(() => {
    const links = [...list.querySelectorAll("a")]
    const passed = links.filter((link) => document.getElementById(link.hash.slice(1))?.getBoundingClientRect().top < innerHeight / 3)
    const here = passed.at(-1) || links[0]
    for (const link of links) {
      if (link === here) link.setAttribute("aria-current", "true")
      else link.removeAttribute("aria-current")
    }
  })
}

/** Goes to a field, opening what hides it. */
export function goTo(name) {
  const target = document.getElementById(name) || document.querySelector(`#source-rows [data-source="${name.split(":")[1]}"]`)
  if (!target) return false
  for (let each = target.closest("details"); each; each = each.parentElement.closest("details")) each.open = true
  const row = target.closest("[data-row]")
  row?.classList.remove("collapsed")
  target.scrollIntoView({ block: "center" })
  if (target.matches("textarea[data-rich]")) focus(target)
  else (target.matches("input, select, textarea") ? target : target.querySelector("input, select, button"))?.focus({ preventScroll: true })
  return true
}

/** Listens. */
export function outlines() {
  addEventListener("scroll", spy, { passive: true })
  form.addEventListener("changed", (event) => { if (event.detail === "order") outline() })
  form.addEventListener("input", (event) => { if (event.target.classList.contains("heading")) outline() })
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".banner a[href^='#'], .found a[href^='#']")
    if (link && goTo(decodeURIComponent(link.hash.slice(1)))) event.preventDefault()
  })
  outline()
}

