import type { Setting } from '../program.ts';

/** The same setting of other values. */
export function mapSetting<From, To>(setting: Setting<From>, map: (value: From) => To): Setting<To> {
  const pieces = (setting.pieces ?? []).map((piece) => ({ ...piece, value: map(piece.value) }));
  const mapped = new Map((setting.pieces ?? []).map(({ value }) => [value, map(value)]));
  const choose: Setting<To> = (where) => {
    const value = setting(where);
    return mapped.get(value) ?? map(value);
  };
  return Object.assign(choose, { pieces });
}
