// The tutor's panels: questions are sent and answers shown as they come. Without this the same forms are posted, and a page of its own answers.
// Panels come and go with what is on the screen, so everything listens on the document.
const running = new WeakMap();

document.addEventListener("submit", event => {
  const form = event.target;
  const panel = form.closest("[data-tutor]");
  if (!panel || event.defaultPrevented) return;
  if (form.matches("[data-ask]")) {
    event.preventDefault();
    const text = form.elements.text.value.trim();
    if (text && !running.has(panel)) ask(panel, text);
  } else if (form.matches("[data-hint]")) {
    event.preventDefault();
    help(panel, event.submitter);
  }
});

document.addEventListener("click", event => {
  const panel = event.target.closest("[data-tutor]");
  if (!panel) return;
  if (event.target.closest("[data-stop]")) running.get(panel)?.abort();
  const again = event.target.closest("[data-again]");
  if (again && !running.has(panel)) ask(panel, again.dataset.again);
});

// Enter sends, Shift and Enter makes a new line.
document.addEventListener("keydown", event => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches("[data-tutor] [data-ask] textarea")) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});

document.querySelectorAll("[data-tutor]").forEach(restore);

async function ask(panel, text) {
  const stop = new AbortController();
  running.set(panel, stop);
  busy(panel, true);
  const field = panel.querySelector("[data-ask] textarea");
  line(panel, "question").textContent = text;
  if (field.value.trim() === text) field.value = "";
  const answer = begin(line(panel, "answer"));
  try {
    await stream(panel, text, answer, stop.signal);
  } catch (error) {
    if (stop.signal.aborted) remark(answer, "You stopped the answer. What was said is kept.", text);
    else remark(answer, error.told ?? "The answer could not be fetched. Look whether you are online, then ask again.", text);
  } finally {
    running.delete(panel);
    busy(panel, false);
    field.focus();
  }
}

async function stream(panel, text, answer, signal) {
  const chat = await chatOf(panel, signal);
  const response = await send(panel, `/api/v1/chats/${chat}/messages`, { text, screen: screenOf(panel) }, "text/event-stream", signal);
  let done = false;
  for await (const { event, data } of events(response.body)) {
    if (event === "asked") quota(panel, data.quota);
    else if (event === "token") say(answer, data);
    else if (event === "citations") link(answer, data);
    else if (event === "done") {
      done = true;
      finish(answer, data.done, text);
      quota(panel, data.done.quota);
    }
  }
  if (!done) remark(answer, "The answer broke off. What was said is kept.", text);
}

async function help(panel, button) {
  if (running.has(panel)) return;
  running.set(panel, new AbortController());
  busy(panel, true);
  const answer = begin(line(panel, "answer"));
  try {
    const response = await send(panel, `/api/v1/quizzes/${panel.dataset.quiz}/hints/${panel.dataset.item}`, { step: button?.value }, "application/json");
    const given = await response.json();
    const name = document.createElement("strong");
    name.textContent = button?.textContent ?? "";
    answer.item.prepend(name);
    for (const sentence of given.answer.sentences) say(answer, { text: sentence.text, numbers: sentence.citations, isItem: sentence.isItem });
    link(answer, given.answer);
    if (given.answer.notice) remark(answer, `${given.answer.notice.message} ${given.answer.notice.action}`);
    quota(panel, given.quota);
  } catch (error) {
    remark(answer, error.told ?? "The help could not be fetched. Look whether you are online, then try again.");
  } finally {
    running.delete(panel);
    busy(panel, false);
  }
}

// A chat is begun with the first question, and gone on with after a reload of the same page.
async function chatOf(panel, signal) {
  if (panel.dataset.chat) return panel.dataset.chat;
  const made = await (await send(panel, `/api/v1/courses/${panel.dataset.course}/chats`, { screen: screenOf(panel) }, "application/json", signal)).json();
  panel.dataset.chat = made.id;
  const key = keyOf(panel);
  if (key) sessionStorage.setItem(key, made.id);
  return made.id;
}

async function restore(panel) {
  const key = keyOf(panel);
  const chat = key && !panel.dataset.chat ? sessionStorage.getItem(key) : null;
  if (!chat) return;
  const response = await fetch(`/api/v1/chats/${chat}`, { headers: { Accept: "application/json" } });
  if (!response.ok) {
    sessionStorage.removeItem(key);
    return;
  }
  const whole = await response.json();
  panel.dataset.chat = chat;
  panel.querySelector("details").open = true;
  let question = "";
  for (const message of whole.messages) {
    if (message.speaker === "learner") {
      question = message.text;
      line(panel, "question").textContent = message.text;
      continue;
    }
    const answer = begin(line(panel, "answer"));
    for (const sentence of message.answer.sentences) say(answer, { text: sentence.text, numbers: sentence.citations, isItem: sentence.isItem });
    link(answer, message.answer);
    finish(answer, { answer: message.answer }, question);
  }
  quota(panel, whole.quota);
}

