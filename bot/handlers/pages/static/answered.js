// A page that answers a form takes the address of the page that the form stood on: Back and Reload ask for that one, where
// the browser would ask whether to send everything again.
history.replaceState(null, "", document.getElementById("back")?.href ?? location.href);
