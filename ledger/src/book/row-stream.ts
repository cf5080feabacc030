/** Rows in order, a page at a time; the next page is asked for while this one is being used. */
export interface RowStream<Row> {
  /** The row it stands at; undefined behind the last. */
  current(): Row | undefined;
  /** Goes to the next row. Only when it answers a promise must one wait for it. */
  next(): Promise<void> | undefined;
}

/** `fetchPage` answers the rows after one, or the first ones, at most `pageSize`. */
export async function streamRows<Row>(
  pageSize: number,
  fetchPage: (after: Row | undefined) => Promise<readonly Row[]>,
): Promise<RowStream<Row>> {
  let page: readonly Row[] = [];
  let index = 0;
  let coming: Promise<readonly Row[]> | undefined;

  const turn = (rows: readonly Row[]) => {
    page = rows;
    index = 0;
    coming = rows.length < pageSize ? undefined : fetchPage(rows.at(-1));
    // A failure is met by whoever waits for the page.
    coming?.catch(() => undefined);
  };
  turn(await fetchPage(undefined));

  return {
    current: () => page[index],
    next: () => {
      index += 1;
      return index < page.length || coming === undefined ? undefined : coming.then(turn);
    },
  };
}
