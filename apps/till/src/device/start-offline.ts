/** Keeps the till's own files on the device, so that it opens without a network, and asks the browser not to clear them. */
export function startOffline() {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.register('/till/service-worker.js', { scope: '/till/' });
  void navigator.storage?.persist?.();
}
