// Modules are dragged to their place; the buttons do the same by keyboard.
const row = element => element.closest?.(".module-row");
let dragged = null;

document.addEventListener("pointerdown", event => {
  const from = row(event.target);
  if (from) from.draggable = !event.target.closest("a, button, input, summary, details");
});
document.addEventListener("dragstart", event => {
  dragged = row(event.target);
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.module);
  dragged.classList.add("dragged");
});
document.addEventListener("dragover", event => {
  const over = dragged && row(event.target);
  if (!over) return;
  event.preventDefault();
  mark(over === dragged ? null : over, isBelow(event, over));
});
document.addEventListener("drop", event => {
  const over = dragged && row(event.target);
  if (!over || over === dragged) return;
  event.preventDefault();
  const from = Number(dragged.dataset.position), place = Number(over.dataset.position) + (isBelow(event, over) ? 1 : 0);
  const form = document.getElementById("move");
  form.elements.module.value = dragged.dataset.module;
  form.elements.to.value = from < place ? place - 1 : place; // the others close up behind it
  form.requestSubmit();
});
document.addEventListener("dragend", () => {
  mark(null);
  dragged?.classList.remove("dragged");
  dragged = null;
});

function isBelow(event, over) {
  const box = over.getBoundingClientRect();
  return event.clientY > box.top + box.height / 2;
}

function mark(over, below) {
  for (const other of document.querySelectorAll(".drop-above, .drop-below")) other.classList.remove("drop-above", "drop-below");
  over?.classList.add(below ? "drop-below" : "drop-above");
}
