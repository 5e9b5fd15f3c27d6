// What every page has. Each part looks for its elements and does nothing where there are none.

// The account menu closes on Escape and on a click beside it.
const menu = document.querySelector("details.account");
if (menu) {
  document.addEventListener("click", event => { if (!menu.contains(event.target)) menu.open = false; });
  menu.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

// A form that asks before it acts says so in data-confirm; without JavaScript it has a page of its own or simply acts.
document.addEventListener("submit", event => {
  const question = event.submitter?.dataset.confirm ?? event.target.dataset.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
}, true);

// "/" goes to the search box of the page.
document.addEventListener("keydown", event => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
  const box = document.querySelector("input[type=search]");
  if (!box) return;
  event.preventDefault();
  box.focus();
});

// What somebody has begun to write is kept for them: a form that says so in data-draft has its fields as they were left.
for (const form of document.querySelectorAll("form[data-draft]")) {
  const key = `draft ${location.pathname} ${form.dataset.draft}`;
  const fields = () => [...form.elements].filter(field => field.name && field.type !== "hidden" && field.type !== "submit");
  const kept = JSON.parse(sessionStorage.getItem(key) ?? "{}");
  for (const field of fields()) {
    if (!(field.name in kept)) continue;
    if (field.type === "checkbox") field.checked = kept[field.name];
    else field.value = kept[field.name];
  }
  form.addEventListener("input", () => {
    const changed = fields().filter(field => field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);
    sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(changed.map(field => [field.name, field.type === "checkbox" ? field.checked : field.value]))));
  });
  // The server has it now; what it refuses it shows again itself.
  form.addEventListener("submit", () => sessionStorage.removeItem(key));
}
