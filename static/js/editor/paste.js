// Pasted HTML from Word, Google Docs and the web → HTML of our vocabulary, before the editor reads it.
import { nest } from "./wordlists.js"

const HEADINGS = "h1, h2, h3, h5, h6"
const BOLD = /^(bold|bolder|[6-9]00)$/

/** The words and their structure: lists nested right, links and tables kept, no styles, no comments. */
export function cleaned(html, kind) {
  const body = new DOMParser().parseFromString(html.replace(/<!--\[if[^]*?<!\[endif\]-->/g, ""), "text/html").body
  strip(body)
  nest(body)
  styled(body)
  lists(body)
  footnotes(body)
  for (const heading of body.querySelectorAll(HEADINGS)) rename(heading, "h4")
  for (const link of body.querySelectorAll("a")) local(link)
  for (const span of body.querySelectorAll("span, font, o\\:p, u, ins")) span.replaceWith(...span.childNodes)
  for (const part of body.querySelectorAll("p, li, h4")) if (!part.textContent.replace(/[\s\u00a0]/g, "") && !part.querySelector("cite-ref")) part.remove()
  return kind === "inline" ? flat(body) : body.innerHTML
}

function strip(body) {
  for (const gone of body.querySelectorAll("style, script, meta, link, title, xml, del, [hidden]")) gone.remove()
  for (const wrapper of body.querySelectorAll('b[id^="docs-internal-guid"], b[style*="font-weight:normal"], b[style*="font-weight: normal"]')) wrapper.replaceWith(...wrapper.childNodes)
  const comments = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT)
  const found = []
  while (comments.nextNode()) found.push(comments.currentNode)
  for (const comment of found) comment.remove()
  for (const hidden of body.querySelectorAll('[style*="mso-hide:all"], [style*="mso-element:comment"], [style*="display:none"]')) hidden.remove()
}

/** Bold, italic, sub- and superscript that is said by style alone; the attribute is read, as policy may bar styles. */
function styled(body) {
  for (const span of body.querySelectorAll("span[style]")) {
    const style = Object.fromEntries(span.getAttribute("style").split(";").map((part) => part.split(":").map((word) => word.trim().toLowerCase())))
    const tags = []
    if (BOLD.test(style["font-weight"])) tags.push("strong")
    if (style["font-style"] === "italic") tags.push("em")
    if (style["vertical-align"] === "sub") tags.push("sub")
    if (style["vertical-align"] === "super") tags.push("sup")
    for (const tag of tags) {
      const mark = document.createElement(tag)
      mark.append(...span.childNodes)
      span.append(mark)
    }
  }
}

/** A list that stands between items belongs to the item before it (Google Docs). */
function lists(body) {
  for (const list of body.querySelectorAll("ul > ul, ul > ol, ol > ul, ol > ol")) {
    const before = list.previousElementSibling
    if (before?.localName === "li") before.append(list)
  }
  for (const first of body.querySelectorAll("ul, ol")) if (body.contains(first) && !first.closest("li")) levelled(first)
}

/** Lists one after the other whose items say that they stand deeper (Google Docs, where the kind changes). */
function levelled(first) {
  const levelOf = (list) => {
    const kind = /\blst-\w+-(\d)\b/.exec(list.className)
    return kind ? Number(kind[1]) + 1 : Number(list.querySelector(":scope > li[aria-level]")?.getAttribute("aria-level") || 0)
  }
  const open = [{ list: first, level: levelOf(first) }]
  let next = first.nextElementSibling
  while (open[0].level && next?.matches("ul, ol") && levelOf(next)) {
    const [list, level] = [next, levelOf(next)]
    next = list.nextElementSibling
    while (open.length > 1 && open.at(-1).level > level) open.pop()
    const { list: before, level: standing } = open.at(-1)
    if (level > standing) {
      before.lastElementChild.append(list)
      open.push({ list, level })
    } else if (list.localName === before.localName) {
      before.append(...list.children)
      list.remove()
    } else {
      before.after(list)
      open[open.length - 1] = { list, level }
    }
  }
}

/** Footnotes become typed numbers to be cited; their texts stand at the end, for the dialog's third tab. */
function footnotes(body) {
  for (const mark of body.querySelectorAll('a[href*="#_ftn"], a[href*="#_edn"], a[href*="#ftnt"], a[href*="#footnote"]')) {
    const isText = /_(ftn|edn)?ref|ftnt_ref/i.test(mark.getAttribute("href"))
    const number = mark.textContent.replace(/\D/g, "")
    const outer = mark.closest("sup") || mark
    outer.replaceWith(document.createTextNode(number ? (isText ? `[${number}] ` : `[${number}]`) : ""))
  }
}

function local(link) {
  const href = link.getAttribute("href")
  const real = /^https:\/\/www\.google\.com\/url\?(.*)$/.exec(href || "")
  if (real) link.setAttribute("href", new URLSearchParams(real[1]).get("q") || href)
  else if (!href || href.startsWith("#") || href.startsWith("file:")) link.replaceWith(...link.childNodes)
}

function rename(element, tag) {
  const other = document.createElement(tag)
  other.append(...element.childNodes)
  element.replaceWith(other)
}

/** Blocks on one line, a space between. */
function flat(body) {
  for (const block of body.querySelectorAll("p, div, li, h4, tr, td, th, blockquote, ul, ol, table")) {
    block.append(" ")
    block.replaceWith(...block.childNodes)
  }
  return `<p>${body.innerHTML.trim()}</p>`
}
