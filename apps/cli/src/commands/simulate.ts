import { surveyFile } from '../importing/survey-file.ts';
import { readMapping } from '../mapping/read-mapping.ts';
import { simulateSales } from '../simulating/simulate-sales.ts';
import { readDocument } from '../stores/publish-program.ts';
import { amountText, figureLines } from '../summary/amounts.ts';
import { fileFigures, fileText } from '../summary/file-text.ts';
import { programText } from '../summary/summary-text.ts';
import { Mistake } from '../terminal/mistake.ts';
import { command } from './command.ts';

export const simulate = command({
  name: 'simulate',
  summary: 'Try a program on a file of purchases, without a database',
  positionals: [{ name: 'PROGRAM_FILE' }, { name: 'FILE' }],
  details: `
Lets a file of purchases happen to a program in memory and tells what would come of it: points, what they would cost,
what the shop would owe, members by level. Nothing is stored.

  npx trofast simulate programs/gift-shop/program.yaml sales.csv.gz --mapping programs/gift-shop/import.yaml`,
  options: {
    mapping: { flag: 'mapping', type: 'text', value: 'FILE', text: 'What the columns of the file mean.' },
  },
  async run({ options, positionals: [programPath = '', path = ''], terminal }) {
    if (options.mapping === undefined) throw new Mistake('Which mapping?', 'Name it with --mapping FILE.', 'usage');
    const document = readDocument(programPath);
    const { mapping, text } = readMapping(options.mapping);
    if (mapping.format !== 'csv') {
      throw new Mistake('A simulation reads CSV.', 'Give a mapping with format: csv, and a file that it describes.');
    }
    const file = await surveyFile(path, mapping, text);
    const show = terminal.progress('simulating');
    const simulated = await simulateSales(document.program, file, (lines) => show(lines, file.survey.lines));
    show.end();
    const figures = fileFigures(file.survey, simulated.refusedLines);
    const refused = Object.entries(simulated.refusedByProgram);
    const happened = [
      'Happened',
      ...figureLines([
        ['members', amountText(simulated.figures.members)],
        ...Object.entries(simulated.eventsByKind).map(([kind, count]) => [kind, amountText(count)] as const),
        ...refused.map(([code, count]) => [`refused: ${code}`, amountText(count)] as const),
      ]),
    ].join('\n');
    return {
      text: [fileText(figures, mapping.currency), happened, programText(document.program, simulated.figures)].join(
        '\n\n',
      ),
      json: { file: figures, ...simulated, refusedLines: simulated.refusedLines.length },
    };
  },
});
