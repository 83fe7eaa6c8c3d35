"""Charts, drawn by textual-plot; imported only when one is opened, for it brings numpy along."""
