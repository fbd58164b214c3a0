// Keys and guards. Everything here has a visible button or link too, and reading works without any of it.
"use strict";

document.documentElement.classList.add("js");

const editor = () => document.querySelector("form.editor");
const fields = () => [...document.querySelectorAll("form.editor textarea[name=text]")];
const isUnsaved = () => fields().some((field) => field.value !== field.dataset.stored) || Boolean(document.querySelector("#why")?.value);
const press = (key) => document.querySelector(`[data-key="${key}"]`)?.click();

// the field has the focus already; show the head of its row too
document.getElementById("open")?.scrollIntoView({ block: "start" });

let isSending = false;
window.addEventListener("beforeunload", (event) => {
  if (!isSending && isUnsaved()) event.preventDefault();
});
// a page that comes back from the browser's memory has not been sent
window.addEventListener("pageshow", () => { isSending = false; });

document.addEventListener("submit", (event) => {
  if (event.target === editor()) {
    if (isSending) event.preventDefault(); // a second Ctrl+Enter before the answer
    isSending = true;
    setTimeout(() => { isSending = false; }, 8000); // no answer: let the person try again
  }
});

function put(text) {
  const field = fields().includes(document.activeElement) ? document.activeElement : fields()[0];
  if (!field) return;
  field.focus();
  field.select();
  // as if typed, so that Ctrl+Z brings the old text back
  if (!document.execCommand("insertText", false, text)) field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function copySource() {
  const field = fields().includes(document.activeElement) ? document.activeElement : fields()[0];
  if (field) put(field.dataset.source);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-opens], [data-puts], [data-key=copy]");
  if (button?.dataset.opens) document.getElementById(button.dataset.opens).showModal();
  else if (button?.dataset.key === "copy") copySource();
  else if (button) put(button.dataset.puts);
  // a click anywhere on a row opens it, unless it selected something
  const row = event.target.closest("li.row:not(.open)");
  if (row && !event.target.closest("a") && getSelection().isCollapsed) row.querySelector("a.opens")?.click();
});

document.addEventListener("keydown", (event) => {
  const isTyping = /^(TEXTAREA|INPUT|SELECT)$/.test(event.target.tagName);
  const chord = [event.ctrlKey || event.metaKey ? "Ctrl" : "", event.altKey ? "Alt" : "", event.shiftKey ? "Shift" : "", event.key].filter(Boolean).join("+");
  const actions = {
    "Ctrl+Enter": () => press("save"),
    "Ctrl+Shift+Enter": () => press("approve"),
    "Alt+PageDown": () => press("next"),
    "Alt+PageUp": () => press("previous"),
    "Ctrl+o": copySource,
  };
  if (actions[chord] && editor()) {
    event.preventDefault();
    actions[chord]();
  } else if (event.key === "?" && !isTyping) {
    document.getElementById("keys").showModal();
  } else if (event.key === "Escape" && isTyping) {
    event.target.blur();
  }
});
