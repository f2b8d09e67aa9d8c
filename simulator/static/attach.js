// Files and other things a WhatsApp phone sends besides text.

import { get, sample } from "/static/carrier.js";
import { el } from "/static/dom.js";
import { choose } from "/static/sheet.js";

const OFFICE_SQUARE = { latitude: "-1.2654", longitude: "116.8312", label: "Lapangan Merdeka" };

export class Tray {
  // phone: send(fields, file); root holds the tray, the file input and the + button.
  constructor(root, phone) {
    this.phone = phone;
    this.list = root.querySelector(".tray");
    this.input = root.querySelector("input[type=file]");
    this.files = [];
    this.input.onchange = () => {
      this.add([...this.input.files]);
      this.input.value = "";
    };
    root.querySelector(".more").onclick = () => this.menu();
    this.acceptDrops(root);
  }

  acceptDrops(root) {
    root.ondragover = (event) => {
      event.preventDefault();
      root.classList.add("dragging");
    };
    root.ondragleave = () => root.classList.remove("dragging");
    root.ondrop = (event) => {
      event.preventDefault();
      root.classList.remove("dragging");
      this.add([...event.dataTransfer.files]);
    };
    root.onpaste = (event) => this.add([...event.clipboardData.files]);
  }

  add(files) {
    this.files.push(...files);
    this.draw();
  }

  take() {
    const files = this.files;
    this.files = [];
    this.draw();
    return files;
  }

  draw() {
    const drop = (file) => {
      this.files = this.files.filter((other) => other !== file);
      this.draw();
    };
    const chip = (file) => el("button", { type: "button", title: "Buang", onclick: () => drop(file) }, `${file.name} ×`);
    this.list.replaceChildren(...this.files.map((file) => el("li", {}, chip(file))));
    this.list.hidden = !this.files.length;
  }

  menu() {
    const send = async (file) => this.phone.send({}, await sample(file));
    choose("Kirim", [
      { label: "Foto atau PDF", note: "Pilih dari perangkat ini, boleh beberapa", pick: () => this.input.click() },
      { label: "Contoh surat", note: "Surat rekaan untuk mencoba", pick: () => this.papers() },
      { label: "Pesan suara", pick: () => send("suara.ogg") },
      { label: "Stiker", pick: () => send("stiker.webp") },
      { label: "Lokasi", pick: () => this.phone.send(OFFICE_SQUARE) },
      { label: "Kartu kontak", pick: () => send("kontak.vcf") },
    ]);
  }

  async papers() {
    const papers = await get("samples");
    const pick = (file) => async () => this.add([await sample(file)]);
    choose("Contoh surat", papers.map(({ file, label }) => ({ label, pick: pick(file) })));
  }
}
