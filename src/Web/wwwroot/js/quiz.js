// Keeps each answer the moment it is chosen, and plays the quiz by keyboard: 1-8 choose, Enter goes on, arrows leaf.
const quiz = document.querySelector("[data-quiz]");
const form = quiz.querySelector("form");
const options = [...form.querySelectorAll("input[type=radio]")];
const saved = quiz.querySelector("[data-saved]");
const on = quiz.querySelector("[data-on]");
const back = quiz.querySelector("[data-back]");
let keeping = Promise.resolve();

for (const option of options) option.addEventListener("change", () => { keeping = keeping.then(keep); });

async function keep() {
  saved.textContent = "";
  try {
    const answer = await fetch(form.action, { method: "POST", headers: { "X-Save": "choice" }, body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok) throw new Error();
    saved.textContent = "Your answer is kept.";
  } catch {
    saved.textContent = "Your answer could not be kept just now; it is sent again when you go on.";
  }
}

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("textarea, select, input[type=text], summary")) return;
  const option = options[Number(event.key) - 1];
  if (option) {
    event.preventDefault();
    option.focus();
    if (!option.checked) option.click();
  } else if (event.key === "Enter" && !event.target.closest("a, button")) {
    event.preventDefault();
    on.click();
  } else if (event.key === "ArrowRight" && !event.target.matches("input")) {
    event.preventDefault();
    if (options.length > 0) on.click(); // leafs, but never hands in
  } else if (event.key === "ArrowLeft" && !event.target.matches("input")) {
    event.preventDefault();
    if (!back.disabled) back.click();
  }
});
