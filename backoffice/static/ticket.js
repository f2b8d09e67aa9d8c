// Scans the QR of a ticket where the browser can read one; the code may always be typed.
const form = document.querySelector("[data-scan]");
const button = form?.querySelector("[data-camera]");
const seen = form?.querySelector("[data-seen]");
let stream = null;

if (form && "BarcodeDetector" in window && navigator.mediaDevices) button.hidden = false;

button?.addEventListener("click", async () => {
  if (stream) return close(); // pressed again
  stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).catch(() => null);
  if (!stream) return;
  seen.srcObject = stream;
  seen.hidden = false;
  await seen.play();
  look(new BarcodeDetector({ formats: ["qr_code"] }));
});

async function look(reader) {
  const [found] = await reader.detect(seen).catch(() => []);
  if (!stream) return;
  if (!found) return requestAnimationFrame(() => look(reader));
  close();
  form.code.value = found.rawValue;
  form.requestSubmit();
}

function close() {
  stream.getTracks().forEach((track) => track.stop());
  stream = null;
  seen.hidden = true;
}