function keyOf(panel) {
  const { course, module, sourceId, item } = panel.dataset;
  return module || sourceId ? `tutor:${course}:${item || module || sourceId}` : null;
}

function screenOf(panel) {
  const { module, item, sourceId, page } = panel.dataset;
  return module || item || sourceId ? { moduleId: module || null, itemId: item || null, sourceId: sourceId || null, page: page ? Number(page) : null } : null;
}

async function send(panel, address, body, accept, signal) {
  const token = panel.querySelector("input[name=__RequestVerificationToken]").value;
  const response = await fetch(address, {
    method: "POST", signal, body: JSON.stringify(body),
    headers: { "Content-Type": "application/json", Accept: accept, RequestVerificationToken: token },
  });
  if (response.ok) return response;
  const problem = await response.json().catch(() => null);
  throw Object.assign(new Error(), { told: problem?.title ? `${problem.title}. ${problem.detail ?? ""}` : null });
}

async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const lines = block.split("\n");
      const event = lines.find(l => l.startsWith("event: "))?.slice(7);
      const data = lines.filter(l => l.startsWith("data: ")).map(l => l.slice(6)).join("\n");
      if (event && data) yield { event, data: JSON.parse(data) };
    }
  }
}

function line(panel, kind) {
  const talk = panel.querySelector("[data-talk]");
  talk.hidden = false;
  const item = document.createElement("li");
  item.className = kind;
  item.dir = "auto";
  talk.querySelector("ol").append(item);
  item.scrollIntoView({ block: "nearest" });
  return item;
}

const begin = item => ({ item, paragraph: null, list: null, links: [] });

function say(answer, { text, numbers, isItem }) {
  let place;
  if (isItem) {
    answer.list ??= answer.item.appendChild(document.createElement("ul"));
    place = answer.list.appendChild(document.createElement("li"));
  } else {
    answer.list = null;
    answer.paragraph ??= answer.item.appendChild(document.createElement("p"));
    place = answer.paragraph.appendChild(document.createElement("span"));
  }
  place.append(`${text} `);
  for (const number of numbers ?? []) {
    const mark = document.createElement("a");
    mark.className = "citation";
    mark.textContent = number;
    place.append(mark, " ");
    answer.links.push({ mark, number });
  }
}

function link(answer, { citations, nearest }) {
  for (const { mark, number } of answer.links) {
    const citation = citations?.[number - 1];
    if (!citation) continue;
    mark.href = hrefOf(citation);
    mark.dataset.source = "";
    mark.setAttribute("aria-label", `Open ${nameOf(citation)}, number ${number}`);
  }
  if (!nearest?.length) return;
  const list = answer.item.appendChild(document.createElement("ul"));
  list.className = "nearest";
  for (const citation of nearest) {
    const item = list.appendChild(document.createElement("li"));
    const place = item.appendChild(document.createElement("a"));
    place.href = hrefOf(citation);
    place.dataset.source = "";
    place.textContent = nameOf(citation);
    const quote = document.createElement("q");
    quote.textContent = citation.quote.replace(/\s+/g, " ");
    item.append(" ", quote);
  }
}

function finish(answer, { answer: given }, question) {
  if (given.notice) remark(answer, `${given.notice.message} ${given.notice.action}`, given.cut ? question : null);
}

function remark(answer, words, question) {
  const told = answer.item.appendChild(document.createElement("p"));
  told.className = "remark";
  told.textContent = `${words} `;
  if (!question) return;
  const again = told.appendChild(document.createElement("button"));
  again.type = "button";
  again.className = "button small";
  again.dataset.again = question;
  again.textContent = "Ask again";
}

function hrefOf({ source, locator, chunkId, start, quote }) {
  const page = locator.page ?? locator.slide;
  return `/sources/${source.id}${page ? `/pages/${page}` : ""}?chunk=${chunkId}&start=${start}&length=${quote.length}`;
}

function nameOf({ source, locator }) {
  if (locator.page) return `${source.name}, page ${locator.page}`;
  if (locator.slide) return `${source.name}, slide ${locator.slide}`;
  return locator.headings?.length ? `${source.name}, “${locator.headings.at(-1)}”` : source.name;
}

function quota(panel, { left, resetsAt }) {
  const place = panel.querySelector("[data-quota]");
  if (left === null || left === undefined) return;
  place.textContent = `${left} ${left === 1 ? "message" : "messages"} left until ${new Date(resetsAt).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}`;
}

function busy(panel, is) {
  panel.querySelector("[data-stop]").hidden = !is;
  for (const button of panel.querySelectorAll("[data-send], [data-hint] button")) button.disabled = is;
  panel.querySelector("[data-talk]").setAttribute("aria-busy", is ? "true" : "false");
}
