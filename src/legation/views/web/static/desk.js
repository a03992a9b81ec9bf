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

// Single keys: only when nobody is typing, and only until the reader turns them off (in the list that `?` opens).
// `legationKeys.on()` tells other scripts of ours whether they may listen to keys of their own.
const KEYS_OFF = "legation_keys_off";
const remembered = () => {
  try { return localStorage.getItem(KEYS_OFF) !== "1"; } catch { return true; } // storage may be forbidden
};
const typing = (target) =>
  target instanceof Element && (target.closest("input, textarea, select, dialog") || target.isContentEditable);
window.legationKeys = {
  on: (event) => remembered() && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey
    && !event.isComposing && !typing(event.target),
};

const keyList = () => document.getElementById("keys");
const showKeys = () => {
  const list = keyList();
  if (!list || !list.showModal || list.open) return;
  list.querySelector("[data-keys-on]").checked = remembered();
  list.showModal();
};

const byKey = {
  "/": () => {
    const field = document.querySelector("main input[type=search]") || document.getElementById("find");
    if (field) { field.focus(); field.select(); }
    return field;
  },
  "?": () => { showKeys(); return true; },
  n: () => follow("next"),
  p: () => follow("prev"),
};
const follow = (rel) => {
  const link = document.querySelector(`.pager a[rel=${rel}]`);
  if (link) link.click();
  return link;
};

document.addEventListener("keydown", (event) => {
  if (!window.legationKeys.on(event) || event.repeat || !Object.hasOwn(byKey, event.key)) return;
  if (byKey[event.key]()) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("[data-keys]") && keyList()?.showModal) { event.preventDefault(); showKeys(); }
  if (target?.closest("[data-keys-close]") && keyList()?.open) { event.preventDefault(); keyList().close(); }
});

document.addEventListener("change", (event) => {
  if (!(event.target instanceof Element) || !event.target.matches("[data-keys-on]")) return;
  try { localStorage.setItem(KEYS_OFF, event.target.checked ? "" : "1"); } catch { /* it counts for nothing then */ }
});

// Review: one key answers, as the button does that names it.
document.addEventListener("keydown", (event) => {
  if (!window.legationKeys.on(event) || event.repeat) return;
  const button = /^[a-z]$/i.test(event.key) && document.querySelector(`[data-key="${event.key.toLowerCase()}"]`);
  if (button) button.click();
});
