// Keys and guards. Everything here has a visible button or link too, and reading works without any of it.
"use strict";

document.documentElement.classList.add("js");

const editor = () => document.querySelector("form.editor");
const fields = () => [...document.querySelectorAll("form.editor textarea[name=text]")];
const written = () => [...document.querySelectorAll("form.editor textarea:not([name=text])")];
const isUnsaved = () => fields().some((field) => field.value !== field.dataset.stored) || written().some((field) => field.value !== field.defaultValue);
const press = (key) => document.querySelector(`[data-key="${key}"]`)?.click();

// the field has the focus already; show the head of its row too
if (!location.hash) document.getElementById("open")?.scrollIntoView({ block: "start" });

// ---- nothing is lost

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

// ---- texts that are put into the field

let last = null; // the field that was written in last: a click on a button takes the focus away from it
document.addEventListener("focusin", (event) => {
  if (fields().includes(event.target)) last = event.target;
});
const field = () => (last?.isConnected ? last : fields()[0]);

function put(text, into = field()) {
  if (!into) return;
  into.focus();
  into.select();
  // as if typed, so that Ctrl+Z brings the old text back
  if (!document.execCommand("insertText", false, text)) into.value = text;
  into.dispatchEvent(new Event("input", { bubbles: true }));
}

// ---- comments on some words; places are counted in characters, as the server counts them

const units = (text, characters) => [...text].slice(0, characters).join("").length;

function quote(text, start, form) {
  for (const [name, value] of Object.entries({ quote: text, start, form })) document.querySelector(`#comments [name=${name}]`).value = value;
  const shown = document.getElementById("quoted");
  shown.querySelector("q").textContent = text;
  shown.hidden = !text;
}

function comment() {
  const from = field();
  const text = from.value.slice(from.selectionStart, from.selectionEnd);
  const before = from.selectionStart + text.length - text.trimStart().length;
  quote(text.trim(), [...from.value.slice(0, before)].length, fields().indexOf(from));
  document.getElementById("comment").focus();
}

function show(thread) {
  const { start, end, form } = thread.querySelector("q").dataset;
  const into = fields()[form];
  into.focus();
  into.setSelectionRange(units(into.value, start), units(into.value, end));
}

// ---- clicks and keys

const clicks = {
  opens: (button) => document.getElementById(button.dataset.opens).showModal(),
  puts: (button) => put(button.dataset.puts, fields()[button.dataset.form]),
  shows: (button) => show(document.getElementById(button.dataset.shows)),
};
const buttons = {
  copy: () => put(field()?.dataset.source),
  comment,
  unquote: () => quote("", "", ""),
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  for (const [name, act] of Object.entries(clicks)) if (button?.dataset[name] !== undefined) act(button);
  buttons[button?.dataset.key]?.();
  // a click anywhere on a row opens it, unless it selected something
  const row = event.target.closest("li.row:not(.open)");
  if (row && !event.target.closest("a") && getSelection().isCollapsed) row.querySelector("a.opens")?.click();
});

const keys = {
  "Ctrl+Enter": () => {
    // in a comment or an answer, it sends that
    const talk = document.activeElement.closest(".new-comment, .reply");
    if (talk) talk.querySelector("button[name=do]").click();
    else press("save");
  },
  "Ctrl+Shift+Enter": () => press("approve"),
  "Alt+PageDown": () => press("next"),
  "Alt+PageUp": () => press("previous"),
  "Ctrl+o": () => press("copy"),
  "Ctrl+m": () => press("comment"),
  "Alt+Enter": () => document.querySelector(".suggestion button[data-puts], .known button[data-puts]")?.click(),
};

document.addEventListener("keydown", (event) => {
  const isTyping = /^(TEXTAREA|INPUT|SELECT)$/.test(event.target.tagName);
  const chord = [event.ctrlKey || event.metaKey ? "Ctrl" : "", event.altKey ? "Alt" : "", event.shiftKey ? "Shift" : "", event.key].filter(Boolean).join("+");
  if (keys[chord] && editor()) {
    event.preventDefault();
    keys[chord]();
  } else if (event.key === "?" && !isTyping) {
    document.getElementById("keys").showModal();
  } else if (event.key === "Escape" && isTyping) {
    event.target.blur();
  }
});
