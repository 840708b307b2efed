// On a web server that browsers trust (https, or this computer itself) the page can be installed and opens offline, if the
// files beside it were copied there as well. From a file, or over plain http, it asks for nothing.

export function keepForOffline(): void {
  const hosted = /^https?:$/.test(location.protocol) && isSecureContext && 'serviceWorker' in navigator;
  if (!hosted || !location.pathname.endsWith('/luping.html')) return; // under another name the worker does not know it
  navigator.serviceWorker.register('sw.js').then(
    () => {
      const link = document.createElement('link');
      link.rel = 'manifest';
      link.href = 'manifest.webmanifest';
      document.head.append(link);
    },
    () => undefined, // the page stands alone: just a page
  );
}
