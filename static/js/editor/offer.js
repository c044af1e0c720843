// A typed “[3]” is offered to become a citation: Tab takes the offer, anything else lets it be.
import { cite } from "./citation.js"
import { make, say } from "./page.js"
import { numbering } from "./numbers.js"
import { source } from "./sources.js"

const TYPED = /\[(\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)\]$/

/** 3,5–7 → [3, 5, 6, 7]; longer than thirty numbers is no citation. */
function spelled(text) {
  const numbers = text.split(",").flatMap((part) => {
    const [first, last = first] = part.split(/[–-]/).map(Number)
    return Array.from({ length: Math.min(30, Math.max(0, last - first + 1)) }, (_, n) => first + n)
  })
  return numbers.length <= 30 ? numbers : []
}

/** The plugin that watches what stands before the cursor. */
export function offers(t, editor) {
  let offered = null
  const drop = () => { offered?.box.remove(); offered = null }
  const take = () => {
    const { range, ids } = offered
    drop()
    if (!ids) return void cite(editor, { instead: range })
    const marks = ids.map((id) => ({ type: "citation", attrs: { source: id } }))
    editor.chain().focus().deleteRange(range).insertContent(marks).run()
  }
  const look = (view) => {
    drop()
    const { $from, empty } = view.state.selection
    if (!empty || !view.hasFocus()) return
    const before = $from.parent.textBetween(0, $from.parentOffset, undefined, "￼")
    const found = TYPED.exec(before)
    if (!found) return
    const range = { from: $from.pos - found[0].length, to: $from.pos }
    const at = new Map([...numbering()].map(([id, { number }]) => [number, id]))
    const ids = spelled(found[1]).map((number) => at.get(number))
    offered = { range, ids: ids.length && ids.every(Boolean) ? ids : null, box: shown(view, range, found[0], ids, take) }
  }
  return new t.Plugin({
    props: {
      handleKeyDown: (view, event) => {
        if (!offered) return false
        if (event.key === "Tab" && !event.shiftKey) { event.preventDefault(); take(); return true }
        if (event.key === "Escape") { drop(); return true }
        return false
      },
      handleDOMEvents: { blur: () => { setTimeout(drop, 200); return false } },
    },
    view: () => ({ update: (view, before) => { if (!before.doc.eq(view.state.doc)) look(view) }, destroy: drop }),
  })
}

function shown(view, range, typed, ids, take) {
  const names = ids.map((id) => id && source(id)?.short)
  const words = ids.length && names.every(Boolean)
    ? `Make ${typed} a citation of ${names.join(", ")}`
    : `Cite a source in place of ${typed}`
  const box = make("button", { type: "button", class: "offer", onmousedown: (event) => event.preventDefault(), onclick: take }, `${words} (Tab)`)
  const { left, bottom } = view.coordsAtPos(range.from)
  box.style.left = `${Math.min(left, innerWidth - 320) + scrollX}px`
  box.style.top = `${bottom + scrollY + 4}px`
  document.body.append(box)
  say(`${words}: press Tab`)
  return box
}
