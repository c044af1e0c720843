// A search field with a list under it, by the pattern of the ARIA guide: the focus stays in the field.
import { make } from "./page.js"
import { line } from "./citing.js"

/** `find` gives the list for some words, `pick` gets the chosen one. */
export function combobox(input, list, { find, pick, empty }) {
  let items = []
  let at = 0
  let timer = 0
  let pending = null

  const paint = (note = "") => {
    list.replaceChildren(...items.map((item, n) => {
      const option = make("li", { role: "option", id: `${list.id}-${n}`, "aria-selected": String(n === at), onmousedown: (event) => event.preventDefault(), onclick: () => pick(item) })
      option.append(...line(item))
      return option
    }))
    if (!items.length) list.append(make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "none" }, note || empty))
    if (items.length) input.setAttribute("aria-activedescendant", `${list.id}-${at}`)
    else input.removeAttribute("aria-activedescendant")
    document.getElementById(`${list.id}-${at}`)?.scrollIntoView({ block: "nearest" })
  }

  const refresh = async () => {
    pending?.abort()
    pending = new AbortController()
    try {
      const found = await find(input.value, pending.signal)
      items = found
      at = 0
      paint()
    } catch (problem) {
      if (problem.name === "AbortError") return
      items = []
      paint(`Nothing found: ${problem.message}.`)
    }
  }

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(refresh, 150) })
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && items.length) {
      event.preventDefault()
      at = (at + step + items.length) % items.length
      paint()
    } else if (event.key === "Enter") {
      event.preventDefault()
      if (items[at]) pick(items[at])
    }
  })
  return { refresh }
}
