// Parts of an SMS: GSM-7 (160, then 153) or UCS-2 (70, then 67).

const GSM =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const ESCAPED = "^{}\\[~]|€\f";

export function count(text) {
  const chars = [...text];
  const gsm = chars.every((char) => GSM.includes(char) || ESCAPED.includes(char));
  const widths = chars.map((char) => (gsm ? (ESCAPED.includes(char) ? 2 : 1) : char.length));
  const [alone, joined] = gsm ? [160, 153] : [70, 67];
  const units = widths.reduce((sum, width) => sum + width, 0);
  const encoding = gsm ? "GSM-7" : "UCS-2";
  return { encoding, units, parts: units <= alone ? 1 : cut(widths, joined), room: units <= alone ? alone : joined };
}

function cut(widths, joined) {
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > joined) [parts, used] = [parts + 1, 0];
    used += width;
  }
  return parts;
}
