// A review desk by keyboard: one question is open, a decision opens the next.
const rows = () => [...document.querySelectorAll(".desk > li")];
const details = row => row.querySelector("details[name]");
const current = () => rows().find(row => row.contains(document.activeElement)) ?? rows().find(row => details(row).open);
const boxes = () => [...document.querySelectorAll(".desk > li > input[type=checkbox]")];

function open(row) {
  if (!row) return;
  for (const other of rows()) details(other).open = other === row;
  row.querySelector("summary").focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function leaf(by) {
  const all = rows(), at = all.indexOf(current());
  open(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
}

const keys = {
  j: () => leaf(1),
  k: () => leaf(-1),
  a: () => current()?.querySelector("[data-accept]")?.click(),
  r: () => current()?.querySelector("[data-reject]")?.click(),
  n: () => current()?.querySelector("[data-instead]")?.click(),
  e: () => edit(current()),
  o: () => current()?.querySelector(".evidence a[data-source]")?.click(),
  x: () => current()?.querySelector(":scope > input[type=checkbox]")?.click(),
  u: () => document.querySelector("[data-undo]")?.click(),
};

function edit(row) {
  const form = row?.querySelector("details[data-edit]");
  if (!form) return;
  form.open = true;
  form.querySelector("textarea").focus();
}

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("textarea, select, input:not([type=checkbox])")) return;
  const act = keys[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
});

// What has just been decided is out of the way.
let decided = null;
document.addEventListener("htmx:before:request", event => {
  decided = event.target.querySelector?.("[data-accept], [data-reject], [data-instead]") ? event.target.closest(".desk > li") : null;
});
document.addEventListener("htmx:finally:request", () => {
  if (!decided || decided.querySelector(".error:not(:empty)")) return;
  const all = rows();
  open(all[all.indexOf(decided) + 1] ?? decided);
  decided = null;
});

const all = document.querySelector("[data-choose-all]"), chosen = document.querySelector("[data-chosen]");
if (all) {
  all.hidden = false;
  all.querySelector("input").addEventListener("change", event => {
    for (const box of boxes()) box.checked = event.target.checked;
    count();
  });
  document.addEventListener("change", event => { if (event.target.matches(".desk > li > input")) count(); });
}

function count() {
  const number = boxes().filter(box => box.checked).length;
  chosen.textContent = number === 0 ? "" : `${number} chosen`;
}

// "…#item-1" after something was taken back: that question is open.
const named = location.hash.startsWith("#item-") && document.getElementById(location.hash.slice(1))?.closest(".desk > li");
if (named) open(named);
