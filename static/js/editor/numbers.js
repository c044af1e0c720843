// Citation numbers over the whole page, in reading order: first mention counts, reuse keeps the number.
import { describe, label } from "./citation.js"
import { config, form } from "./page.js"
import { texts } from "./rich.js"
import { onKnown, source } from "./sources.js"

const MARK = new RegExp(`<${config.vocabulary.cite}[^>]*\\sdata-source="(\\d{1,18})"`, "g")

/** Source ids as one text cites them, in order. */
function cited(textarea) {
  return [...textarea.value.matchAll(MARK)].map((found) => found[1])
}

/** Source id → {number, places: the texts that cite it}; sources that do not exist have no number. */
export function numbering() {
  const numbers = new Map()
  for (const textarea of texts()) {
    for (const id of cited(textarea)) {
      if (source(id) === null) continue
      if (!numbers.has(id)) numbers.set(id, { number: numbers.size + 1, places: [] })
      numbers.get(id).places.push(textarea)
    }
  }
  return numbers
}

/** Writes the numbers into all chips, and tells who lists sources. */
export function renumber() {
  const numbers = numbering()
  for (const chip of form.querySelectorAll(`.ProseMirror ${config.vocabulary.cite}`)) {
    const number = numbers.get(chip.dataset.source)?.number
    const words = `[${number || "?"}]`
    const sign = chip.querySelector("b")
    if (!sign || sign.textContent === words) continue
    sign.textContent = words
    label(chip)
  }
  form.dispatchEvent(new CustomEvent("renumbered", { detail: numbers }))
}

onKnown(() => {
  for (const chip of form.querySelectorAll(`.ProseMirror ${config.vocabulary.cite}`)) if (chip.querySelector("span")) describe(chip)
  renumber()
})

/** What a text is called, for lists of places. */
export function placeOf(textarea) {
  const row = textarea.closest("[data-row]")
  if (!row) return document.getElementById(`${textarea.id}-label`)?.textContent || textarea.name
  const n = [...row.parentElement.children].indexOf(row) + 1
  const heading = row.querySelector(".heading")?.value.trim()
  return heading ? `“${heading}”` : `${row.dataset.row === "section" ? "Section" : "Takeaway"} ${n}`
}

