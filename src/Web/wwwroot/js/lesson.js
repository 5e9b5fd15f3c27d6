// A lesson's page: shows a citation's words at its number, marks the heading one reads under, and keeps the place.
import "./quote-tip.js";

const lesson = () => document.querySelector(".lesson");
const blocks = () => [...document.querySelectorAll(".lesson > section > :is(h2, h3, p), .lesson > section > :is(ul, ol) > li")];
const whole = 1000; // places are thousandths of the blocks, so that a longer or shorter telling has them too
const line = () => innerHeight * .3; // what stands here is being read

function current() {
  const all = blocks();
  const at = all.findIndex(block => block.getBoundingClientRect().bottom > line());
  return { all, at: at < 0 ? all.length : at };
}

function mark() {
  const { all, at } = current();
  const heading = all.slice(0, at + 1).findLast(block => block.id.startsWith("part-"));
  for (const link of document.querySelectorAll(".toc a")) {
    if (heading && link.hash === `#${heading.id}`) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
}

function place() {
  const { all, at } = current();
  return scrollY === 0 || all.length === 0 ? 0 : Math.round(at * whole / all.length);
}

// Only who scrolls has a new place: a visit alone leaves the old one.
let kept = Number(lesson()?.dataset.place ?? 0);
function keep() {
  const form = document.querySelector("[data-keep-place]");
  const now = place();
  if (!form || now === kept) return;
  kept = now;
  const body = new URLSearchParams(new FormData(form));
  body.set("place", now);
  fetch(form.action, { method: "POST", body, keepalive: true }).catch(() => { kept = -1; });
}

let drawn = false, later = 0, moved = false;
addEventListener("scroll", () => {
  if (!drawn) requestAnimationFrame(() => { drawn = false; mark(); });
  drawn = moved = true;
  clearTimeout(later);
  later = setTimeout(keep, 1500);
}, { passive: true });
document.addEventListener("visibilitychange", () => { if (document.hidden && moved) keep(); });

// Reloading and going back restore the place by themselves; a heading in the address was asked for.
function resume() {
  const came = performance.getEntriesByType("navigation")[0]?.type ?? "navigate";
  const all = blocks();
  const block = all[Math.min(all.length - 1, Math.floor(kept * all.length / whole))];
  if (came !== "navigate" || location.hash || location.search || !block || kept < 80) return;
  scrollTo({ top: block.getBoundingClientRect().top + scrollY - line() + 1, behavior: "instant" });
  if (scrollY === 0) return;
  const told = document.querySelector("[data-resumed]").content.cloneNode(true).firstElementChild;
  document.querySelector(".reading").append(told);
  told.querySelector("a").addEventListener("click", event => {
    event.preventDefault();
    scrollTo({ top: 0 });
    document.getElementById("main").focus({ preventScroll: true });
    told.remove();
  });
  setTimeout(() => addEventListener("scroll", () => told.remove(), { once: true, passive: true }), 400);
}

// An answer to the question in the text comes in its place: who hears the page is told there.
document.addEventListener("htmx:finally:request", () => document.querySelector("#check .told")?.focus({ preventScroll: true }));

// A heading chosen in the folded list folds it again.
document.addEventListener("click", event => {
  if (event.target.closest(".toc a")) event.target.closest("details").open = false;
});

if (lesson()) {
  resume();
  mark();
}
