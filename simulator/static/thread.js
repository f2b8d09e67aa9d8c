// The thread of one conversation: adds and renews bubbles, keeps the reader's place.

import { bubble } from "/static/bubble.js";
import { el } from "/static/dom.js";

const DAY = new Intl.DateTimeFormat("id-ID", { weekday: "long", day: "numeric", month: "long" });
const NEAR_PX = 90;

export class Thread {
  constructor(box, newer, act) {
    Object.assign(this, { box, newer, act });
    newer.onclick = () => this.toEnd();
    box.onscroll = () => {
      this.following = this.atEnd();
      if (this.following) newer.hidden = true;
    };
    // A picture takes its height only once it has come.
    box.addEventListener("load", () => this.following && this.toEnd(), true);
    this.clear();
  }

  clear() {
    this.nodes = new Map();
    this.lastDay = "";
    this.box.replaceChildren(el("p", { className: "empty" }, "Tulis pesan pertama, misalnya: kk saya hilang"));
    this.newer.hidden = true;
  }

  show(messages) {
    const follow = this.atEnd() || messages.some((message) => message.inbound && !this.nodes.has(message.sid));
    let added = false;
    for (const message of messages) added = this.place(message) || added;
    if (follow) this.toEnd();
    else if (added) this.newer.hidden = false;
  }

  place(message) {
    // Queued messages are still on their way: the phone has not got them.
    if (!message.inbound && message.status === "queued") return false;
    const node = bubble(message, this.act);
    const old = this.nodes.get(message.sid);
    this.nodes.set(message.sid, node);
    if (old) {
      old.replaceWith(node);
      return false;
    }
    if (this.nodes.size === 1) this.box.replaceChildren();
    this.mark(message);
    this.box.append(node);
    return true;
  }

  mark(message) {
    const day = DAY.format(new Date(message.date));
    if (day !== this.lastDay) this.box.append(el("div", { className: "day" }, day));
    this.lastDay = day;
  }

  atEnd() {
    return this.box.scrollHeight - this.box.scrollTop - this.box.clientHeight < NEAR_PX;
  }

  toEnd() {
    this.newer.hidden = true;
    this.following = true;
    this.box.scrollTop = this.box.scrollHeight;
  }
}
