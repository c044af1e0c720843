// Rich text as it is stored: the vocabulary that the server declares, in the shape in which it prints it.
import { config } from "./page.js"

const { vocabulary } = config

/** Whether an address may stand in a link: relative, or with one of the declared schemes. */
export function isHarmless(address) {
  const scheme = /^\s*([a-z][a-z0-9+.-]*)\s*:/i.exec(address || "")
  return Boolean(address) && (!scheme || vocabulary.schemes.includes(scheme[1].toLowerCase()))
}

function unwrap(element) {
  element.replaceWith(...element.childNodes)
}

/** A list item or cell with one paragraph holds its words directly. */
function flatten(root) {
  for (const holder of root.querySelectorAll("li, td, th")) {
    const paragraphs = [...holder.children].filter((child) => child.localName === "p")
    if (paragraphs.length === 1 && holder.firstElementChild === paragraphs[0]) unwrap(paragraphs[0])
  }
}

/** Leading rows that hold only headers stand in a thead. */
function headed(root) {
  for (const table of root.querySelectorAll("table")) {
    const body = table.querySelector("tbody")
    const head = document.createElement("thead")
    while (body?.firstElementChild && [...body.firstElementChild.children].every((cell) => cell.localName === "th")) {
      head.append(body.firstElementChild)
    }
    if (head.firstChild) body.before(head)
    if (body && !body.firstElementChild) body.remove()
  }
}

function bare(root) {
  for (const element of root.querySelectorAll("*")) {
    const kept = vocabulary.attributes[element.localName] || []
    for (const { name, value } of [...element.attributes]) {
      const says = !(["colspan", "rowspan", "start"].includes(name) && value === "1") && value !== "" && value !== "null"
      if (!kept.includes(name) || !says) element.removeAttribute(name)
    }
    if (element.localName === vocabulary.cite) element.textContent = ""
  }
}

/** The HTML of an editor → the HTML that is stored; `inline` texts have no paragraph around them. */
export function stored(html, kind) {
  const box = document.createElement("template")
  box.innerHTML = html
  const root = box.content
  bare(root)
  flatten(root)
  headed(root)
  if (kind === "inline") for (const paragraph of root.querySelectorAll("p")) unwrap(paragraph)
  for (const blank of [...root.querySelectorAll("p")]) if (!blank.childNodes.length) blank.remove()
  return box.innerHTML.trim()
}
