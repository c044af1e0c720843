// Tables with a caption; header rows become a thead when the text is stored.
import { askFor } from "./asking.js"

/** Table, row, header and cell. The caption is kept beside the rows, because they alone make the grid. */
export function tables(t) {
  const Table = t.Table.extend({
    addAttributes() {
      return {
        caption: {
          default: "",
          rendered: false,
          parseHTML: (element) => element.querySelector(":scope > caption")?.innerHTML.trim() || "",
        },
      }
    },
    parseHTML: () => [{ tag: "table" }, { tag: "caption", ignore: true }],
    renderHTML({ node }) {
      if (!node.attrs.caption) return ["table", ["tbody", 0]]
      const caption = document.createElement("caption")
      caption.innerHTML = inert(node.attrs.caption)
      caption.contentEditable = "false"
      return ["table", caption, ["tbody", 0]]
    },
    addNodeView: null,
  }).configure({ resizable: false })
  const TableHeader = t.TableHeader.extend({
    addAttributes() {
      return { ...this.parent?.(), scope: { default: null, parseHTML: (element) => element.getAttribute("scope") } }
    },
  })
  return [Table, t.TableRow, TableHeader, t.TableCell]
}

/** Mark-up that cannot run anything: text, and tags without attributes but those of a citation or link. */
function inert(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html")
  for (const element of parsed.body.querySelectorAll("*")) {
    if (!["strong", "em", "sub", "sup", "a", "br", "cite-ref"].includes(element.localName)) element.replaceWith(...element.childNodes)
    else for (const { name } of [...element.attributes]) if (!name.startsWith("data-")) element.removeAttribute(name)
  }
  return parsed.body.innerHTML
}

/** What the table menu does, by name. */
export const ACTS = {
  "Insert a table": (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
  "Row below": (editor) => editor.chain().focus().addRowAfter().run(),
  "Column after": (editor) => editor.chain().focus().addColumnAfter().run(),
  "Header row on or off": (editor) => editor.chain().focus().toggleHeaderRow().run(),
  "Merge or split cells": (editor) => editor.chain().focus().mergeOrSplit().run(),
  "Caption…": setCaption,
  "Remove row": (editor) => editor.chain().focus().deleteRow().run(),
  "Remove column": (editor) => editor.chain().focus().deleteColumn().run(),
  "Remove table": (editor) => editor.chain().focus().deleteTable().run(),
}

async function setCaption(editor) {
  const before = new DOMParser().parseFromString(editor.getAttributes("table").caption || "", "text/html").body.textContent
  const answer = await askFor({ title: "Caption", label: "What the table shows", value: before, canRemove: Boolean(before) })
  editor.commands.focus()
  if (!answer) return
  const box = document.createElement("p")
  box.textContent = answer.remove ? "" : answer.value
  editor.chain().focus().updateAttributes("table", { caption: box.innerHTML }).run()
}
