// Filters over what stands on the page anyway. The choice is kept in the address, so that it can be sent on.
(() => {
  const form = document.querySelector(".filters");
  if (!form) return;
  const fold = (text) => text.normalize("NFKC").toLocaleLowerCase();
  const changes = [...document.querySelectorAll(".change")].map((element) => ({ element, text: fold(element.textContent) }));
  const sections = [...document.querySelectorAll(".class")];
  const folds = [...document.querySelectorAll("main details")];
  const output = form.querySelector("output");
  const names = ["locale", "domain", "state", "kind"];

  const apply = () => {
    const chosen = names.filter((name) => form[name].value);
    const wanted = fold(form.text.value.trim());
    let shown = 0;
    for (const { element, text } of changes) {
      element.hidden = !text.includes(wanted) || chosen.some((name) => element.dataset[name] !== form[name].value);
      shown += !element.hidden;
    }
    for (const section of sections) section.hidden = !section.querySelector(".change:not([hidden])");
    if (wanted || form.kind.value === "typography") for (const details of folds) details.open = true;
    output.value = `${shown} of ${changes.length}`;
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value)).toString();
    history.replaceState(null, "", query ? `#?${query}` : location.pathname + location.search);
  };

  const step = (by) => {
    const open = changes.map(({ element }) => element).filter((element) => element.checkVisibility());
    const at = open.findIndex((element) => element.contains(document.activeElement));
    const next = open[at < 0 ? (by > 0 ? 0 : open.length - 1) : at + by];
    if (next) { next.focus({ preventScroll: true }); next.scrollIntoView({ block: "start" }); }
  };

  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select")) return;
    if (event.key === "/") { event.preventDefault(); form.text.focus(); }
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });
  if (location.hash.startsWith("#?")) {
    for (const [name, value] of new URLSearchParams(location.hash.slice(2))) if (form[name]) form[name].value = value;
  }
  if ([...new FormData(form)].some(([, value]) => value)) apply();
  else output.value = `${changes.length} changes`;
})();
