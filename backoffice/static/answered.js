// A page that answers a form has no address that could be asked for again: Back and Reload would end in the browser's own
// error. It takes the address of the page that the form stood on, before anything of it can be pressed.
{
  const asked = location.href;
  const stood = document.referrer && new URL(document.referrer);
  if (stood && stood.origin === location.origin) {
    const elsewhere = stood.pathname !== location.pathname;
    history.replaceState(history.state, "", stood);
    document.addEventListener("readystatechange", () => { // all forms are there, no other script ran yet
      for (const form of document.querySelectorAll("form:not([action])")) if (elsewhere) form.action = asked;
    }, { once: true });
  }
}
