import { FaceProvider, inkOn, ThemeProvider, useOperation } from '@trofast/ui';
import type { CSSProperties, ReactNode } from 'react';
import { Gate } from './features/sign-in/gate.tsx';
import type { Brand } from './look/brand.ts';
import { Installation } from './look/installation.tsx';
import { NoProgram } from './look/no-program.tsx';
import { usePlace } from './routing/routing.tsx';

export function App() {
  const { program } = usePlace();
  if (program === '') {
    return (
      <ThemeProvider>
        <NoProgram />
      </ThemeProvider>
    );
  }
  return (
    <FaceProvider program={program} key={program}>
      <Branded program={program}>{(brand) => <Gate brand={brand} />}</Branded>
    </FaceProvider>
  );
}

interface BrandedProps {
  readonly program: string;
  readonly children: (brand: Brand | undefined) => ReactNode;
}

/** The colours of the program, for everything below. Without them the portal wears its own. */
function Branded({ program, children }: BrandedProps) {
  const { data } = useOperation('getBrand', { programId: program });
  const colours = data && {
    '--card': data.brand.primary,
    '--on-card': data.brand.onPrimary,
    // The card shades away from what is written on it, never towards it.
    '--away': inkOn(data.brand.onPrimary),
  };
  return (
    <ThemeProvider brandColour={data?.brand.primary}>
      <div className="portal" style={colours as CSSProperties | undefined}>
        {children(data)}
      </div>
      <Installation program={program} colour={data?.brand.primary} />
    </ThemeProvider>
  );
}
