// WhatsApp's signs (*tebal*, _miring_, ~coret~, ```mesin```) and http links, as elements.

import { el } from "/static/dom.js";

const SIGNS = { "*": "strong", _: "em", "~": "s", "```": "code" };
const MARKED = /(```)([^`]+)```|(?<![\p{L}\p{N}*_~])([*_~])(?=\S)([^*_~\n]*?\S)\3(?![\p{L}\p{N}*_~])/u;
const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/;

export function formatted(text, withSigns) {
  const link = LINK.exec(text);
  if (link) {
    const shown = el("a", { href: link[0], target: "_blank", rel: "noopener noreferrer" }, link[0]);
    return around(text, link, shown, withSigns);
  }
  const marked = withSigns ? MARKED.exec(text) : null;
  if (!marked) return text ? [text] : [];
  const inner = marked[2] ?? marked[4];
  return around(text, marked, el(SIGNS[marked[1] ?? marked[3]], {}, inner), withSigns);
}

function around(text, found, node, withSigns) {
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  return [...formatted(before, withSigns), node, ...formatted(after, withSigns)];
}
