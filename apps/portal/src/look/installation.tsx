import { useEffect } from 'react';

export interface InstallationProps {
  readonly program: string;
  readonly colour: string | undefined;
}

/** What a device needs to install the portal as this program's own: its manifest, icon and colour. */
export function Installation({ program, colour = '#1d6f5c' }: InstallationProps) {
  const place = `/portal/${encodeURIComponent(program)}`;
  useEffect(() => {
    if ('serviceWorker' in navigator) void keepForOffline();
  }, []);
  // React lifts these into the head of the document.
  return (
    <>
      <link rel="manifest" href={`${place}/manifest.webmanifest`} />
      <link rel="apple-touch-icon" href={`${place}/icon-192.png`} />
      <meta name="theme-color" content={colour} />
    </>
  );
}

/** The first visit has loaded its files before the worker is there: it is told which they were. */
async function keepForOffline() {
  const { active, installing, waiting } = await navigator.serviceWorker.register('/portal/service-worker.js', {
    scope: '/portal/',
  });
  const files = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/portal/assets/'))
    .map(({ pathname }) => pathname);
  (active ?? waiting ?? installing)?.postMessage({ keep: files });
}
