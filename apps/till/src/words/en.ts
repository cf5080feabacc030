export const en = {
  title: 'Till',
};

export type Words = typeof en;
