import { explainProgram, LOCALES, type Locale } from '@trofast/engine';
import { readDocument } from '../stores/publish-program.ts';
import { command } from './command.ts';

export const explain = command({
  name: 'explain',
  summary: 'Tell a program in plain sentences',
  positionals: [{ name: 'FILE' }],
  details: `
Reads the document and tells the whole program as one would tell a member, in one of four languages.

  npx trofast explain programs/gift-shop/program.yaml --locale da`,
  options: {
    locale: {
      flag: 'locale',
      type: 'text',
      default: 'en',
      choices: LOCALES,
      value: 'LANGUAGE',
      text: 'The language.',
    },
  },
  async run({ options, positionals: [path = ''] }) {
    const { text, program } = readDocument(path);
    const locale = LOCALES.find((known) => known === options.locale) ?? ('en' satisfies Locale);
    const told = explainProgram(text, locale);
    return { text: told, json: { program: program.id, locale, text: told } };
  },
});
