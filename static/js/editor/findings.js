// What the checks say of the text as it stands, beside it and in the outline.
import { ask, config, form, make } from "./page.js"
import { count } from "./outline.js"

const PAUSE = 1500
let timer = 0
let pending = null

/** Draws the list into a panel and keeps it in step with the text. */
export function findings(panel) {
  const look = async () => {
    pending?.abort()
    pending = new AbortController()
    try {
      const body = new FormData(form)
      body.delete("do")
      const { body: answer } = await ask(config.at.findings, { method: "POST", body, signal: pending.signal })
      show(panel, answer.findings)
    } catch (problem) {
      if (problem.name !== "AbortError") panel.replaceChildren(make("p", { class: "help" }, `Not checked: ${problem.message}.`))
    }
  }
  const soon = () => { clearTimeout(timer); timer = setTimeout(look, PAUSE) }
  form.addEventListener("changed", soon)
  form.addEventListener("input", soon)
  form.addEventListener("change", soon)
  soon()
}

function show(panel, found) {
  count(found)
  const blocking = found.filter((each) => each.blocking).length
  const words = found.length ? `${found.length} ${found.length === 1 ? "finding" : "findings"}, ${blocking} in the way of publishing` : "Nothing found"
  const list = make("ul", { class: "found" }, ...found.map((each) => make("li", { class: each.blocking ? "blocking" : "" },
    make("span", { class: each.blocking ? "tag alarm" : "tag" }, each.blocking ? "Blocks" : "Look"), " ",
    each.field ? make("a", { href: `#${each.field}` }, each.message) : each.message)))
  panel.replaceChildren(make("p", { class: "sum" }, words), list)
  const badge = document.getElementById("findings-count")
  if (badge) badge.textContent = found.length ? ` ${found.length}` : ""
}
