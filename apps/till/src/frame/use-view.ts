import { useCallback, useEffect, useState } from 'react';
import type { Found } from '../selling/find-member.ts';
import type { Sold } from '../selling/sell.ts';

/** What the screen shows. */
export type View =
  | { readonly name: 'start'; readonly notice?: 'undone' | 'undoKept' }
  | { readonly name: 'enrol'; readonly said?: string }
  | { readonly name: 'sale'; readonly found: Found }
  | { readonly name: 'result'; readonly sold: Sold }
  | { readonly name: 'return' }
  | { readonly name: 'waiting' }
  | { readonly name: 'more' };

/** The device's own back button leads to the start, wherever one is. */
export function useView(): readonly [View, (view: View) => void] {
  const [view, setView] = useState<View>({ name: 'start' });
  const show = useCallback((next: View) => {
    if (next.name !== 'start') history.pushState(null, '');
    setView(next);
    scrollTo(0, 0);
  }, []);
  useEffect(() => {
    const goBack = () => setView({ name: 'start' });
    addEventListener('popstate', goBack);
    return () => removeEventListener('popstate', goBack);
  }, []);
  return [view, show];
}
