// Links: an address and nothing else.
import { askFor } from "./asking.js"
import { isHarmless } from "./vocabulary.js"

/** The mark; Ctrl/Cmd+K asks for the address, an address pasted over words becomes a link on them. */
export function link(t) {
  return t.Mark.create({
    name: "link",
    inclusive: false,
    addAttributes: () => ({ href: { default: null } }),
    parseHTML: () => [{ tag: "a[href]", getAttrs: (element) => (isHarmless(element.getAttribute("href")) ? null : false) }],
    renderHTML: ({ HTMLAttributes }) => ["a", HTMLAttributes, 0],
    addKeyboardShortcuts() {
      return { "Mod-k": () => { setLink(this.editor); return true } }
    },
    addProseMirrorPlugins() {
      const { editor } = this
      return [new t.Plugin({ props: { handlePaste: (view, event) => pasteOver(editor, event) } })]
    },
  })
}

function pasteOver(editor, event) {
  const text = event.clipboardData?.getData("text/plain").trim()
  if (editor.state.selection.empty || !/^https?:\/\/\S+$/i.test(text || "")) return false
  editor.commands.setMark("link", { href: text })
  return true
}

/** Asks for the address of the link at the cursor or over the selection. */
export async function setLink(editor) {
  const before = editor.getAttributes("link").href || ""
  const answer = await askFor({ title: "Link", label: "Address", value: before, canRemove: Boolean(before) })
  editor.commands.focus()
  if (!answer) return
  const chain = editor.chain().focus().extendMarkRange("link")
  if (answer.remove || !answer.value) return void chain.unsetMark("link").run()
  const href = /^[\w.-]+\.[a-z]{2,}(\/|$)/i.test(answer.value) ? `https://${answer.value}` : answer.value
  if (!isHarmless(href)) return
  if (editor.state.selection.empty && !before) {
    editor.chain().focus().insertContent({ type: "text", text: href, marks: [{ type: "link", attrs: { href } }] }).run()
  } else chain.setMark("link", { href }).run()
}
