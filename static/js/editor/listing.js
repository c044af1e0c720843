// The article's sources as a list: number, where cited, standing; what nothing cites may be taken out.
import { changed, form, make, say } from "./page.js"
import { placeOf } from "./numbers.js"
import { source } from "./sources.js"

const host = document.getElementById("source-rows")

function draw(numbers) {
  for (const id of numbers.keys()) {
    if (!host.querySelector(`[data-source="${id}"]`) && source(id)) {
      host.append(make("li", { "data-source": id }, make("input", { type: "hidden", name: "source", value: id })))
    }
  }
  const items = [...host.children]
  const rank = (item) => numbers.get(item.dataset.source)?.number ?? Infinity
  for (const item of items) fill(item, numbers.get(item.dataset.source))
  host.append(...items.toSorted((one, other) => rank(one) - rank(other) || items.indexOf(one) - items.indexOf(other)))
  const count = document.querySelector("[data-count=source]")
  count.textContent = `${items.length}, ${numbers.size} cited`
}

function fill(item, cited) {
  const found = source(item.dataset.source)
  const inputs = [...item.querySelectorAll("input[type=hidden]")]
  const says = found
    ? [make("strong", {}, cited ? `[${cited.number}] ` : "", found.title), make("small", {}, found.about, " ", make("span", { class: `standing ${found.state}` }, found.status))]
    : ["Not in the library any more"]
  const places = cited ? [...new Set(cited.places.map(placeOf))] : []
  const note = make("small", { class: "where" }, cited ? `Cited in ${places.join(", ")}` : "Not cited yet")
  item.replaceChildren(...inputs, ...says, note)
  if (found?.state === "retracted") item.append(discussed(item))
  item.append(make("button", { type: "button", class: "btn quiet", onclick: () => remove(item, cited, places) }, "Take out of the list"))
}

function remove(item, cited, places) {
  const name = source(item.dataset.source)?.short || "The source"
  if (cited) {
    const words = `${name} is cited in ${places.join(", ")}. Take those citations out first.`
    item.querySelector(".where").textContent = words
    item.querySelector(".where").classList.add("error")
    return void say(words)
  }
  item.remove()
  changed()
  say(`${name} taken out of the list`)
}

/** A retracted source may stay if the text cites it to discuss that. */
function discussed(item) {
  const id = item.dataset.source
  const hidden = item.querySelector("input[name=discusses]")
  const box = make("input", { type: "checkbox", name: "discusses", value: id })
  box.checked = Boolean(hidden)
  hidden?.remove()
  return make("label", {}, box, " The text says that it was retracted, and cites it for that")
}

/** Listens to the numbers. */
export function listing() {
  form.addEventListener("renumbered", (event) => draw(event.detail))
}
