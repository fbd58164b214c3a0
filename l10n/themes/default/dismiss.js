(() => {
  // the dialog closes without this script; here it stays closed on the next page
  const dialog = document.getElementById("cookies");
  try {
    if (localStorage.getItem("cookies")) dialog.close();
    dialog.addEventListener("close", () => localStorage.setItem("cookies", "dismissed"));
  } catch {}
})();
