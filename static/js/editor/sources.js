// What the page knows of sources, and which number each has now.
import { ask, config } from "./page.js"

const known = new Map(config.sources.map((source) => [String(source.id), source]))
const asked = new Set()
const listeners = new Set()
let timer = 0

/** The source of an id: its description, null when there is none, undefined while it is being asked for. */
export function source(id) {
  const key = String(id)
  if (!known.has(key) && !asked.has(key)) {
    asked.add(key)
    clearTimeout(timer)
    timer = setTimeout(fetchAsked, 30)
  }
  return known.get(key)
}

/** Remembers what the dialog found or added. */
export function remember(found) {
  known.set(String(found.id), found)
}

/** Calls back when something more is known. */
export const onKnown = (listener) => listeners.add(listener)

async function fetchAsked() {
  const ids = [...asked].filter((id) => !known.has(id))
  try {
    const { body } = await ask(`${config.at.sources}?ids=${ids.join(",")}`)
    for (const found of body.results) remember(found)
    for (const id of ids) if (!known.has(id)) known.set(id, null)
  } catch {
    for (const id of ids) asked.delete(id) // asked again when the next mark is drawn
  }
  for (const listener of listeners) listener()
}
