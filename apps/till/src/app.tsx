import { SkipLink, ThemeProvider } from '@trofast/ui';
import { PairingPage } from './features/pairing/pairing-page.tsx';
import { Floor } from './frame/floor.tsx';
import { useOwnTill } from './frame/use-own-till.ts';

export function App() {
  const { own, state, pair } = useOwnTill();
  return (
    <ThemeProvider brandColour={own?.brandColour}>
      <SkipLink />
      {state === 'unpaired' && <PairingPage hadTill={own !== undefined} onPaired={pair} />}
      {state === 'paired' && own && <Floor own={own} onUnpaired={pair} />}
    </ThemeProvider>
  );
}
