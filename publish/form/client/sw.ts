// Keeps the form's own files, so that it opens without a network. Registrations never pass here.

/** Written in by publish: the files to keep, and a name that changes with them. */
declare const FILES: string[];
declare const VERSION: string;

/** What of a service worker's surroundings is used; the library of a page's own types knows none of it. */
interface Lasting extends Event {
  waitUntil(promise: Promise<unknown>): void;
}
interface Fetching extends Event {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Worker {
  skipWaiting(): Promise<void>;
  clients: {claim(): Promise<void>};
  addEventListener(type: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(type: "fetch", listener: (event: Fetching) => void): void;
}

const worker = self as unknown as Worker;
const cacheName = `rygatlas-skema-${VERSION}`;

worker.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(FILES))
      .then(() => worker.skipWaiting())
  );
});

worker.addEventListener("activate", (event) => {
  const isOld = (name: string) => name.startsWith("rygatlas-skema-") && name !== cacheName;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name))))
      .then(() => worker.clients.claim())
  );
});

worker.addEventListener("fetch", (event) => {
  const {request} = event;
  const {origin, pathname} = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  // Web servers offer a page with and without its ending.
  event.respondWith(
    Promise.all([pathname, `${pathname}.html`].map((path) => caches.match(path))).then(
      ([kept, page]) => kept ?? page ?? fetch(request)
    )
  );
});
