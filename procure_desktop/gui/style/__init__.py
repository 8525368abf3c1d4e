"""How the window looks: colours, measures, icons, text and what the person at the desk prefers of them."""
