import type { Verbs } from '../../context.ts';
import { changeSettings, removeLogo, saveLogo } from './change-settings.ts';
import { getBrand, getSettings } from './read-settings.ts';
import { listStores, removeStore, saveStore } from './stores.ts';

export { readableOn } from './contrast.ts';
export { approvalLimit, type StoredSettings, storedSettings, usualColours } from './read-settings.ts';

export const settings = {
  getBrand,
  getSettings,
  changeSettings,
  saveLogo,
  removeLogo,
  listStores,
  saveStore,
  removeStore,
} satisfies Verbs<
  'getBrand' | 'getSettings' | 'changeSettings' | 'saveLogo' | 'removeLogo' | 'listStores' | 'saveStore' | 'removeStore'
>;
