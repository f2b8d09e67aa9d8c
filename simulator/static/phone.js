// One handset: whose it is, whom it writes to, what it sends and shows.

import { Tray } from "/static/attach.js";
import { post } from "/static/carrier.js";
import { el, recall, remember } from "/static/dom.js";
import * as numbers from "/static/numbers.js";
import { count } from "/static/segments.js";
import { choose } from "/static/sheet.js";
import { Thread } from "/static/thread.js";

export class Phone {
  // channel: whatsapp or sms; onMove() is called when number or office change.
  constructor(channel, state, onMove) {
    Object.assign(this, { channel, onMove });
    this.root = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.root.classList.add(channel);
    this.root.setAttribute("aria-label", channel === "whatsapp" ? "Telepon WhatsApp" : "Telepon SMS");
    const act = { press: (m, button) => this.press(m, button), pick: (m) => this.pick(m) };
    this.thread = new Thread(this.find(".thread"), this.find(".newer"), act);
    this.tray = new Tray(this.root, this);
    this.offices(state.senders.filter((sender) => sender.address.startsWith("whatsapp:") === (channel === "whatsapp")));
    this.people(state.citizens);
    this.composer();
  }

  find(selector) {
    return this.root.querySelector(selector);
  }

  get address() {
    return (this.channel === "whatsapp" ? "whatsapp:" : "") + this.number;
  }

  offices(senders) {
    const select = this.find(".office select");
    select.append(...senders.map((sender) => el("option", { value: sender.address }, sender.label)));
    const last = recall(`${this.channel}.office`, "");
    if (senders.some((sender) => sender.address === last)) select.value = last;
    this.office = select.value;
    select.onchange = () => {
      this.office = select.value;
      remember(`${this.channel}.office`, this.office);
      this.onMove();
    };
  }

  people(citizens) {
    const select = this.find(".own select");
    const all = numbers.known(this.channel, citizens);
    const option = (number) => el("option", { value: number }, `${numbers.shown(number)}, ${numbers.nameOf(number)}`);
    select.append(...all.map(option));
    this.number = select.value = all.includes(numbers.own(this.channel)) ? numbers.own(this.channel) : all[0];
    select.onchange = () => this.become(select.value);
    const join = (number) => {
      if (![...select.options].some((one) => one.value === number)) select.append(option(number));
      numbers.keep(this.channel, number);
      select.value = number;
      this.become(number);
    };
    this.find(".new-citizen").onclick = () => this.newCitizen([...select.options].map((one) => one.value), join);
    this.find(".close-window").onclick = () => this.closeWindow();
  }

  newCitizen(taken, join) {
    const number = numbers.typed(prompt("Nomor rekaan warga baru", numbers.shown(numbers.next(taken))));
    if (number) join(number);
  }

  become(number) {
    this.number = number;
    numbers.become(this.channel, number);
    this.onMove();
  }

  async closeWindow() {
    await post("window", { from: this.address, to: this.office, open: false });
    this.note("Sekarang lewat 24 jam sejak pesan terakhir Anda. Kantor hanya bisa mengirim templat.");
  }

  composer() {
    const form = this.find(".composer");
    const box = form.querySelector("textarea");
    form.onsubmit = (event) => {
      event.preventDefault();
      this.sendTyped(box.value.trim());
      box.value = "";
      this.recount("");
    };
    box.onkeydown = (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    };
    box.oninput = () => this.recount(box.value);
    this.recount("");
  }

  recount(text) {
    if (this.channel === "whatsapp") return;
    const { encoding, units, parts, room } = count(text);
    const letters = parts > 1 ? `${units} huruf` : `${units}/${room}`;
    this.find(".counter").textContent = text ? `${letters}, ${parts} SMS, ${encoding}` : "Hanya teks, 160 huruf per SMS";
  }

  sendTyped(text) {
    const files = this.channel === "whatsapp" ? this.tray.take() : [];
    if (!files.length && text) this.send({ body: text });
    files.forEach((file, at) => this.send(at ? {} : { body: text }, file));
  }

  async send(fields, file) {
    const form = new FormData();
    const all = { from: this.address, to: this.office, profile_name: numbers.nameOf(this.number), ...fields };
    for (const [name, value] of Object.entries(all)) form.set(name, value);
    if (file) form.set("media", file);
    try {
      await post("inbound", form);
    } catch (error) {
      this.note(`Tidak terkirim: ${error.message}`);
    }
  }

  press(message, button) {
    this.send({ body: button.title, payload: button.id, replied_to: message.sid });
  }

  pick(message) {
    const pick = (item) => () => this.send({ body: item.item, list_id: item.id, replied_to: message.sid });
    choose(message.list_button, message.items.map((item) => ({ label: item.item, note: item.description, pick: pick(item) })));
  }

  note(text) {
    this.thread.box.append(el("div", { className: "note" }, text));
    this.thread.toEnd();
  }

  // Takes what belongs to this conversation, and tells the carrier what has been seen.
  show(messages) {
    const ends = [this.address, this.office];
    const ours = messages.filter((message) => ends.includes(message.from) && ends.includes(message.to));
    if (ours.length) this.thread.show(ours);
    this.unread = [...(this.unread ?? []), ...ours].filter((message) => !message.inbound && message.status === "delivered");
    this.tellRead();
  }

  tellRead() {
    if (this.channel !== "whatsapp" || document.visibilityState !== "visible" || !this.unread?.length) return;
    post("read", { sids: this.unread.map((message) => message.sid) }).catch(() => {});
    this.unread = [];
  }
}
