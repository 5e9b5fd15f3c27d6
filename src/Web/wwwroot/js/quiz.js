// Keeps each answer the moment it is chosen, and plays the quiz by keyboard: 1-8 choose, Enter goes on, arrows leaf.
const inQuiz = selector => document.querySelector(`#quiz ${selector}`);
const options = () => [...document.querySelectorAll("#quiz .option input")];
let keeping = Promise.resolve();
let turning = false;
const typedAhead = []; // keys pressed while the next question is on its way belong to that one

document.addEventListener("change", event => {
  const form = event.target.closest("#quiz .option input")?.form;
  if (form) keeping = keeping.then(() => keep(form.dataset.keep, new URLSearchParams(new FormData(form))));
});

async function keep(address, answer) {
  try {
    const kept = await fetch(address, { method: "POST", headers: { "X-Save": "choice" }, body: answer });
    if (!kept.ok) throw new Error();
    say("Your answer is kept.");
  } catch {
    say("Your answer could not be kept just now; it is sent again when you go on.");
  }
}

function say(words) {
  const line = inQuiz("[data-saved]");
  if (line) line.textContent = words;
}

document.addEventListener("htmx:before:request", event => { if (event.target.closest("#quiz") && !event.target.closest(".flag")) turning = true; });
document.addEventListener("htmx:finally:request", () => {
  if (!turning) return;
  turning = false;
  inQuiz("h1")?.focus({ preventScroll: true });
  window.scrollTo({ top: 0, behavior: "instant" });
  while (typedAhead.length > 0 && !turning) press(typedAhead.shift());
});

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("textarea, select, summary, input[type=text], .side-source")) return;
  if (event.key === "Enter" && event.target.closest("a, button")) return;
  if (event.key.startsWith("Arrow") && event.target.matches("input")) return; // moves among the choices
  if (!/^([1-8]|Enter|ArrowLeft|ArrowRight)$/.test(event.key)) return;
  event.preventDefault();
  if (turning) typedAhead.push(event.key);
  else press(event.key);
});

function press(key) {
  if (key === "Enter") inQuiz("[data-on]").click();
  else if (key === "ArrowRight") inQuiz("[data-later], [data-leaf]")?.click(); // leafs, but never hands in
  else if (key === "ArrowLeft") inQuiz("[data-back]")?.click();
  else {
    const option = options()[Number(key) - 1];
    option?.focus();
    if (option && !option.checked) option.click();
  }
}
