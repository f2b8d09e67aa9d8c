// A photo of a paper: wheel, pinch, drag and buttons zoom, move and turn it.
const MOST = 8;

for (const frame of document.querySelectorAll("[data-viewer]")) view(frame, frame.querySelector("img"));

function view(frame, image) {
  let scale = 1, turn = 0, x = 0, y = 0;
  const fingers = new Map();

  function draw() {
    // Turned on its side, the photo must shrink until it fits the frame again.
    const sideways = turn % 180 !== 0;
    const fit = sideways ? Math.min(frame.clientWidth / image.clientHeight, frame.clientHeight / image.clientWidth) : 1;
    image.style.transform = `translate(${x}px, ${y}px) rotate(${turn}deg) scale(${scale * (fit || 1)})`;
    frame.classList.toggle("zoomed", scale > 1);
  }
  function zoom(by, atX = 0, atY = 0) {
    const next = Math.min(MOST, Math.max(1, scale * by));
    x = next === 1 ? 0 : atX - (atX - x) * (next / scale);
    y = next === 1 ? 0 : atY - (atY - y) * (next / scale);
    scale = next;
    draw();
  }
  function fromMiddle(event) {
    const box = frame.getBoundingClientRect();
    return [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2];
  }

  const deeds = {
    in: () => zoom(1.5),
    out: () => zoom(1 / 1.5),
    turn: () => { turn = (turn + 90) % 360; draw(); },
    full: () => (document.fullscreenElement ? document.exitFullscreen() : frame.requestFullscreen()),
    fit: () => { scale = 1; turn = x = y = 0; draw(); },
  };
  frame.nextElementSibling.addEventListener("click", (event) => deeds[event.target.dataset.do]?.());
  frame.addEventListener("keydown", (event) => {
    const deed = { "+": "in", "=": "in", "-": "out", r: "turn", f: "full", 0: "fit" }[event.key];
    if (deed) { event.preventDefault(); deeds[deed](); }
  });
  frame.addEventListener("dblclick", (event) => (scale > 1 ? deeds.fit() : zoom(2.5, ...fromMiddle(event))));
  frame.addEventListener("wheel", (event) => {
    // A plain wheel scrolls the page until the photo is zoomed or a key says otherwise.
    if (scale === 1 && !event.ctrlKey && document.activeElement !== frame) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2, ...fromMiddle(event));
  }, { passive: false });

  frame.addEventListener("pointerdown", (event) => {
    fingers.set(event.pointerId, event);
    frame.focus({ preventScroll: true });
    if (scale > 1 || fingers.size > 1) frame.setPointerCapture(event.pointerId);
  });
  frame.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    if (fingers.size === 2) pinch(event, before);
    else if (scale > 1) { x += event.clientX - before.clientX; y += event.clientY - before.clientY; draw(); }
    fingers.set(event.pointerId, event);
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) frame.addEventListener(end, (event) => fingers.delete(event.pointerId));

  function pinch(event, before) {
    const other = [...fingers.values()].find((finger) => finger.pointerId !== event.pointerId);
    const span = (finger) => Math.hypot(finger.clientX - other.clientX, finger.clientY - other.clientY) || 1;
    zoom(span(event) / span(before), ...fromMiddle({ clientX: (event.clientX + other.clientX) / 2, clientY: (event.clientY + other.clientY) / 2 }));
  }
}
