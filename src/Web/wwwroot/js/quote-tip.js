// The words behind a citation's number: on hover, on focus, and on the first touch. Escape puts them away; the pointer may go to them.
const wait = 120; // ms before a passing pointer is taken for a pointing one
const gap = 6; // px between number and words

const tip = document.createElement("div");
tip.id = "quote-tip";
tip.className = "quote-tip";
tip.hidden = true;
document.getElementById("main").append(tip); // what stands outside of the landmarks is not found

let at = null, timer = 0;

function show(link) {
  const entry = document.getElementById(`c${link.dataset.citation}`)?.querySelector("div");
  if (!entry || link === at) return;
  hide();
  at = link;
  tip.replaceChildren(...entry.cloneNode(true).childNodes);
  for (const inner of tip.querySelectorAll("a")) inner.tabIndex = -1; // by keyboard the number itself opens the page
  link.setAttribute("aria-describedby", tip.id);
  tip.hidden = false;
  stand();
}

// Above the number where there is room, else below; never wider than the window.
function stand() {
  const number = at.getBoundingClientRect();
  const room = document.documentElement.clientWidth - tip.offsetWidth - 2 * gap;
  const above = number.top - tip.offsetHeight - gap;
  tip.style.left = `${Math.max(gap, Math.min(gap + room, number.left - tip.offsetWidth / 3))}px`;
  tip.style.top = `${above > 0 ? above : number.bottom + gap}px`;
}

function hide() {
  clearTimeout(timer);
  at?.removeAttribute("aria-describedby");
  at = null;
  tip.hidden = true;
}

const numberAt = target => target instanceof Element ? target.closest("a.citation[data-citation]") : null;

document.addEventListener("pointerover", event => {
  if (event.pointerType === "touch") return;
  const link = numberAt(event.target);
  clearTimeout(timer);
  if (link) timer = setTimeout(show, wait, link);
  else if (at && !tip.contains(event.target)) timer = setTimeout(hide, 2 * wait);
});
document.addEventListener("focusin", event => {
  const link = numberAt(event.target);
  if (link?.matches(":focus-visible")) show(link);
  else if (!tip.contains(event.target)) hide();
});
// The first touch shows the words, the second opens the page. Listens before the panel does.
document.addEventListener("click", event => {
  const link = numberAt(event.target);
  if (link && event.pointerType === "touch" && link !== at) {
    stop(event);
    show(link);
  } else if (tip.contains(event.target)) {
    const number = at;
    if (!event.target.closest("a")) return;
    stop(event);
    hide();
    number?.click(); // the panel gives the focus back to what opened it
  } else hide();
}, true);

function stop(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}
document.addEventListener("keydown", event => {
  if (event.key !== "Escape" || !at) return;
  hide();
  event.stopImmediatePropagation();
}, true);
addEventListener("scroll", () => { if (at) stand(); }, { passive: true });
