// Draws one page of a PDF with rectangles over the quoted words. pdf.js is fetched when the first page is wanted.
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
  const { pdf: url, page: number, boxes, label } = element.dataset;
  const page = await (await open(url)).getPage(Number(number));
  const plain = page.getViewport({ scale: 1 });
  const width = element.clientWidth || 480;
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
  await page.render({ canvas, canvasContext: canvas.getContext("2d"), viewport }).promise;

  // Shares of the page rather than pixels, so that the marks stay on the words when the column changes its width.
  for (const [x, y, w, h] of JSON.parse(boxes)) {
    const mark = document.createElement("mark");
    mark.style.left = `${(x - 1) / plain.width * 100}%`;
    mark.style.top = `${(y - 1) / plain.height * 100}%`;
    mark.style.width = `${(w + 2) / plain.width * 100}%`;
    mark.style.height = `${(h + 2) / plain.height * 100}%`;
    view.append(mark);
  }
  element.replaceChildren(view);
  return view.querySelector("mark");
}
