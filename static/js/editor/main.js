// Starts the page on which writers write. Without scripts the form works as it stands.
import { fetchChoices } from "./choices.js"
import { hints } from "./hints.js"
import { listing } from "./listing.js"
import { renumber } from "./numbers.js"
import { outlines } from "./outline.js"
import { form } from "./page.js"
import { ready, watch } from "./rich.js"
import { rows } from "./rows.js"
import { saving } from "./saving.js"
import { shortcuts } from "./shortcuts.js"
import { side } from "./side.js"
import { toolbar } from "./toolbar.js"

document.documentElement.classList.add("scripted")
listing()
rows()
outlines()
hints()
saving()
shortcuts(form)
await ready
toolbar(document.getElementById("tools"))
watch()
renumber()
side()
fetchChoices()
form.dataset.ready = "true"
