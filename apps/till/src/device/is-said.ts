import type { MemberAtTill } from './device-database.ts';

type Named = Pick<MemberAtTill['member'], 'id' | 'email' | 'phone' | 'externalId' | 'cards'>;

/** Whether what was scanned or typed means this member. A phone number may be said without its country code. */
export function isSaid({ id, email = '', phone = '', externalId = '', cards }: Named, said: string): boolean {
  const wanted = compared(said);
  if (wanted === '') return false;
  const names = [id, email, externalId, ...cards].map(compared);
  return names.includes(wanted) || isPhone(compared(phone), wanted);
}

function isPhone(phone: string, wanted: string): boolean {
  if (phone === '') return false;
  const national = wanted.replace(/^0/, '');
  return phone === wanted.replace(/^00/, '+') || (/^\d{6,}$/.test(national) && phone.endsWith(national));
}

function compared(text: string): string {
  return text.toLowerCase().replaceAll(/[\s()-]/g, '');
}
