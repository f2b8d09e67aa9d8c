// A sheet of choices: the list picker, the menu of attachments, the sample papers.

import { el } from "/static/dom.js";

const sheet = document.getElementById("sheet");
const items = document.getElementById("sheet-items");

// choices: {label, note, pick}
export function choose(title, choices) {
  document.getElementById("sheet-title").textContent = title;
  items.replaceChildren(...choices.map((choice) => el("li", {}, button(choice))));
  sheet.showModal();
}

function button({ label, note, pick }) {
  const onclick = () => {
    sheet.close();
    pick();
  };
  return el("button", { type: "button", onclick }, label, note ? el("small", {}, note) : null);
}

document.getElementById("sheet-close").onclick = () => sheet.close();
sheet.onclick = (event) => {
  if (event.target === sheet) sheet.close();
};
