// Sends each file by itself as soon as it is chosen, made smaller first, and again when the line breaks.
// The server's answer is the page; its part about this paper takes the place of the old one.

const LONGEST_SIDE = 3000; // pixels, as the server keeps
const SMALL_ENOUGH = 1_500_000; // bytes
const TRIES = 4;
const PATIENCE = 120_000; // milliseconds for one file

const later = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

async function shrunk(file) {
  if (!file.type.startsWith("image/")) return file;
  try {
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
    const known = /^image\/(jpeg|png|webp)$/.test(file.type);
    if (scale === 1 && known && file.size <= SMALL_ENOUGH) return file;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const small = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.88));
    return small && (small.size < file.size || !known) ? small : file;
  } catch {
    return file; // this browser cannot open it; the server says what is wrong with it
  }
}

function send(form, file, progress) {
  return new Promise((done, fail) => {
    const body = new FormData();
    body.append("do", "send");
    body.append("paper", form.elements.paper.value);
    body.append("file", file, "file");
    const request = new XMLHttpRequest(); // fetch tells nothing of what has been sent
    request.open("POST", location.href);
    request.responseType = "document";
    request.timeout = PATIENCE;
    request.upload.onprogress = (event) => { progress.value = event.loaded / event.total; };
    request.onload = () => (request.status < 500 && request.response ? done(request.response) : fail());
    request.onerror = request.ontimeout = fail;
    request.send(body);
  });
}

async function sendPatiently(form, file, progress) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await send(form, file, progress);
    } catch (fault) {
      if (attempt === TRIES) throw fault;
      progress.removeAttribute("value");
      await later(1000 * 2 ** attempt);
    }
  }
}

function show(answer, form) {
  const section = form.closest("section");
  const fresh = answer.getElementById(section.id);
  if (!fresh) return document.body.replaceWith(answer.body); // the page is over, or full
  section.replaceWith(fresh);
  document.getElementById("finish").replaceWith(answer.getElementById("finish"));
  quicken(fresh);
  fresh.focus({ preventScroll: true });
  watch();
  return fresh.querySelector(".sending");
}

function busy(form) {
  const progress = document.createElement("progress");
  const words = document.createElement("p");
  words.textContent = form.dataset.sending;
  form.closest("section").querySelector(".state").replaceChildren();
  form.classList.add("busy");
  form.append(words, progress);
  return progress;
}

function offerRetry(form, files) {
  const again = document.createElement("button");
  again.type = "button";
  again.className = "button";
  again.textContent = form.dataset.retry;
  again.onclick = () => sendAll(form, files);
  form.querySelectorAll("p, progress").forEach((part) => part.remove());
  const words = document.createElement("p");
  words.setAttribute("role", "alert");
  words.textContent = form.dataset.failed;
  form.append(words, again);
}

async function sendAll(form, files) {
  form.querySelectorAll("p, button[type=button]").forEach((part) => part.remove());
  const waiting = [...files];
  while (waiting.length && form) {
    const progress = busy(form);
    try {
      const answer = await sendPatiently(form, await shrunk(waiting[0]), progress);
      waiting.shift();
      form = show(answer, form);
    } catch {
      return offerRetry(form, waiting);
    }
  }
}

// What was sent is read within seconds: the page then says what of.
let watching = false;

function watch() {
  if (watching || !document.querySelector("section[data-reading]")) return;
  watching = true;
  lookAgain().catch(() => {}).then(() => { watching = false; watch(); });
}

async function lookAgain() {
  await later(1500);
  const answer = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  for (const section of document.querySelectorAll("section[data-reading]")) {
    const fresh = answer.getElementById(section.id);
    if (!fresh || fresh.hasAttribute("data-reading") || section.querySelector(".busy")) continue;
    section.replaceWith(fresh);
    quicken(fresh);
  }
  if (answer.getElementById("finish")) document.getElementById("finish").replaceWith(answer.getElementById("finish"));
}

function quicken(within) {
  within.querySelectorAll(".sending").forEach((form) => form.classList.add("quick"));
}

document.addEventListener("change", (event) => {
  const form = event.target.closest(".sending");
  if (form && event.target.files?.length) sendAll(form, event.target.files);
});
quicken(document);
watch();
