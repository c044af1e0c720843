// Editors in place of textareas, each made when it comes near, so that a long article opens at once.
import { citation } from "./citation.js"
import { link } from "./link.js"
import { changed, config, form } from "./page.js"
import { cleaned } from "./paste.js"
import { tables } from "./table.js"
import { stored } from "./vocabulary.js"

let tiptap = null
const editors = new WeakMap()
const actives = new Set()
let active = null
let watcher = null

export const ready = import(config.editor).then((module) => { tiptap = module })

/** The editor's own module, once it is there. */
export const tools = () => tiptap

/** Every rich text of the page, in reading order. */
export const texts = () => [...form.querySelectorAll("textarea[data-rich]")]

/** The editor in place of a textarea, if it was made. */
export const editorOf = (textarea) => editors.get(textarea)

/** The editor that was last written in, while it is on the page. */
export const current = () => (active && !active.isDestroyed && active.view.dom.isConnected ? active : null)

/** Calls back with the editor that gets the focus or changes its selection. */
export const onActive = (listener) => actives.add(listener)

function extensions(kind) {
  const t = tiptap
  const shared = [t.Text, t.Bold, t.Italic, t.Subscript, t.Superscript, t.HardBreak, t.History, link(t), citation(t)]
  if (kind === "inline") return [t.Document.extend({ content: "paragraph" }), t.Paragraph, oneLine(t), ...shared]
  return [
    t.Document, t.Paragraph, t.Heading.configure({ levels: [4] }), t.BulletList, t.OrderedList, t.ListItem,
    t.Blockquote, ...tables(t), t.Dropcursor, t.Gapcursor, ...shared,
  ]
}

/** In a text without paragraphs Enter asks for the next row instead. */
function oneLine(t) {
  return t.Extension.create({
    name: "oneLine",
    addKeyboardShortcuts() {
      return { Enter: () => { this.editor.view.dom.dispatchEvent(new CustomEvent("next", { bubbles: true })); return true } }
    },
  })
}

function attributes(textarea) {
  const label = document.getElementById(`${textarea.id}-label`)
  const named = label ? { "aria-labelledby": label.id } : { "aria-label": textarea.getAttribute("aria-label") }
  const described = textarea.getAttribute("aria-describedby")
  return { role: "textbox", "aria-multiline": "true", ...named, ...(described ? { "aria-describedby": described } : {}) }
}

/** Makes the editor of a textarea now. */
export function open(textarea) {
  if (editors.has(textarea) || !tiptap) return editors.get(textarea)
  const kind = textarea.dataset.rich
  const box = document.createElement("div")
  box.className = `rich ${kind}`
  textarea.after(box)
  textarea.hidden = true
  const editor = new tiptap.Editor({
    element: box,
    injectCSS: false,
    extensions: extensions(kind),
    content: kind === "inline" ? `<p>${textarea.value}</p>` : textarea.value,
    editorProps: {
      attributes: attributes(textarea),
      transformPastedHTML: (html) => cleaned(html, kind),
    },
    onUpdate: ({ editor: self }) => { textarea.value = stored(self.getHTML(), kind); changed() },
    onFocus: ({ editor: self }) => { active = self; tell() },
    onSelectionUpdate: ({ editor: self }) => { if (self === active) tell() },
    onTransaction: ({ editor: self }) => { if (self === active) tell() },
  })
  editors.set(textarea, editor)
  editor.textarea = textarea
  document.getElementById(`${textarea.id}-label`)?.addEventListener("click", () => editor.commands.focus())
  return editor
}

function tell() {
  for (const listener of actives) listener(active)
}

/** Replaces what a text holds, whether its editor was made or not. */
export function write(textarea, html) {
  textarea.value = html
  editors.get(textarea)?.commands.setContent(textarea.dataset.rich === "inline" ? `<p>${html}</p>` : html)
  changed()
}

/** Puts the cursor into a text. */
export function focus(textarea, where = "end") {
  open(textarea)?.commands.focus(where)
}

/** Makes the editors that are near what is seen, and each other one when it comes near. */
export function watch(root = form) {
  watcher ||= new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue
      watcher.unobserve(target)
      open(target)
    }
  }, { rootMargin: "400px" })
  for (const textarea of root.querySelectorAll("textarea[data-rich]")) {
    textarea.rows = Math.max(2, Math.ceil(textarea.value.length / 90))
    watcher.observe(textarea)
    textarea.addEventListener("focus", () => focus(textarea))
  }
}

