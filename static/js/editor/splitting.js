// One text becomes two at the cursor.
import { tools } from "./rich.js"
import { stored } from "./vocabulary.js"

/** Leaves what stands before the cursor in the editor; the rest as HTML, or null when there is nothing to part. */
export function split(editor) {
  editor.view.domObserver?.flush?.() // the browser's cursor may be a moment ahead of what the editor knows
  const { state } = editor
  const at = state.selection.from
  if (at <= 1 || at >= state.doc.content.size - 1) return null
  const serializer = tools().pm.model.DOMSerializer.fromSchema(editor.schema)
  const box = document.createElement("div")
  box.append(serializer.serializeFragment(state.doc.cut(at).content))
  editor.commands.deleteRange({ from: at, to: state.doc.content.size })
  return stored(box.innerHTML, "body")
}
