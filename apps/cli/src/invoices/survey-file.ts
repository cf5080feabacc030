import type { CsvMapping } from '../mapping/read-mapping.ts';
import { openSource, type Source } from '../reading/open-source.ts';
import { type Survey, surveySales } from './survey-sales.ts';

/** A file that has been read once, whole, and found to be in order. */
export interface SurveyedFile {
  readonly path: string;
  readonly source: Source;
  readonly survey: Survey;
  readonly mapping: CsvMapping;
  readonly mappingText: string;
}

export async function surveyFile(path: string, mapping: CsvMapping, mappingText: string): Promise<SurveyedFile> {
  const source = await openSource(path);
  return { path, source, survey: await surveySales(source, mapping), mapping, mappingText };
}
