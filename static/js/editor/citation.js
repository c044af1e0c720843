// A citation in the text: a chip that names a source by its id. Its number is worked out, never stored.
import { choose } from "./citing.js"
import { offers } from "./offer.js"
import { config } from "./page.js"
import { renumber } from "./numbers.js"
import { source } from "./sources.js"

const CITE = config.vocabulary.cite
const ID = /^\d{1,18}$/
const WORDS = new Set(["corrected", "concern", "retracted"])
let frame = 0

const soon = () => { cancelAnimationFrame(frame); frame = requestAnimationFrame(renumber) }

/** The node. */
export function citation(t) {
  const attribute = (name) => ({
    default: "",
    parseHTML: (element) => element.getAttribute(`data-${name}`) || "",
    renderHTML: (attrs) => (attrs[name] ? { [`data-${name}`]: attrs[name] } : {}),
  })
  return t.Node.create({
    name: "citation",
    group: "inline",
    inline: true,
    atom: true,
    selectable: true,
    draggable: true,
    addAttributes: () => ({ source: attribute("source"), locator: attribute("locator"), quote: attribute("quote") }),
    parseHTML: () => [{ tag: CITE, getAttrs: (element) => (ID.test(element.dataset.source || "") ? null : false) }],
    renderHTML: ({ HTMLAttributes }) => [CITE, HTMLAttributes],
    renderText: () => "",
    addNodeView() {
      return ({ node, editor, getPos }) => chip(node, editor, getPos)
    },
    addKeyboardShortcuts() {
      return {
        "Mod-Shift-c": () => { cite(this.editor); return true },
        Enter: () => (selected(this.editor) ? (cite(this.editor), true) : false),
      }
    },
    addProseMirrorPlugins() {
      return [offers(t, this.editor)]
    },
  })
}

function chip(node, editor, getPos) {
  const dom = document.createElement(CITE)
  dom.append(Object.assign(document.createElement("b"), { textContent: "[…]" }), document.createElement("span"))
  dom.addEventListener("dblclick", () => { editor.commands.setNodeSelection(getPos()); cite(editor) })
  draw(dom, node.attrs)
  soon()
  return {
    dom,
    update: (next) => {
      if (next.type.name !== "citation") return false
      draw(dom, next.attrs)
      soon()
      return true
    },
    ignoreMutation: () => true,
    destroy: soon,
  }
}

function draw(dom, attrs) {
  for (const name of ["source", "locator", "quote"]) dom.dataset[name] = attrs[name]
  describe(dom)
}

/** Writes what is known of the source into a chip; called again when more is known. */
export function describe(dom) {
  const found = source(dom.dataset.source)
  const { locator, quote } = dom.dataset
  dom.className = `chip ${found ? found.state : found === null ? "lost" : ""}`
  const word = found && WORDS.has(found.state) ? found.status : ""
  const text = found ? [found.short, locator, word].filter(Boolean).join(", ") : found === null ? "Source missing" : "…"
  dom.querySelector("span").textContent = ` ${text}`
  dom.title = found ? [found.title, found.about, found.status, quote && `“${quote}”`].filter(Boolean).join("\n") : ""
  dom.setAttribute("role", "img")
  label(dom)
}

/** What a screen reader says of a chip. */
export function label(dom) {
  const found = source(dom.dataset.source)
  const number = dom.querySelector("b").textContent.replace(/\D/g, "")
  const words = found ? `${found.title}. ${found.status}` : "source missing"
  dom.setAttribute("aria-label", `Citation ${number}: ${words}`)
}

/** The chip that is selected, as a node or as all that a selection holds. */
function selected(editor) {
  const { node, from, to } = editor.state.selection
  const found = node || (to - from === 1 ? editor.state.doc.nodeAt(from) : null)
  return found?.type.name === "citation" ? found : null
}

/** Opens the dialog; what is chosen goes in at the cursor, or takes the place of the selected chip. */
export async function cite(editor, { instead = null, words = "" } = {}) {
  const before = selected(editor)
  const chosen = await choose({ before: before?.attrs || null, words })
  if (chosen) {
    const chain = editor.chain().focus()
    if (before) chain.updateAttributes("citation", chosen).run()
    else {
      if (instead) chain.deleteRange(instead)
      chain.insertContent(chosen.map ? chosen : { type: "citation", attrs: chosen }).run()
    }
  } else editor.commands.focus()
}
