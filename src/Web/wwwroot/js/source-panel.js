// Opens the source beside the text: every link to a source is shown in the panel, and the reader's place in the text stays.
import { show } from "./source-view.js";

const panel = document.getElementById("side-source");
const body = panel.querySelector(".body");
const name = panel.querySelector("h2");
const place = panel.querySelector("header p");
let opener = null;

document.addEventListener("click", event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const link = event.target.closest("a.citation[data-citation], a[data-source]");
  if (link) {
    event.preventDefault();
    open(link);
    return;
  }
  const turn = event.target.closest(".side-source .page-nav a");
  if (turn) {
    event.preventDefault();
    fill(turn.href);
  }
});
panel.querySelector("[data-close]").addEventListener("click", close);
document.addEventListener("keydown", event => { if (event.key === "Escape" && panel.classList.contains("open")) close(); });

async function open(link) {
  opener?.removeAttribute("aria-expanded");
  opener = link;
  opener.setAttribute("aria-expanded", "true");
  keepingPlace(link, () => panel.classList.add("open"));
  // A number in the text stands for an entry of the list below it; the source of that may be gone.
  const entry = link.matches(".citation") ? document.getElementById(`c${link.dataset.citation}`) : null;
  const source = entry ? entry.querySelector("a[data-source]") : link;
  if (source) await fill(source.href);
  else tell(entry);
  body.focus({ preventScroll: true });
}

async function fill(href) {
  panel.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(href, { headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const view = page.getElementById("source-view");
    if (!answer.ok || !view) throw new Error(`${answer.status}`);
    name.textContent = view.dataset.name;
    place.textContent = view.dataset.place;
    body.replaceChildren(document.adoptNode(view));
    body.scrollTop = 0;
    await show(view);
  } catch {
    const words = document.createElement("p");
    words.textContent = "The page could not be opened. It may have been deleted, or the connection is gone; the quote stands in the list below the text.";
    body.replaceChildren(words);
  } finally {
    panel.removeAttribute("aria-busy");
  }
}

function tell(entry) {
  name.textContent = "Source";
  place.textContent = "";
  body.replaceChildren(...[...entry.querySelector("div").cloneNode(true).childNodes]);
}

function close() {
  if (opener?.isConnected) keepingPlace(opener, () => panel.classList.remove("open"));
  else panel.classList.remove("open");
  opener?.removeAttribute("aria-expanded");
  opener?.focus({ preventScroll: true });
  opener = null;
}

// The column gets narrower or wider; what the reader looks at must not move.
function keepingPlace(element, change) {
  const before = element.getBoundingClientRect().top;
  change();
  window.scrollBy({ top: element.getBoundingClientRect().top - before, behavior: "instant" });
}
