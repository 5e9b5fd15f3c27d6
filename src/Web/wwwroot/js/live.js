// Hears from the server that something of the course changed, and says so on the body; parts of the page that care fetch themselves again.
const tick = 700; // ms: a book's progress comes in many small steps
for (const element of document.querySelectorAll("[data-live]")) {
  let told = 0, later = 0;
  const tell = () => {
    clearTimeout(later);
    const wait = told + tick - Date.now();
    if (wait > 0) { later = setTimeout(tell, wait); return; }
    told = Date.now();
    document.body.dispatchEvent(new Event("course-changed"));
  };
  const events = new EventSource(element.dataset.live);
  for (const kind of ["source", "generation", "removed"]) events.addEventListener(kind, tell);
  // What was said while the connection was away is lost: look again when it is back.
  events.addEventListener("open", tell);
  // Something between here and the server lets no stream through: ask now and then.
  events.addEventListener("error", () => { if (events.readyState === EventSource.CLOSED) setInterval(tell, 2000); });
}
