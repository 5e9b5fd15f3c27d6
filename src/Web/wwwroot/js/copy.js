// A button with data-copy copies what the named field holds, and says so. Without JavaScript it stays hidden: the field can be copied by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.querySelector(button.dataset.copy), label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    // Without a secure address there is no clipboard to write to; the selected text is copied the old way.
    try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand("copy"); }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}
