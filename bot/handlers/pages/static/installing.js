// Lets a telephone put the page among its apps. Where that is not possible the page is as good without.
const { worker, scope } = document.currentScript.dataset;
navigator.serviceWorker?.register(worker, { scope }).catch(() => {});
