// Scans the QR of a ticket where the browser can read one; the code may always be typed.
const form = document.querySelector("[data-scan]");
const button = form?.querySelector("[data-camera]");
const seen = form?.querySelector("[data-seen]");

if (form && "BarcodeDetector" in window && navigator.mediaDevices) button.hidden = false;

button?.addEventListener("click", async () => {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).catch(() => null);
  if (!stream) return;
  seen.srcObject = stream;
  seen.hidden = false;
  await seen.play();
  look(new BarcodeDetector({ formats: ["qr_code"] }), stream);
});

async function look(reader, stream) {
  const [found] = await reader.detect(seen).catch(() => []);
  if (!found) return requestAnimationFrame(() => look(reader, stream));
  stream.getTracks().forEach((track) => track.stop());
  form.code.value = found.rawValue;
  form.requestSubmit();
  seen.hidden = true;
}
