// The panel at the side: preview or findings, one at a time, remembered.
import { make } from "./page.js"
import { findings } from "./findings.js"
import { preview } from "./preview.js"

const NAME = "vivere-side"

/** Builds the panel and the two buttons that open it. */
export function side() {
  const host = document.getElementById("side")
  const panels = { preview: make("div", { class: "panel preview", hidden: true }), findings: make("div", { class: "panel findings", hidden: true }) }
  host.append(...Object.values(panels))
  const refresh = preview(panels.preview, () => !panels.preview.hidden && !host.hidden)
  const buttons = {
    preview: make("button", { type: "button", class: "btn quiet", "aria-expanded": "false", "aria-controls": "side", "aria-keyshortcuts": "Control+Shift+P" }, "Preview"),
    findings: make("button", { type: "button", class: "btn quiet", "aria-expanded": "false", "aria-controls": "side" }, "Findings", make("span", { id: "findings-count", class: "badge" })),
  }
  const open = (wanted) => {
    for (const [name, panel] of Object.entries(panels)) {
      panel.hidden = name !== wanted
      buttons[name].setAttribute("aria-expanded", String(name === wanted))
    }
    host.hidden = !wanted
    document.getElementById("editor").classList.toggle("with-side", Boolean(wanted))
    try { localStorage.setItem(NAME, wanted) } catch { /* not remembered then */ }
    if (wanted === "preview") refresh()
  }
  const toggle = (name) => open(panels[name].hidden || host.hidden ? name : "")
  for (const [name, button] of Object.entries(buttons)) button.addEventListener("click", () => toggle(name))
  document.getElementById("state").after(buttons.findings, buttons.preview)
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.shiftKey && event.key.toLowerCase() === "p") { event.preventDefault(); toggle("preview") }
  })
  findings(panels.findings)
  let wanted = innerWidth >= 1400 ? "preview" : ""
  try { wanted = localStorage.getItem(NAME) ?? wanted } catch { /* as wide as it is then */ }
  open(innerWidth >= 1100 ? wanted : "")
}
