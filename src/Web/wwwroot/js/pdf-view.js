// Draws one page of a PDF with rectangles over the quoted words. pdf.js is fetched when the first page is wanted.
const narrowest = 512; // CSS pixels: on a phone the margins are moved out of sight rather than the letters made too small to read
const gap = 6; // points beside a column of text
let library;
const documents = new Map();

function load() {
  library ??= import(new URL("../lib/pdf/pdf.min.mjs", import.meta.url).href).then(pdf => {
    pdf.GlobalWorkerOptions.workerSrc = new URL("../lib/pdf/pdf.worker.min.mjs", import.meta.url).href;
    return pdf;
  });
  return library;
}

function open(url) {
  if (!documents.has(url)) {
    documents.set(url, load().then(pdf => pdf.getDocument({
      url,
      cMapUrl: new URL("../lib/pdf/", import.meta.url).href,
      standardFontDataUrl: new URL("../lib/pdf/", import.meta.url).href,
      wasmUrl: new URL("../lib/pdf/", import.meta.url).href,
      useWasm: false, // the content policy allows no compiled code
      isEvalSupported: false,
      disableAutoFetch: true, // the page that is shown, not the book
      disableStream: true,
    }).promise));
  }
  return documents.get(url);
}

/** Fills a [data-pdf] element. Fails where the file cannot be read; the page's text is there anyway. */
export async function draw(element) {
  const { pdf: url, page: number, lines, label } = element.dataset;
  const page = await (await open(url)).getPage(Number(number));
  const plain = page.getViewport({ scale: 1 });
  const words = await wordsOf(page, plain);
  const column = columnOf(words, plain);
  const width = Math.max(element.clientWidth, Math.min(narrowest, element.clientWidth * plain.width / (column.to - column.from)));
  const scale = width / plain.width;
  const viewport = page.getViewport({ scale: scale * Math.min(window.devicePixelRatio || 1, 2) });

  const view = document.createElement("div");
  view.className = "page-view";
  view.style.minInlineSize = `${Math.min(width, narrowest)}px`;
  const canvas = document.createElement("canvas");
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", label);
  view.append(canvas);
  await page.render({ canvas, canvasContext: canvas.getContext("2d"), viewport }).promise;

  const marks = document.createElement("div");
  marks.className = "marks";
  // Shares of the page rather than pixels, so that the marks stay on the words when the column changes its width.
  for (const line of JSON.parse(lines)) {
    const runs = runsOf(line, words);
    const [from, to] = stretch(line, runs);
    const [top, bottom] = height(line, runs);
    const mark = document.createElement("mark");
    mark.style.left = `${(from - 1) / plain.width * 100}%`;
    mark.style.top = `${top / plain.height * 100}%`;
    mark.style.width = `${(to - from + 2) / plain.width * 100}%`;
    mark.style.height = `${(bottom - top) / plain.height * 100}%`;
    marks.append(mark);
  }
  view.append(marks);
  const frame = document.createElement("div");
  frame.className = "page-scroll";
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", "Page");
  frame.append(view);
  element.replaceChildren(frame);
  frame.scrollLeft = column.from / plain.width * view.clientWidth;
  return view.querySelector("mark");
}

/** The page's runs of text: letters without white space, and where they stand in points from the top left. */
async function wordsOf(page, plain) {
  const { items } = await page.getTextContent();
  return items.filter(item => item.str?.trim()).map(item => {
    const [x, y] = plain.convertToViewportPoint(item.transform[4], item.transform[5]);
    return { text: item.str, x, y, width: item.width, size: item.height };
  });
}

/** From where to where the page's text reaches. */
function columnOf(words, plain) {
  if (words.length === 0) return { from: 0, to: plain.width };
  return {
    from: Math.max(0, Math.min(...words.map(w => w.x)) - gap),
    to: Math.min(plain.width, Math.max(...words.map(w => w.x + w.width)) + gap),
  };
}

/** The runs whose baseline is the line's. */
function runsOf([x, y, width, height], words) {
  return words.filter(w => w.y > y && w.y <= y + height * 1.15 && w.x >= x - 2 && w.x <= x + width + 2).sort((a, b) => a.x - b.x);
}

/** From the letters' tops to their tails: the line's own box takes in the leading, and would reach into its neighbours. */
function height([, y, , h], runs) {
  if (!runs.some(run => run.size > 0)) return [y, y + h];
  return [Math.max(y, Math.min(...runs.map(run => run.y - .82 * run.size))), Math.min(y + h * 1.15, Math.max(...runs.map(run => run.y + .26 * run.size)))];
}

/** From where to where the quoted letters of a line reach. Runs have one font each, so inside one the letters' share is close to their place. */
function stretch([x, , width, , from, to, of], runs) {
  const edges = [];
  for (const run of runs)
    [...run.text].forEach((letter, i, all) => {
      if (letter.trim()) edges.push([run.x + run.width * i / all.length, run.x + run.width * (i + 1) / all.length]);
    });
  if (edges.length !== of) return [x + width * from / of, x + width * to / of]; // ligatures, say: by share of the line
  return [edges[from][0], edges[to - 1][1]];
}
