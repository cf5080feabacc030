export const en = {
  title: 'Your membership',
};

export type Words = typeof en;
