// Why something was not saved: a banner that leads to the fields, and a sentence at each of them.
import { form, make } from "./page.js"

/** A banner above the form, in place of the one before. */
export function bannerOf(title, sentences, ...acts) {
  document.getElementById("banner")?.remove()
  const banner = make("div", { class: "banner bad", role: "alert", id: "banner", tabindex: "-1" }, make("h2", {}, title))
  for (const sentence of sentences) banner.append(make("p", {}, sentence))
  if (acts.length) banner.append(make("p", {}, ...acts.flatMap((act) => [act, " "])))
  form.before(banner)
  return banner
}

/** Puts a sentence at each field; `loudly` also shows the banner and goes to it. */
export function showErrors(errors, { loudly = false } = {}) {
  for (const old of form.querySelectorAll(".error")) old.remove()
  for (const old of form.querySelectorAll("[aria-invalid]")) old.removeAttribute("aria-invalid")
  for (const [name, sentence] of Object.entries(errors)) {
    const field = document.getElementById(name)
    if (!field) continue
    field.setAttribute("aria-invalid", "true")
    const after = field.nextElementSibling?.classList.contains("rich") ? field.nextElementSibling : field
    after.after(make("p", { class: "error", "data-of": name }, sentence))
  }
  const names = Object.keys(errors)
  if (!names.length) document.getElementById("banner")?.remove()
  if (!names.length || !loudly) return
  const list = make("ul", {}, ...names.map((name) => make("li", {}, document.getElementById(name) ? make("a", { href: `#${name}` }, errors[name]) : errors[name])))
  const banner = bannerOf("Nothing was saved yet", [])
  banner.append(list)
  banner.scrollIntoView({ block: "center" })
  banner.focus()
}
