// One toolbar for all texts; it acts on the one that was last written in.
import { cite } from "./citation.js"
import { setLink } from "./link.js"
import { make } from "./page.js"
import { current, onActive } from "./rich.js"
import { ACTS } from "./table.js"

const run = (name, ...given) => (editor) => editor.chain().focus()[name](...given).run()
const ITEMS = [
  { name: "Bold", sign: "B", look: "b", is: "bold", act: run("toggleBold") },
  { name: "Italic", sign: "I", look: "i", is: "italic", act: run("toggleItalic") },
  { name: "Subscript", sign: "x₂", is: "subscript", act: run("toggleSubscript") },
  { name: "Superscript", sign: "x²", is: "superscript", act: run("toggleSuperscript") },
  { name: "Link", sign: "Link", is: "link", act: setLink, keys: "Control+K" },
  { name: "Small heading", sign: "H", is: "heading", act: run("toggleHeading", { level: 4 }), block: true },
  { name: "List", sign: "• List", is: "bulletList", act: run("toggleBulletList"), block: true },
  { name: "Numbered list", sign: "1. List", is: "orderedList", act: run("toggleOrderedList"), block: true },
  { name: "Quote", sign: "“ ”", is: "blockquote", act: run("toggleBlockquote"), block: true },
  { name: "Undo", sign: "↶", act: run("undo"), keys: "Control+Z" },
  { name: "Redo", sign: "↷", act: run("redo"), keys: "Control+Y" },
  { name: "Cite", sign: "Cite", look: "cite", act: (editor) => cite(editor), keys: "Control+Shift+C" },
]

/** Fills the toolbar and keeps it in step with the cursor. */
export function toolbar(host) {
  const buttons = ITEMS.map((item) => button(item))
  const menu = tableMenu()
  host.append(...buttons.slice(0, 9), menu, ...buttons.slice(9))
  host.hidden = false
  roving(host)
  const follow = () => refresh(buttons, menu)
  onActive(() => { cancelAnimationFrame(host.frame); host.frame = requestAnimationFrame(follow) })
  follow()
  document.addEventListener("keydown", (event) => {
    if (event.altKey && event.key === "F10") { event.preventDefault(); host.querySelector('[tabindex="0"]').focus() }
  })
}

function button(item) {
  const element = make("button", {
    type: "button", class: item.look, title: item.keys ? `${item.name} (${item.keys.replaceAll("+", " ")})` : item.name,
    "aria-label": item.name, "aria-keyshortcuts": item.keys, tabindex: -1,
    onmousedown: (event) => event.preventDefault(),
    onclick: (event) => { const editor = current(); if (editor && event.currentTarget.ariaDisabled !== "true") item.act(editor) },
  }, item.sign)
  element.item = item
  return element
}

function tableMenu() {
  const select = make("select", { "aria-label": "Table", tabindex: -1 }, make("option", { value: "" }, "Table"))
  for (const name of Object.keys(ACTS)) select.append(make("option", {}, name))
  select.addEventListener("change", () => {
    const act = ACTS[select.value]
    select.value = ""
    const editor = current()
    if (editor && act) act(editor)
  })
  return select
}

function refresh(buttons, menu) {
  const editor = current()
  const isInline = !editor || editor.textarea.dataset.rich === "inline"
  for (const element of buttons) {
    const { is, block } = element.item
    element.setAttribute("aria-disabled", String(!editor || Boolean(block && isInline)))
    if (is) element.setAttribute("aria-pressed", String(Boolean(editor?.isActive(is))))
  }
  menu.disabled = isInline
  for (const option of [...menu.options].slice(2)) option.disabled = !editor?.isActive("table")
}

/** Arrow keys go from control to control; Tab leaves the toolbar. */
function roving(host) {
  const controls = () => [...host.children].filter((each) => !each.disabled)
  host.firstElementChild.tabIndex = 0
  host.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (event.key === "Escape") return void current()?.commands.focus()
    if (!step) return
    event.preventDefault()
    const all = controls()
    const next = all[(all.indexOf(document.activeElement) + step + all.length) % all.length]
    for (const each of host.children) each.tabIndex = -1
    next.tabIndex = 0
    next.focus()
  })
}
