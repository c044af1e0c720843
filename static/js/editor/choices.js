// People, topics, pictures and writers to choose from: fetched once, after the page stands.
import { ask, changed, config, form, make, say } from "./page.js"

let choices = null
const waiting = new Set()

/** Fills a select that so far holds only what is chosen. */
export function fill(select) {
  if (!choices) return void waiting.add(select)
  const chosen = select.value
  const known = new Set([...select.options].map((option) => option.value))
  for (const [value, words] of choices[select.dataset.choices] || []) {
    if (!known.has(String(value))) select.append(new Option(words, value))
  }
  select.value = chosen
}

/** A list of chips with a field that adds to it by name. */
function chips(name, list, what) {
  const host = document.getElementById(`${name}-chips`)
  const input = document.getElementById(`${name}-add`)
  if (!host) return
  for (const chip of host.children) removable(chip)
  const listed = document.getElementById(`${name}-list`)
  listed.append(...list.map(([, words]) => new Option(words, words)))
  const take = () => {
    const wanted = input.value.trim().toLowerCase()
    const found = list.find(([, words]) => words.toLowerCase() === wanted)
    if (!found) return false
    const isThere = [...host.querySelectorAll("input")].some((each) => each.value === String(found[0]))
    if (!isThere) {
      const chip = make("li", {}, make("input", { type: "hidden", name, value: found[0] }), found[1])
      removable(chip)
      host.append(chip)
      changed()
      say(`${found[1]} added`)
    }
    input.value = ""
    return true
  }
  input.addEventListener("input", (event) => { if (event.inputType === "insertReplacementText" || !event.inputType) take() })
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return
    event.preventDefault()
    if (!take() && input.value.trim()) say(`There is no ${what} “${input.value}”`)
  })
  input.addEventListener("change", take)
}

function removable(chip) {
  const name = chip.textContent.trim()
  const remove = () => { chip.remove(); changed(); say(`${name} removed`) }
  chip.append(make("button", { type: "button", "aria-label": `Remove ${name}`, onclick: remove }, "✕"))
}

/** Fetches, then fills everything that waits. */
export async function fetchChoices() {
  for (const select of form.querySelectorAll("[data-choices]")) waiting.add(select)
  try {
    choices = (await ask(config.at.choices)).body
  } catch {
    return void setTimeout(fetchChoices, 5000)
  }
  for (const select of waiting) fill(select)
  chips("topic", choices.topics, "topic")
  chips("writer", choices.writers || [], "writer")
}
