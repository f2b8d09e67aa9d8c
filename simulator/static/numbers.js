// The citizens' own numbers: all invented, +62 812-0000-00NN.

import { recall, remember } from "/static/dom.js";

const FIRST = "+6281200000012";
const NAMES = { [FIRST]: "Rina Contoh" };

export function bare(address) {
  return address.replace(/^whatsapp:/, "");
}

export function shown(address) {
  return bare(address).replace(/^\+62(\d{3})(\d{4})(\d+)$/, "+62 $1-$2-$3");
}

export function nameOf(number) {
  return NAMES[number] ?? `Warga ${number.slice(-4)}`;
}

export function known(channel, citizens) {
  const whatsapp = channel === "whatsapp";
  const seen = citizens.filter((address) => address.startsWith("whatsapp:") === whatsapp).map(bare);
  return [...new Set([FIRST, ...recall(`${channel}.numbers`, []), ...seen])].sort();
}

export function next(taken) {
  const all = taken.map((number) => Number(number.slice(-4))).filter(Number.isInteger);
  return `+62812${String(Math.max(12, ...all) + 1).padStart(8, "0")}`;
}

export function keep(channel, number) {
  remember(`${channel}.numbers`, [...recall(`${channel}.numbers`, []), number]);
}

// A typed number as the carrier writes it, or nothing when it is none.
export function typed(text) {
  const digits = (text ?? "").replace(/[\s().-]/g, "").replace(/^0/, "+62");
  return /^\+\d{8,15}$/.test(digits) ? digits : "";
}

export function own(channel) {
  return recall(`${channel}.own`, FIRST);
}

export function become(channel, number) {
  remember(`${channel}.own`, number);
}
