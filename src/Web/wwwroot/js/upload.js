// Drag-and-drop upload: each file is sent by itself, with its progress, and what the server says of it stands beside its name.
const form = document.querySelector("form[data-upload]");
const list = form.querySelector(".uploads");
const input = form.querySelector("input[type=file]");
const maxBytes = 200 * 1024 * 1024;
const atOnce = 2;
const waiting = [];
let running = 0;

form.classList.add("enhanced");
form.querySelector("[data-plain]").hidden = true;
input.required = false;
input.addEventListener("change", () => { add(input.files); input.value = ""; });

let depth = 0;
document.addEventListener("dragenter", event => { if (event.dataTransfer?.types.includes("Files")) { depth++; form.classList.add("over"); } });
document.addEventListener("dragleave", () => { if (depth > 0 && --depth === 0) form.classList.remove("over"); });
document.addEventListener("dragover", event => event.preventDefault());
document.addEventListener("drop", event => {
  event.preventDefault();
  depth = 0;
  form.classList.remove("over");
  add(event.dataTransfer.files);
});

// Closing the page would cut off what is still on its way.
window.addEventListener("beforeunload", event => { if (running + waiting.length > 0) event.preventDefault(); });

function add(files) {
  for (const file of files) {
    const row = rowFor(file);
    if (file.size > maxBytes) row.fail("The file is larger than 200 MB. Split it, or leave out large pictures, and upload it again.");
    else if (file.size === 0) row.fail("The file is empty. Look whether it was saved, and upload it again.");
    else waiting.push({ file, row });
  }
  next();
}

function next() {
  while (running < atOnce && waiting.length > 0) {
    running++;
    send(waiting.shift());
  }
}

function send({ file, row }) {
  const body = new FormData();
  body.append("file", file);
  body.append("__RequestVerificationToken", form.querySelector("[name=__RequestVerificationToken]").value);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  request.setRequestHeader("X-Upload", "one");
  request.upload.addEventListener("progress", event => row.progress(event.loaded / event.total));
  request.addEventListener("loadend", () => {
    running--;
    if (request.status === 204) row.done();
    else if (request.status === 422) row.fail(request.responseText);
    else if (request.status === 0) row.fail("The connection was cut. Check it and upload the file again.");
    else row.fail("The upload did not work. Load this page again and repeat it.");
    document.body.dispatchEvent(new Event("course-changed"));
    next();
  });
  request.send(body);
}

function rowFor(file) {
  const item = document.createElement("li");
  const line = document.createElement("p");
  line.className = "line";
  const name = document.createElement("span");
  name.textContent = file.name;
  const state = document.createElement("span");
  state.textContent = "Waiting";
  const bar = document.createElement("progress");
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", `Upload of ${file.name}`);
  line.append(name, state);
  item.append(line, bar);
  list.append(item);
  return {
    progress(share) {
      bar.value = share;
      state.textContent = share < 1 ? `${Math.round(share * 100)} %` : "Checking";
    },
    done() { item.remove(); },
    fail(message) {
      bar.remove();
      state.textContent = "Not taken";
      const why = document.createElement("p");
      why.className = "error";
      why.textContent = message.replace(`${file.name}: `, "");
      item.append(why);
    },
  };
}
