/** Where the service worker is served, above everything it may answer for. */
export const serviceWorkerAddress = '/sw.js';
