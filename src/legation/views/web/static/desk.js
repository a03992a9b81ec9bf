// Small comforts of the desk; every page works without them.
"use strict";

// Colours change at once; the server keeps the choice when the link is followed without this script.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("[data-choose-theme]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const theme = link.dataset.chooseTheme;
  document.documentElement.dataset.theme = theme;
  document.cookie = `legation_theme=${theme}; path=/; max-age=31536000; samesite=strict`;
  for (const other of document.querySelectorAll("[data-choose-theme]")) other.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
});
