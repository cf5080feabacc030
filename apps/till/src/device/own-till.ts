import { deviceDatabase, type OwnTill, type TillSetup } from './device-database.ts';

/** What is kept of the till, and measured of its clock, each time the server has been asked. */
export async function keepOwnTill(setup: TillSetup, brandColour?: string, now = Date.now()): Promise<OwnTill> {
  const aheadMilliseconds = Date.parse(setup.time) - now;
  const own = { setup, aheadMilliseconds, ...(brandColour === undefined ? {} : { brandColour }) };
  await (await deviceDatabase()).put('till', own, 'own');
  return own;
}

export async function readOwnTill(): Promise<OwnTill | undefined> {
  return await (await deviceDatabase()).get('till', 'own');
}

/** Work that was not sent stays: the same till may be paired with this device again. */
export async function forgetOwnTill() {
  const database = await deviceDatabase();
  await database.delete('till', 'own');
  await database.clear('members');
}

/** The program's clock as far as this device can tell; one that stands still does not go on by itself. */
export function programTime({ setup, aheadMilliseconds }: OwnTill, now = Date.now()): number {
  return setup.clock === 'sandbox' ? Date.parse(setup.time) : now + aheadMilliseconds;
}

/** What points are called; a currency that each member has for themselves is called the same. */
export function pointsName({ setup }: OwnTill, key: string): string {
  const id = key.split('@')[0] ?? key;
  return setup.currencies.find(({ currency }) => currency === id)?.name ?? id;
}
