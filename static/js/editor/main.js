// Starts the page on which writers write. Without scripts the form works as it stands.
import { shortcuts } from "./shortcuts.js"

shortcuts(document.getElementById("editor"))
