"""One maker for each kind of page: asks for the facts, has them rendered, says what they depend on."""
