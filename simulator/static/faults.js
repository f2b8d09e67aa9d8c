// The folded panel of faults: what shall go wrong between carrier and product.

import { post } from "/static/carrier.js";
import { el } from "/static/dom.js";

const CALLS = {
  "": ["Sehat", null],
  busy: ["429, terlalu sering", { kind: "refuse", code: 20429 }],
  down: ["500, server rusak", { kind: "refuse", code: 20500 }],
  long: ["21617, terlalu panjang", { kind: "refuse", code: 21617 }],
  late: ["Diterima, lalu putus", { kind: "timeout", seconds: 2 }],
  window: ["63016, lewat 24 jam", { kind: "fail", code: 63016 }],
  network: ["30008, tidak sampai", { kind: "fail", code: 30008 }],
  frozen: ["Beku, tidak menjawab", { kind: "freeze", on: "any" }],
};
const CHANCES = { duplicate: "Ganda", reorder: "Tertukar", delay: "Terlambat", drop: "Hilang" };

export function faultPanel(details, form, plan) {
  form.append(mischief("webhooks", "Pesan ke kantor (%)"), mischief("receipts", "Tanda terima (%)"), calls(), acts());
  const mark = (now) => {
    details.classList.toggle("active", isSick(now));
    details.querySelector("summary").textContent = isSick(now) ? "Gangguan berjalan" : "Gangguan";
  };
  mark(plan);
  form.onsubmit = async (event) => {
    event.preventDefault();
    mark(await put(form, read(new FormData(form))));
  };
  form.onreset = async () => mark(await put(form, {}));
}

function isSick(plan) {
  const sick = (part) => Object.keys(CHANCES).some((name) => part[name] > 0);
  return plan.calls.length > 0 || plan.latency_ms > 0 || sick(plan.webhooks) || sick(plan.receipts);
}

async function put(form, plan) {
  const now = await post("faults", plan);
  form.querySelector("output").textContent = isSick(now) ? "Gangguan berjalan." : "Semua sehat.";
  return now;
}

function mischief(stream, title) {
  const rows = Object.entries(CHANCES).map(([name, label]) => number(label, `${stream}.${name}`, 0, 100));
  return el("fieldset", {}, el("legend", {}, title), ...rows, number("Lambat (ms)", `${stream}.delay_ms`, 1000, 60000));
}

function calls() {
  const options = Object.entries(CALLS).map(([value, [label]]) => el("option", { value }, label));
  const select = el("select", { name: "call" }, ...options);
  return el(
    "fieldset",
    {},
    el("legend", {}, "Jawaban API"),
    el("label", {}, "Saat mengirim", select),
    number("Berapa kali (0 = terus)", "next", 1, 1000),
    number("Jeda jawaban (ms)", "latency_ms", 0, 60000),
    number("Benih acak", "seed", 0, 99999),
  );
}

function acts() {
  const set = el("button", { type: "submit" }, "Pasang");
  const heal = el("button", { type: "reset", className: "plain" }, "Sehatkan");
  return el("div", { className: "acts" }, set, heal, el("output"));
}

function number(label, name, value, max) {
  return el("label", {}, label, el("input", { type: "number", name, defaultValue: value, min: 0, max }));
}

function read(form) {
  const value = (name) => Number(form.get(name)) || 0;
  const part = (stream) => ({
    ...Object.fromEntries(Object.keys(CHANCES).map((name) => [name, value(`${stream}.${name}`) / 100])),
    delay_ms: value(`${stream}.delay_ms`),
  });
  const call = CALLS[form.get("call")][1];
  return {
    seed: value("seed"),
    latency_ms: value("latency_ms"),
    webhooks: part("webhooks"),
    receipts: part("receipts"),
    calls: call ? [{ ...call, next: value("next") || null }] : [],
  };
}
