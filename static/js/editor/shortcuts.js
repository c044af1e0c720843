// Keys of the whole page.

/** Ctrl/Cmd+S saves. */
export function shortcuts(form) {
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "s") {
      event.preventDefault()
      form.requestSubmit(document.getElementById("save"))
    }
  })
}
