import { faceConfig } from '@trofast/ui/building';

const config = faceConfig('portal', import.meta.dirname);

/** Fields of forms are for the pages that have some; everything else that several pages share comes in one file, at once. */
const forForms = /Input|NativeSelect|field-errors/;

export default {
  ...config,
  build: {
    ...config.build,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'kit', minShareCount: 2, test: (id: string) => !forForms.test(id) }] },
      },
    },
  },
};
