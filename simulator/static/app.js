// Puts the two phones on the page and keeps them in step with the carrier.

import { get } from "/static/carrier.js";
import { faultPanel } from "/static/faults.js";
import { Feed } from "/static/feed.js";
import { Phone } from "/static/phone.js";

const line = document.getElementById("connection");

async function start() {
  const state = await get("state");
  const phones = ["whatsapp", "sms"].map((channel) => new Phone(channel, state, () => feed.restart()));
  document.getElementById("phones").append(...phones.map((phone) => phone.root));
  const onMessages = (messages, fresh) => {
    for (const phone of phones) {
      if (fresh) phone.thread.clear();
      phone.show(messages);
    }
  };
  const feed = new Feed(() => phones.map((phone) => phone.address), onMessages, (ok) => connection(ok, state.product));
  document.addEventListener("visibilitychange", () => phones.forEach((phone) => phone.tellRead()));
  faultPanel(document.getElementById("faults"), document.getElementById("fault-form"), state.faults);
  feed.restart();
}

function connection(ok, product) {
  line.classList.toggle("lost", !ok);
  line.textContent = ok ? `Nomor dan orang di sini rekaan. Kantor: ${product}` : "Simulator tidak menjawab, mencoba lagi";
}

start().catch((error) => {
  line.classList.add("lost");
  line.textContent = `Simulator tidak menjawab (${error.message}). Muat ulang halaman ini.`;
});
