// One small dialog that asks for one line.

const dialog = document.getElementById("ask")

/** {value} or {remove: true}; null when the writer thought better of it. */
export function askFor({ title, label, value = "", canRemove = false }) {
  document.getElementById("ask-title").textContent = title
  document.getElementById("ask-label").textContent = label
  document.getElementById("ask-remove").hidden = !canRemove
  const input = document.getElementById("ask-value")
  input.value = value
  dialog.returnValue = ""
  dialog.showModal()
  input.select()
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      if (dialog.returnValue === "keep") resolve({ value: input.value.trim() })
      else resolve(dialog.returnValue === "remove" ? { remove: true } : null)
    }, { once: true })
  })
}
