import type { Locale } from '@trofast/engine';
import type { Face } from './faces.ts';
import { noncePlace } from './page-headers.ts';

interface Words {
  readonly lead: string;
  readonly faces: readonly (readonly [address: string, name: string, text: string])[];
  readonly welcome: string;
  readonly unbuilt: string;
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    lead: 'The loyalty platform of this shop.',
    faces: [
      ['/console/', 'Console', 'For staff: the program, its members and its figures.'],
      ['/portal/', 'Portal', 'For members: card, points and rewards.'],
      ['/till/', 'Till', 'For the shop floor: scan, earn and redeem.'],
      ['/docs/', 'API', 'For developers: every operation, explained.'],
    ],
    welcome: 'Here for the first time? Open the link that the server printed when it started.',
    unbuilt: 'This page cannot be shown yet.',
  },
  da: {
    lead: 'Butikkens loyalitetsplatform.',
    faces: [
      ['/console/', 'Konsol', 'For medarbejdere: programmet, medlemmerne og tallene.'],
      ['/portal/', 'Portal', 'For medlemmer: kort, point og belønninger.'],
      ['/till/', 'Kasse', 'For butiksgulvet: scan, optjen og indløs.'],
      ['/docs/', 'API', 'For udviklere: alle kald forklaret.'],
    ],
    welcome: 'Er det første gang? Åbn det link, som serveren skrev, da den startede.',
    unbuilt: 'Siden kan ikke vises endnu.',
  },
  sv: {
    lead: 'Butikens lojalitetsplattform.',
    faces: [
      ['/console/', 'Konsol', 'För personalen: programmet, medlemmarna och siffrorna.'],
      ['/portal/', 'Portal', 'För medlemmar: kort, poäng och belöningar.'],
      ['/till/', 'Kassa', 'För butiksgolvet: skanna, samla och lös in.'],
      ['/docs/', 'API', 'För utvecklare: alla anrop förklarade.'],
    ],
    welcome: 'Första gången här? Öppna länken som servern skrev ut när den startade.',
    unbuilt: 'Sidan kan inte visas än.',
  },
  nb: {
    lead: 'Butikkens lojalitetsplattform.',
    faces: [
      ['/console/', 'Konsoll', 'For ansatte: programmet, medlemmene og tallene.'],
      ['/portal/', 'Portal', 'For medlemmer: kort, poeng og belønninger.'],
      ['/till/', 'Kasse', 'For butikkgulvet: skann, tjen og løs inn.'],
      ['/docs/', 'API', 'For utviklere: alle kall forklart.'],
    ],
    welcome: 'Er du her for første gang? Åpne lenken som serveren skrev da den startet.',
    unbuilt: 'Siden kan ikke vises ennå.',
  },
};

/** The page at `/`: leads staff, members, the shop floor and developers to what is theirs. */
export function frontPage(locale: Locale): string {
  const { lead, faces, welcome } = words[locale];
  const links = faces.map(
    ([address, name, text]) => `<li><a href="${address}"><strong>${name}</strong><span>${text}</span></a></li>`,
  );
  return page(locale, `<h1>Trofast</h1><p>${lead}</p><ul>${links.join('')}</ul><p class="quiet">${welcome}</p>`);
}

/** What is shown where a face has not been built, with the reason when there is one. */
export function unbuiltPage(locale: Locale, face: Face, reason = `Run "npm run build" to build the ${face}.`): string {
  return page(locale, `<h1>Trofast</h1><p>${words[locale].unbuilt}</p><pre>${escaped(reason)}</pre>`);
}

function page(locale: Locale, content: string): string {
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/console/icon.svg" type="image/svg+xml">
<title>Trofast</title>
<style nonce="${noncePlace}">
  :root { --paper: #f7f8f6; --card: #fff; --ink: #1c221f; --quiet: #505a54; --line: #e3e7e3; --brand: #1d6f5c }
  @media (prefers-color-scheme: dark) { :root { --paper: #141917; --card: #1c221f; --ink: #e6eae7; --quiet: #a3ada7; --line: #343c38; --brand: #6fc7ae } }
  body { font: 1rem/1.5 Inter, "Segoe UI", system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; max-width: 40rem; padding: 12vh 1.25rem 3rem }
  h1 { font-size: 2.25rem; letter-spacing: -.02em; margin: 0 }
  ul { list-style: none; margin: 2rem 0; padding: 0; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)) }
  a { display: block; height: 100%; box-sizing: border-box; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: 12px; background: var(--card); color: inherit; text-decoration: none }
  a:hover, a:focus-visible { border-color: var(--brand) }
  a:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px }
  strong { display: block; color: var(--brand) }
  .quiet { color: var(--quiet) }
  pre { white-space: pre-wrap; overflow-wrap: anywhere }
</style>
<main>${content}</main>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
