// One message as it stands in the thread.

import { el } from "/static/dom.js";
import { formatted } from "/static/text.js";

const TIME = new Intl.DateTimeFormat("id-ID", { hour: "2-digit", minute: "2-digit" });
const REASONS = {
  11751: "berkas terlalu besar",
  12300: "jenis berkas tidak cocok",
  63013: "isian templat kosong",
  63016: "sudah lewat 24 jam",
  63019: "berkas tidak bisa diambil",
  63021: "isi tidak diterima WhatsApp",
};

const LOST = {
  dropped: "hilang di jalan",
  "held back": "tertahan",
  "not connected": "tidak tersambung",
  "no answer": "tidak dijawab",
};

// act: {press(message, button), pick(message)}
export function bubble(message, act) {
  const failed = message.status === "failed" || message.status === "undelivered";
  if (failed) return el("div", { className: "note" }, lost(message));
  const node = el("div", { className: message.inbound ? "message mine" : "message" });
  node.append(el("div", { className: "bubble" }, ...message.media.map(file), ...place(message), ...words(message), meta(message)));
  const reason = trouble(message);
  if (reason) node.append(el("div", { className: "reason" }, reason));
  if (message.buttons.length || message.items.length) node.append(replies(message, act));
  return node;
}

function lost(message) {
  return `Pesan kantor tidak sampai: ${REASONS[message.error_code] ?? "gangguan"} (${message.error_code})`;
}

function words(message) {
  const whatsapp = message.from.startsWith("whatsapp:");
  const onlyName = message.media.some((media) => media.name && media.name === message.body);
  return message.body && !onlyName ? [el("p", {}, ...formatted(message.body, whatsapp))] : [];
}

function place({ place }) {
  if (!place.Latitude) return [];
  const label = place.Label || place.Address || "Lokasi";
  return [el("div", { className: "file" }, el("b", { className: "other" }, "PETA"), el("span", {}, label, el("small", {}, `${place.Latitude}, ${place.Longitude}`)))];
}

function file(media) {
  if (media.kind === "image" || media.kind === "sticker") {
    const picture = el("img", { src: media.url, alt: media.name || "Foto", loading: "lazy", className: media.kind });
    return el("a", { href: media.url, target: "_blank", rel: "noopener" }, picture);
  }
  if (media.kind === "audio") return el("audio", { src: media.url, controls: true, preload: "none" });
  const pdf = media.content_type === "application/pdf";
  const mark = el("b", { className: pdf ? "" : "other" }, pdf ? "PDF" : media.kind === "contacts" ? "KONTAK" : "FILE");
  const name = media.name || (media.kind === "contacts" ? "Kartu kontak" : "Berkas");
  const text = el("span", {}, name, el("small", {}, `${size(media.size)}, ketuk untuk buka`));
  return el("a", { className: "file", href: media.url, target: "_blank", rel: "noopener" }, mark, text);
}

function size(bytes) {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`;
}

function meta(message) {
  const node = el("div", { className: "meta" }, el("time", { dateTime: message.date }, TIME.format(new Date(message.date))));
  if (!message.from.startsWith("whatsapp:")) node.prepend(`${message.segments} SMS, ${message.encoding}`);
  if (message.inbound) node.append(tick(message));
  return node;
}

function tick(message) {
  if (!message.webhook) return el("span", { title: "Terkirim" }, "✓");
  if (arrived(message.webhook)) return el("span", { title: "Sampai di kantor", className: "told" }, "✓✓");
  return el("span", { title: "Belum sampai", className: "failed" }, "!");
}

function arrived(webhook) {
  return webhook.status >= 200 && webhook.status < 300;
}

function trouble({ webhook }) {
  if (!webhook || arrived(webhook)) return "";
  const why = webhook.error.split(":")[0];
  return `Belum sampai di kantor (${LOST[why] ?? `HTTP ${webhook.status}`})`;
}

function replies(message, act) {
  const quick = message.buttons.map((button) => el("button", { type: "button", onclick: () => act.press(message, button) }, button.title));
  const list = message.items.length ? [el("button", { type: "button", onclick: () => act.pick(message) }, `☰ ${message.list_button}`)] : [];
  return el("div", { className: "replies" }, ...quick, ...list);
}
