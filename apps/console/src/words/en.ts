export const en = {
  title: 'Console',
};

export type Words = typeof en;
