// Draws one page of a PDF with rectangles over the quoted words. pdf.js is fetched when the first page is wanted.
const narrowest = 512; // CSS pixels: on a phone the page is moved about rather than made too small to read
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
  const width = Math.max(element.clientWidth, narrowest);
  const scale = width / plain.width;
  const viewport = page.getViewport({ scale: scale * Math.min(window.devicePixelRatio || 1, 2) });

  const view = document.createElement("div");
  view.className = "page-view";
  const canvas = document.createElement("canvas");
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", label);
  view.append(canvas);
  const [words] = await Promise.all([
    wordsOf(page, plain),
    page.render({ canvas, canvasContext: canvas.getContext("2d"), viewport }).promise,
  ]);

  // Shares of the page rather than pixels, so that the marks stay on the words when the column changes its width.
  for (const line of JSON.parse(lines)) {
    const [, y, , h] = line;
    const [from, to] = stretch(line, words);
    const mark = document.createElement("mark");
    mark.style.left = `${(from - 1) / plain.width * 100}%`;
    mark.style.top = `${(y - 1) / plain.height * 100}%`;
    mark.style.width = `${(to - from + 2) / plain.width * 100}%`;
    mark.style.height = `${(h + 2) / plain.height * 100}%`;
    view.append(mark);
  }
  const frame = document.createElement("div");
  frame.className = "page-scroll";
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", "Page");
  frame.append(view);
  element.replaceChildren(frame);
  return view.querySelector("mark");
}

/** The page's runs of text: letters without white space, and where they stand in points from the top left. */
async function wordsOf(page, plain) {
  const { items } = await page.getTextContent();
  return items.filter(item => item.str?.trim()).map(item => {
    const [x, y] = plain.convertToViewportPoint(item.transform[4], item.transform[5]);
    return { text: item.str, x, y, width: item.width };
  });
}

/** From where to where the quoted letters of a line reach. Runs have one font each, so inside one the letters' share is close to their place. */
function stretch([x, y, width, height, from, to, of], words) {
  const runs = words.filter(w => w.y > y && w.y <= y + height * 1.15 && w.x >= x - 2 && w.x <= x + width + 2).sort((a, b) => a.x - b.x);
  const edges = [];
  for (const run of runs)
    [...run.text].forEach((letter, i, all) => {
      if (letter.trim()) edges.push([run.x + run.width * i / all.length, run.x + run.width * (i + 1) / all.length]);
    });
  if (edges.length !== of) return [x + width * from / of, x + width * to / of]; // ligatures, say: by share of the line
  return [edges[from][0], edges[to - 1][1]];
}
