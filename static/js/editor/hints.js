// Small help beside plain fields: lengths, and the address that a title makes.
import { config, form, make } from "./page.js"

const slugOf = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^a-z0-9\s-]/g, "").trim().replace(/[\s-]+/g, "-").slice(0, 180)

function counter(field) {
  const said = make("span", { class: "length" })
  field.after(said)
  const count = () => {
    const [length, advice, limit] = [[...field.value].length, Number(field.dataset.advice), Number(field.dataset.limit) || Infinity]
    const isLong = length > (advice || limit)
    said.textContent = length > limit ? `${length}: ${limit} is the limit` : isLong ? `${length}: search engines show about ${advice}` : `${length}`
    said.classList.toggle("long", isLong)
  }
  field.addEventListener("input", count)
  count()
}

/** Counts lengths; until the address was typed or saved it follows the title. */
export function hints() {
  for (const field of form.querySelectorAll("[data-advice]")) counter(field)
  const [title, slug] = [form.elements.title, form.elements.slug]
  const shown = make("span", { class: "address" })
  title.parentElement.append(shown)
  let follows = !config.id
  const show = () => { shown.textContent = slug.value || follows ? `/articles/${slug.value || slugOf(title.value) || "…"}/` : "" }
  title.addEventListener("input", show)
  slug.addEventListener("input", () => { follows = false; show() })
  form.addEventListener("saved", (event) => { if (event.detail.isNew && !slug.value) slug.value = event.detail.slug; show() })
  show()
}
