// A page that answers a form has no address that could be asked for again: Back and Reload would end in the browser's own
// error. It takes the address of the page that the form stood on.
const stood = document.referrer && new URL(document.referrer);
if (stood && stood.origin === location.origin) {
  for (const form of document.querySelectorAll("form:not([action])")) if (stood.pathname !== location.pathname) form.action = location.href;
  history.replaceState(history.state, "", stood);
}
