// Word writes lists as paragraphs with a style such as “mso-list:l0 level2 lfo1”: made lists again.

const LEVEL = /mso-list:\s*\S+\s+level(\d)/i
const NUMBERED = /^\s*(?:\d+|[a-z]|[ivxlc]+)[.)]/i

function levelOf(paragraph) {
  const found = LEVEL.exec(paragraph.getAttribute("style") || "")
  return found ? Number(found[1]) : 0
}

/** The sign before an item, in a span that Word marks to be ignored. */
function takeSign(paragraph) {
  const sign = [...paragraph.querySelectorAll("span")].find((span) => /mso-list:\s*ignore/i.test(span.getAttribute("style") || ""))
  const words = sign ? sign.textContent : (/^[\s\u00a0]*(?:[·•o§▪-]|\d+[.)]|[a-z][.)])[\s\u00a0]+/i.exec(paragraph.textContent) || [""])[0]
  if (sign) sign.remove()
  return words
}

/** Turns each run of list paragraphs under `root` into nested lists, in place. */
export function nest(root) {
  for (const first of root.querySelectorAll("p, h1, h2, h3, h4, h5, h6, div")) {
    if (!first.isConnected && !root.contains(first)) continue
    if (!levelOf(first)) continue
    run(first)
  }
}

function run(first) {
  const open = [] // the lists that stand open, outermost first, each with its level
  let paragraph = first
  while (paragraph && levelOf(paragraph)) {
    const next = paragraph.nextElementSibling
    const level = levelOf(paragraph)
    const tag = NUMBERED.test(takeSign(paragraph)) ? "ol" : "ul"
    while (open.length && open.at(-1).level > level) open.pop()
    if (!open.length || open.at(-1).level < level) begin(open, level, tag, paragraph)
    else if (open.at(-1).list.localName !== tag) {
      open.pop()
      begin(open, level, tag, paragraph)
    }
    const item = document.createElement("li")
    const words = document.createElement(/^h[1-6]$/.test(paragraph.localName) ? "strong" : "span")
    words.append(...paragraph.childNodes)
    item.append(words)
    open.at(-1).list.append(item)
    paragraph.remove()
    paragraph = next
  }
}

function begin(open, level, tag, paragraph) {
  const list = document.createElement(tag)
  const parent = open.at(-1)?.list
  if (parent?.lastElementChild) parent.lastElementChild.append(list)
  else paragraph.before(list)
  open.push({ level, list })
}
