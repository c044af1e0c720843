"""Who may do what when: submit, sign off, request changes, withdraw."""
