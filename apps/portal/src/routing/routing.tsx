import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from 'react';

// A router of a library would take a quarter of what the portal may weigh at its first load, for seven addresses.

const base = '/portal/';
const navigated = 'trofast-navigated';

/** Where in the portal somebody is: `/portal/gift-shop/rewards`. */
export interface Place {
  readonly program: string;
  /** The page, empty for the first: `rewards`. */
  readonly page: string;
}

export function placeOf(pathname: string): Place {
  const [program = '', page = ''] = pathname.slice(base.length).split('/').map(decodeURIComponent);
  return { program, page };
}

export function addressOf({ program, page }: Place): string {
  return `${base}${encodeURIComponent(program)}${page === '' ? '' : `/${page}`}`;
}

export function usePlace(): Place {
  return placeOf(useSyncExternalStore(subscribe, () => location.pathname));
}

export function goTo(place: Place) {
  history.pushState(null, '', addressOf(place));
  dispatchEvent(new Event(navigated));
  scrollTo(0, 0);
  // Who listens to the page is told where they are now.
  document.getElementById('content')?.focus({ preventScroll: true });
}

export interface PageLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly page: string;
}

/** A link to another page of the same program; the browser's own ways of opening links stay. */
export function PageLink({ page, onClick, ...rest }: PageLinkProps) {
  const place = usePlace();
  const target = { program: place.program, page };
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goTo(target);
  };
  return (
    <a
      {...rest}
      href={addressOf(target)}
      onClick={follow}
      {...(place.page === page && { 'aria-current': 'page' as const })}
    />
  );
}

function subscribe(changed: () => void) {
  addEventListener('popstate', changed);
  addEventListener(navigated, changed);
  return () => {
    removeEventListener('popstate', changed);
    removeEventListener(navigated, changed);
  };
}
