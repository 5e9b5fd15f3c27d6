// Shows a source's place: draws a PDF's page, folds its text away below, and goes to the quoted words.
import { draw } from "./pdf-view.js";

/** @param view the #source-view element, on its own page or beside a lesson */
export async function show(view) {
  const picture = view.querySelector("[data-pdf]");
  let mark = view.querySelector("#quote");
  if (picture) {
    const text = view.querySelector("[data-text]");
    try {
      mark = await draw(picture) ?? mark;
      fold(text);
    } catch (error) {
      picture.remove(); // the text stays
      console.info("The page could not be drawn:", error.message);
    }
  }
  mark?.scrollIntoView({ block: "center", behavior: "instant" });
}

function fold(text) {
  const details = document.createElement("details");
  details.className = "aside-note";
  const summary = document.createElement("summary");
  summary.textContent = "This page as text";
  text.replaceWith(details);
  details.append(summary, text);
}

const own = document.querySelector("main > #source-view");
if (own) show(own);
