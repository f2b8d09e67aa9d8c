// One long poll for both phones: what changed since the last answer.

import { get } from "/static/carrier.js";

const WAIT_SECONDS = 20;
const PAUSE_AFTER_FAILURE_MS = 1500;

export class Feed {
  // addresses() names the numbers in use; onMessages(list, fresh) gets changes; onState(ok) the connection.
  constructor(addresses, onMessages, onState) {
    Object.assign(this, { addresses, onMessages, onState });
    this.round = 0;
  }

  // Begins anew, from the first message on: at start, and when a number changes.
  restart() {
    this.round += 1;
    this.run(this.round);
  }

  async run(round) {
    let epoch = null;
    let since = 0;
    while (round === this.round) {
      try {
        const query = new URLSearchParams({ since, wait: epoch ? WAIT_SECONDS : 0 });
        if (epoch) query.set("epoch", epoch);
        for (const address of this.addresses()) query.append("address", address);
        const news = await get(`messages?${query}`);
        if (round !== this.round) return;
        this.onState(true);
        this.onMessages(news.messages, news.epoch !== epoch);
        ({ epoch, revision: since } = news);
      } catch {
        this.onState(false);
        await new Promise((done) => setTimeout(done, PAUSE_AFTER_FAILURE_MS));
      }
    }
  }
}
